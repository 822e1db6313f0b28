using Npgsql;

namespace Jembatan.Storage.Tests;

public sealed class PostgresServerTests(PostgresServer postgres)
{
    [Fact]
    public async Task Every_test_gets_an_empty_database_of_its_own()
    {
        var (one, two) = (await postgres.NewDatabaseAsync(), await postgres.NewDatabaseAsync());
        await using var source = NpgsqlDataSource.Create(one);
        await using var create = source.CreateCommand("create table only_here (n int)");
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var other = NpgsqlDataSource.Create(two);
        await using var count = other.CreateCommand("select count(*) from pg_tables where tablename = 'only_here'");
        Assert.Equal(0L, await count.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_durable_server_keeps_what_was_committed_when_it_is_cut_off()
    {
        await using var durable = new PostgresServer { Durable = true };
        await using var source = NpgsqlDataSource.Create(await durable.NewDatabaseAsync());
        await using (var write = source.CreateCommand("create table kept as select 7 as n")) await write.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await durable.CrashAndRestartAsync();
        await using var read = source.CreateCommand("select n from kept");
        Assert.Equal(7, await read.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}

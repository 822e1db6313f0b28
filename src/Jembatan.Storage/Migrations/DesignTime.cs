using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jembatan.Storage.Migrations;

/// <summary>Lets the migration tool see the model for SQLite.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteJembatanDb>
{
    public SqliteJembatanDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteJembatanDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets the migration tool see the model for PostgreSQL.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresJembatanDb>
{
    public PostgresJembatanDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresJembatanDb>().UseNpgsql("Host=localhost").Options);
}

using Jembatan.Tests.Shared;

[assembly: AssemblyFixture(typeof(PostgresServer))]

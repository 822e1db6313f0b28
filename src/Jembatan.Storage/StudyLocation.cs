namespace Jembatan.Storage;

/// <summary>Where a study is kept.</summary>
public abstract record StudyLocation
{
    private StudyLocation() { }

    /// <summary>In a file <c>NAME.jembatan</c>.</summary>
    /// <param name="Path">Path of the file.</param>
    public sealed record File(string Path) : StudyLocation
    {
        public override string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
    }

    /// <summary>In a schema of a PostgreSQL database.</summary>
    /// <param name="Connection">Npgsql connection string, without a search path.</param>
    /// <param name="Study">Name of the study; its schema is <c>jembatan_NAME</c>.</param>
    public sealed record Database(string Connection, string Study) : StudyLocation
    {
        public override string Name => Study;
    }

    /// <summary>A short name for people.</summary>
    public abstract string Name { get; }
}

using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Sources;

/// <summary>What became of a file.</summary>
public enum ImportStatus
{
    /// <summary>It came in, whole.</summary>
    Imported,

    /// <summary>It was passed over: it is there already, or a folder holds what no importer reads.</summary>
    Skipped,

    /// <summary>Nothing of it came in.</summary>
    Failed,
}

/// <summary>A source that a file made.</summary>
/// <param name="Length">Length, code points.</param>
/// <param name="Turns">Speaker turns found.</param>
/// <param name="Revision">Number of the revision; above 1 when an earlier text was there.</param>
public sealed record ImportedSource(Id<Source> Id, string Name, int Length, int Turns, int Revision);

/// <summary>What became of one file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Sources">What it made: one source, or for a survey one per respondent and open question.</param>
/// <param name="Losses">What was left out of it, in words.</param>
/// <param name="Problem">Why it was skipped or failed.</param>
public sealed record ImportOutcome(string File, ImportStatus Status, IReadOnlyList<ImportedSource> Sources, IReadOnlyList<string> Losses, Problem? Problem)
{
    internal static ImportOutcome Imported(string file, IReadOnlyList<ImportedSource> sources, IReadOnlyList<string> losses) => new(file, ImportStatus.Imported, sources, losses, null);

    internal static ImportOutcome Skipped(string file, Problem why) => new(file, ImportStatus.Skipped, [], [], why);

    internal static ImportOutcome Failed(string file, Problem problem) => new(file, ImportStatus.Failed, [], [], problem);
}

/// <summary>How far an import has come.</summary>
/// <param name="Done">Files that are done.</param>
/// <param name="Total">Files in all.</param>
/// <param name="File">The file under way.</param>
public sealed record ImportProgress(int Done, int Total, string File);

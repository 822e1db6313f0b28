using Jembatan.Core;

namespace Jembatan.Cli.Frame;

/// <summary>What a verb says when it is done.</summary>
/// <param name="Document">The JSON document of <c>--json</c>.</param>
/// <param name="Print">Says the same to people.</param>
internal sealed record Answer(object Document, Action<Sheet> Print)
{
    /// <summary>What went wrong beside what was done; then the exit code is 1.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Whether the document is on standard output already, written while the study was open because it may be longer than the memory.</summary>
    public bool IsWritten { get; init; }
}

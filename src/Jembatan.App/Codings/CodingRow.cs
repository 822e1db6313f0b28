using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Codings;

/// <summary>A coding with names in place of identities, as lists show it.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Revision">Revision that the positions belong to.</param>
/// <param name="Code">Label of the code.</param>
/// <param name="Coder">Name of the coder.</param>
/// <param name="Start">First position, code points.</param>
/// <param name="End">Position after the last, code points.</param>
/// <param name="Text">The words.</param>
/// <param name="Strategy">Label of the strategy spoken about.</param>
/// <param name="Note">Newest note on it.</param>
public sealed record CodingRow(
    Id<Coding> Id, string Source, int Revision, string Code, string Coder, int Start, int End, string Text, int Stance, Basis? Basis, string? Strategy, bool Orphaned,
    Voice Voice, string Before, string After, Id<Source> SourceId, Id<Code> CodeId, Id<Informant>? InformantId, string? Note, DateTimeOffset CreatedAt)
{
    internal static CodingRow Of(Coding c, string source, string code, string coder, string? strategy, string? note, Id<Informant>? informant = null) => new(
        c.Id, source, c.Revision, code, coder, c.Start, c.End, c.Quote, c.Stance, c.Basis, strategy, c.Orphaned, c.Voice, c.Before, c.After, c.SourceId, c.CodeId, informant, note, c.CreatedAt);
}

using System.Globalization;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Agreement;

/// <summary>Which codings were adjudicated: each carries a note that says how, beside what the consensus holds.</summary>
internal sealed class Settlements
{
    /// <summary>What such a note is on.</summary>
    public const string Kind = "adjudication";

    private readonly HashSet<Guid> codings;

    private Settlements(HashSet<Guid> codings) => this.codings = codings;

    public static async Task<Settlements> ReadAsync(JembatanDb db, CancellationToken cancellationToken) =>
        new([.. await db.Notes.AsNoTracking().Where(n => n.TargetKind == Kind).Select(n => n.TargetId).ToListAsync(cancellationToken)]);

    /// <summary>Whether every coding of it was adjudicated; a later coding opens it again.</summary>
    public bool Knows(Disagreement disagreement) => disagreement.Marks.All(m => codings.Contains(m.Coding.Value));

    /// <summary>The words of such a note.</summary>
    public static string Words(string decision, int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{decision} {start}-{end}");
}

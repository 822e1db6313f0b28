using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Narratives;

/// <summary>The analyst's texts by section.</summary>
public static class ListNarratives
{
    public sealed record Response(IReadOnlyList<Row> Narratives);

    public sealed record Row(Id<Narrative> Id, string Section, Bilingual Text, string Author, DateTimeOffset At);

    public static async Task<Result<Response>> HandleAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var coders = await db.Coders.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        var all = await db.Narratives.AsNoTracking().OrderBy(n => n.Section).ToListAsync(cancellationToken);
        return new Response([.. all.Select(n => new Row(n.Id, n.Section, n.Text, coders.GetValueOrDefault(n.AuthorId, "?"), n.At))]);
    }
}

using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Merges;

/// <summary>A conflict as people see it.</summary>
/// <param name="Id">Its identity, the same in every copy.</param>
/// <param name="Kind">How the copies differ.</param>
/// <param name="Entity">Kind of the thing.</param>
/// <param name="EntityId">The thing.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Field">The field; empty when the whole thing is meant.</param>
/// <param name="Ours">This copy's value in words; null for none, or for a thing removed.</param>
/// <param name="Theirs">The other copy's value in words.</param>
/// <param name="Chosen">Whose value stands: <c>ours</c> or <c>theirs</c>.</param>
/// <param name="Settled">Whether somebody chose.</param>
/// <param name="By">Who chose.</param>
/// <param name="At">When the copies were merged.</param>
public sealed record ConflictRow(
    Guid Id, ConflictKind Kind, string Entity, Guid EntityId, string Name, string Field, string? Ours, string? Theirs, string Chosen, bool Settled, string? By, DateTimeOffset At);

/// <summary>Puts conflicts into words.</summary>
internal static class ConflictRows
{
    private const int LongestCharacters = 400;

    public static async Task<List<ConflictRow>> ReadAsync(JembatanDb db, IReadOnlyList<Conflict> conflicts, CancellationToken cancellationToken)
    {
        if (conflicts.Count == 0) return [];
        var names = await NamesAsync(db, cancellationToken);
        var choices = (await db.MergeChoices.AsNoTracking().ToListAsync(cancellationToken)).GroupBy(c => c.ConflictId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.At)!);
        return
        [
            .. conflicts.Select(c =>
            {
                var choice = choices.GetValueOrDefault(c.Id);
                var ours = choice is null ? c.TookOurs : choice.Chosen == c.OurSet;
                return new ConflictRow(
                    c.Id, c.Kind, c.Entity, c.EntityId, c.Name, c.Field, Words(c.Ours, names), Words(c.Theirs, names), ours ? "ours" : "theirs",
                    choice is not null, choice is null ? null : names.GetValueOrDefault(choice.CoderId.Value), c.At);
            }),
        ];
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, string>();
        foreach (var c in await db.Codes.AsNoTracking().Select(c => new { c.Id, c.Label }).ToListAsync(cancellationToken)) names[c.Id.Value] = c.Label;
        foreach (var c in await db.Coders.AsNoTracking().ToListAsync(cancellationToken)) names[c.Id.Value] = c.Name;
        foreach (var s in await db.Sources.AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken)) names[s.Id.Value] = s.Name;
        foreach (var i in await db.Informants.AsNoTracking().ToListAsync(cancellationToken)) names[i.Id.Value] = i.Name;
        foreach (var s in await db.Strategies.AsNoTracking().Select(s => new { s.Id, s.Label }).ToListAsync(cancellationToken)) names[s.Id.Value] = s.Label;
        return names;
    }

    private static string? Words(string? json, Dictionary<Guid, string> names)
    {
        if (json is null) return null;
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Guid.TryParse(value.GetString(), out var id) && names.TryGetValue(id, out var name) ? name : value.GetString()!,
            JsonValueKind.Object when value.TryGetProperty("Id", out var indonesian) && value.TryGetProperty("En", out var english) =>
                string.Join(" / ", new[] { indonesian.GetString(), english.GetString() }.Where(t => !string.IsNullOrEmpty(t)).Distinct()),
            JsonValueKind.Object when value.TryGetProperty("$blob", out _) => "…",
            JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Where(f => f.Name != "Id").Select(f => $"{f.Name}: {Words(f.Value.GetRawText(), names)}")),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => Words(v.GetRawText(), names))),
            _ => value.GetRawText(),
        };
        return text.Length > LongestCharacters ? text[..LongestCharacters] + "…" : text;
    }
}

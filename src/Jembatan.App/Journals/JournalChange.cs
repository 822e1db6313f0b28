using System.Text.Json;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;

namespace Jembatan.App.Journals;

/// <summary>What a step did to one thing.</summary>
/// <param name="Entity">What kind of thing, such as <c>Coding</c>.</param>
/// <param name="EntityId">Its identity; empty for many at once.</param>
/// <param name="Operation">Added, set or removed.</param>
/// <param name="Name">What people call it: label, name, title or words, of a mark, an assignment or a revision its source; null when nothing serves.</param>
/// <param name="Place">Of a coding its code and its source, such as <c>FI02 · N1</c>; null of anything else.</param>
/// <param name="Fields">Fields that were set, with the value before and after.</param>
public sealed record JournalChange(string Entity, Guid EntityId, ChangeOperation Operation, string? Name, IReadOnlyList<FieldChange> Fields, string? Place = null)
{
    private const int LongestCharacters = 120;
    private static readonly string[] Naming = ["Label", "Name", "Title", "Quote", "Statement", "Section", "Text", "Because", "Value", "Number"];

    internal static JournalChange Of(Change change, JournalNames names, bool withoutWords = false)
    {
        if (withoutWords || change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany) return new(change.Entity, change.EntityId, change.Operation, null, []);
        using var payload = JsonDocument.Parse(change.Payload);
        var root = payload.RootElement;
        if (change.Operation == ChangeOperation.Set)
        {
            return new(change.Entity, change.EntityId, change.Operation, names.Of(change),
                [.. root.EnumerateObject().Where(f => f.Value.ValueKind == JsonValueKind.Array && !f.Name.StartsWith('$')).Select(f => new FieldChange(f.Name, Words(f.Value[0]), Words(f.Value[1])))], names.PlaceOf(change));
        }

        return new(change.Entity, change.EntityId, change.Operation, NameIn(root) ?? names.OfSource(root), [], change.Entity == nameof(Coding) ? names.PlaceIn(root) : null);
    }

    /// <summary>The name that an addition or a removal tells.</summary>
    internal static string? NameIn(JsonElement fields) => Naming.Select(n => fields.TryGetProperty(n, out var value) ? Words(value) : null).FirstOrDefault(n => !string.IsNullOrEmpty(n));

    internal static string Clip(string text) => text.Length > LongestCharacters ? text[..LongestCharacters] + "…" : text;

    private static string? Words(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object when value.TryGetProperty("$blob", out _) => "(long text)",
            JsonValueKind.Object when value.TryGetProperty("Id", out var id) && value.TryGetProperty("En", out var en) => id.GetString() is { Length: > 0 } indonesian ? indonesian : en.GetString(),
            _ => value.GetRawText(),
        };
        return text is null ? null : Clip(text);
    }
}

/// <summary>A field before and after.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

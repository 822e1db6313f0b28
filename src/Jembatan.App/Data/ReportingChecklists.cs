using System.Text.Json;
using Jembatan.Core;

namespace Jembatan.App.Data;

/// <summary>Reporting standards for qualitative research, shipped as data.</summary>
internal static class ReportingChecklists
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Checklist> All { get; } = Load();

    private static IReadOnlyList<Checklist> Load()
    {
        using var stream = typeof(ReportingChecklists).Assembly.GetManifestResourceStream("Jembatan.App.Data.checklists.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<Checklist>>(stream, Options)!;
    }
}

internal sealed record Checklist(string Key, string Name, Bilingual Citation, IReadOnlyList<ChecklistItem> Items);

/// <param name="FilledFrom">What the program knows of it, such as <c>coders</c>; null when only the analyst can say.</param>
internal sealed record ChecklistItem(int Number, Bilingual Text, string? FilledFrom);

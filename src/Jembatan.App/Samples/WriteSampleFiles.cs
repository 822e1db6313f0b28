using System.Globalization;
using System.Text;
using System.Text.Json;
using Jembatan.Core;
using Jembatan.Interchange.Docx;
using Jembatan.Interchange.Tables;

namespace Jembatan.App.Samples;

/// <summary>Writes the invented interviews and their face sheet as a researcher would have them on disk.</summary>
internal static class WriteSampleFiles
{
    /// <summary>Folder of the interviews, under the folder asked for.</summary>
    public const string Folder = "wawancara";

    /// <summary>The face sheet.</summary>
    public const string FaceSheet = "narasumber.xlsx";

    /// <summary>Column that holds the names of the sources.</summary>
    public const string SourceColumn = "sumber";

    private static readonly string[] Variables =
        ["pekerjaan", "kepesertaan", "umur", "jenis_kelamin", "provinsi", "wilayah", "penghasilan_per_bulan", "pembayar_iuran", "lama_peserta_bulan"];

    /// <param name="Interviews">Paths of the interviews, in order.</param>
    /// <param name="Cases">Path of the face sheet.</param>
    public sealed record Response(IReadOnlyList<string> Interviews, string Cases);

    /// <summary>Writes into a folder: speaker tables, paragraphs and plain texts in turn, so that every way of reading is used.</summary>
    public static async Task<Result<Response>> HandleAsync(string directory, IReadOnlyList<SampleInterview> interviews, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(directory, Folder)).FullName;
        var paths = new List<string>();
        foreach (var (i, name) in SampleFiles.Interviews.Index())
        {
            var transcript = SampleTranscript.Of(name);
            if (transcript.Problem is { } problem) return problem;
            paths.Add(i % 4 == 3
                ? await TextAsync(Path.Combine(folder, name + ".txt"), SampleFiles.Transcript(name), cancellationToken)
                : Document(Path.Combine(folder, name + ".docx"), transcript.Value, i % 2 == 0 ? TranscriptLayout.Table : TranscriptLayout.Paragraphs));
        }

        var cases = Path.Combine(directory, FaceSheet);
        await using var sheet = File.Create(cases);
        TableWriter.WriteXlsx(sheet, [new SheetData("narasumber", [SourceColumn, "kelompok", "rincian", "persetujuan", .. Variables], [.. interviews.Select(Row)])]);
        return new Response(paths, cases);
    }

    private static async Task<string> TextAsync(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        return path;
    }

    private static string Document(string path, SampleTranscript transcript, TranscriptLayout layout)
    {
        using var file = File.Create(path);
        DocxWriter.WriteTranscript(file, transcript.TitleLines, transcript.Turns, layout);
        return path;
    }

    private static IReadOnlyList<object?> Row(SampleInterview i) =>
    [
        i.Source, i.Informant.Group, i.Informant.GroupDetail, i.Informant.Consent,
        .. Variables.Select(v => i.Informant.Variables.TryGetValue(v, out var value) ? Cell(value) : null),
    ];

    private static object? Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Null => null,
        _ => Convert.ToString(value.GetString(), CultureInfo.InvariantCulture),
    };
}

using System.Globalization;
using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Samples;

/// <summary>Brings the written interviews into the study with their face sheet, and says how each was held.</summary>
internal static class ImportSample
{
    private const string Importer = "Dewi";

    public static async Task<Result<Done>> HandleAsync(
        WriteSampleFiles.Response files, IReadOnlyList<SampleInterview> interviews, SampleLedger ledger, IProgress<SampleProgress>? progress, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        var request = new ImportSources.Request(ImportFile.Of(files.Interviews), Cases: ImportFile.At(files.Cases)) { NameColumn = WriteSampleFiles.SourceColumn };
        var imported = await ImportSources.HandleAsync(request, Importer, Of(progress), db, ledger.Clock, cancellationToken);
        if (imported.Problem is { } unread) return unread;
        if (imported.Value.Problem is { } partly) return partly;
        if (imported.Value.Cases is not { Missing: [], Unmatched: [], Duplicates: [] })
            return SampleFiles.Problem(WriteSampleFiles.FaceSheet, "rows", "Not every interview has one row of its own.");

        foreach (var interview in interviews)
        {
            var described = await DescribeAsync(interview, db, cancellationToken);
            if (described.Problem is { } problem) return problem;
        }

        await db.CommitAsync("Describe interviews", (await db.CoderAsync(Importer, cancellationToken)).Id, cancellationToken);
        return default(Done);
    }

    private static async Task<Result<Done>> DescribeAsync(SampleInterview interview, Storage.JembatanDb db, CancellationToken cancellationToken)
    {
        var source = await db.SourceAsync(interview.Source, cancellationToken);
        if (source.Problem is { } missing) return missing;
        var held = interview.Interview;
        if (!DateOnly.TryParseExact(held.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return SampleFiles.Problem($"codings/{interview.Source}.json", "interview", $"'{held.Date}' is no date.");
        source.Value.Describe(new InterviewRecord(
            date, held.Place, held.Mode, held.Minutes, held.Language, held.OthersPresent, Interviewer: "Tim peneliti (rekaan)", GuideVersion: "1", ReturnedToInformant: null));
        if (source.Value.InformantId is { } id && await db.Informants.FindAsync([id], cancellationToken) is { } informant) informant.Describe(name: interview.Informant.Name);
        return default(Done);
    }

    private static InlineProgress? Of(IProgress<SampleProgress>? progress) => progress is null ? null : new(p => progress.Report(new(SampleStage.Import, p.Done, p.Total)));

    // Progress<T> would post to another thread and arrive late.
    private sealed class InlineProgress(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}

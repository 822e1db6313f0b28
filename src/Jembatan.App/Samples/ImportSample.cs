using System.Globalization;
using Jembatan.App.Lookups;
using Jembatan.App.Sources;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange;

namespace Jembatan.App.Samples;

/// <summary>Brings the written interviews into the study with their face sheet, and says how each was held.</summary>
internal static class ImportSample
{
    public static async Task<Result<Done>> HandleAsync(
        WriteSampleFiles.Response files, IReadOnlyList<SampleInterview> interviews, SampleLedger ledger, IProgress<SampleProgress>? progress, CancellationToken cancellationToken)
    {
        await using (var db = ledger.NewDb())
        {
            foreach (var (i, path) in files.Interviews.Index())
            {
                progress?.Report(new(SampleStage.Import, i, files.Interviews.Count));
                await using var stream = File.OpenRead(path);
                var read = await Importers.ImportAsync(Path.GetFileName(path), stream, cancellationToken);
                if (read.Problem is { } unread) return unread;
                var source = new Source(Path.GetFileNameWithoutExtension(path), SourceKind.Interview, Path.GetFileName(path), ledger.Clock.GetUtcNow());
                var revision = source.Revise(read.Value.Text, read.Value.Turns, read.Value.Losses, ledger.Clock.GetUtcNow());
                await db.KeepAsync(read.Value.Text.Value, cancellationToken);
                var informant = new Informant(interviews[i].Informant.Name, InformantGroups.Parse(interviews[i].Informant.Group));
                informant.Describe(consent: interviews[i].Informant.Consent);
                db.Informants.Add(informant);
                source.Match(informant.Id);
                db.Sources.Add(source);
                db.Revisions.Add(revision);
            }

            await db.CommitAsync("Import interviews", null, cancellationToken);
        }

        return await DescribeAsync(interviews, ledger, cancellationToken);
    }

    private static async Task<Result<Done>> DescribeAsync(IReadOnlyList<SampleInterview> interviews, SampleLedger ledger, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        foreach (var interview in interviews)
        {
            var source = await db.SourceAsync(interview.Source, cancellationToken);
            if (source.Problem is { } missing) return missing;
            var held = interview.Interview;
            if (!DateOnly.TryParseExact(held.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return SampleFiles.Problem($"codings/{interview.Source}.json", "interview", $"'{held.Date}' is no date.");
            source.Value.Describe(new InterviewRecord(
                date, held.Place, held.Mode, held.Minutes, held.Language, held.OthersPresent, Interviewer: "Tim peneliti (rekaan)", GuideVersion: "1", ReturnedToInformant: null));
        }

        await db.CommitAsync("Describe interviews", null, cancellationToken);
        return default(Done);
    }
}

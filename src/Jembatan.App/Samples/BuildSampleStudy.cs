using Jembatan.App.Lookups;
using Jembatan.App.Studies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Samples;

/// <summary>Makes the sample study: writes its invented interviews as files, brings them in as real ones come in, and codes, rates and judges as its people did.</summary>
/// <remarks>The same but for identities and times. A flaw in the data stops it with a message that names file and entry, and leaves no study behind.</remarks>
public static class BuildSampleStudy
{
    /// <summary>Name of the study file in the folder.</summary>
    public const string FileName = "contoh.jembatan";

    /// <param name="Directory">The folder; made when it is not there.</param>
    public sealed record Request(string Directory, Language Language = Language.Indonesian);

    /// <param name="Study">Path of the study file.</param>
    /// <param name="Interviews">Paths of the interviews.</param>
    /// <param name="Cases">Path of the face sheet.</param>
    /// <param name="Notice">What every page and file of it says.</param>
    public sealed record Response(string Study, IReadOnlyList<string> Interviews, string Cases, Bilingual Notice, int Sources, int Codings, int Ratings);

    /// <returns>The study, or <c>study/exists</c>, <c>sample/…</c>, or a problem of the steps it takes.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, IProgress<SampleProgress>? progress, TimeProvider clock, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(request.Directory);
        var study = Path.Combine(folder, FileName);
        if (File.Exists(study)) return new Problem("study/exists", $"'{study}' is there already. Open it, or name another folder.", study);

        // Built under another name and moved when it is whole.
        Directory.CreateDirectory(folder);
        var making = Path.Combine(folder, ".contoh-baru.jembatan");
        Clear(making);
        try
        {
            var built = await BuildAsync(request, folder, making, progress, clock, cancellationToken);
            if (built.Problem is { } problem) return problem;
            File.Move(making, study);
            return built.Value with { Study = study };
        }
        finally
        {
            Clear(making);
        }
    }

    private static async Task<Result<Response>> BuildAsync(
        Request request, string folder, string path, IProgress<SampleProgress>? progress, TimeProvider clock, CancellationToken cancellationToken)
    {
        var read = SampleFiles.Servo();
        if (read.Problem is { } unreadable) return unreadable;
        var sample = read.Value;
        var interviews = new List<SampleInterview>();
        foreach (var name in SampleFiles.Interviews)
        {
            var interview = SampleFiles.Codings(name);
            if (interview.Problem is { } problem) return problem;
            interviews.Add(interview.Value);
        }

        var files = await WriteSampleFiles.HandleAsync(folder, interviews, cancellationToken);
        if (files.Problem is { } unwritten) return unwritten;

        var location = new StudyLocation.File(path);
        var made = await CreateStudy.HandleAsync(new(sample.Title, request.Language, Template.InformalCoverage), location, clock, cancellationToken);
        if (made.Problem is { } unmade) return unmade;
        var opened = await StudyStore.OpenAsync(location, StudyAccess.Write, clock, cancellationToken);
        if (opened.Problem is { } unopened) return unopened;
        await using var store = opened.Value;
        var ledger = new SampleLedger(store, clock);

        if ((await DescribeAsync(sample, ledger, cancellationToken)).Problem is { } undescribed) return undescribed;
        if ((await ImportSample.HandleAsync(files.Value, interviews, ledger, progress, cancellationToken)).Problem is { } unimported) return unimported;
        var coded = await CodeSampleInTwoVersions.HandleAsync(interviews, sample.Codebook, ledger, progress, cancellationToken);
        if (coded.Problem is { } uncoded) return uncoded;

        var ratings = 0;
        foreach (var (i, strategy) in sample.Strategies.Index())
        {
            progress?.Report(new(SampleStage.Rate, i, sample.Strategies.Count));
            var rated = await RateSample.HandleAsync(strategy, ledger, cancellationToken);
            if (rated.Problem is { } unrated) return unrated;
            ratings += rated.Value;
        }

        if ((await JudgeSample.HandleAsync(sample, ledger, cancellationToken)).Problem is { } unjudged) return unjudged;
        progress?.Report(new(SampleStage.Rate, sample.Strategies.Count, sample.Strategies.Count));
        return new Response(path, files.Value.Interviews, files.Value.Cases, sample.Notice, interviews.Count, coded.Value, ratings);
    }

    private static async Task<Result<Done>> DescribeAsync(SampleServo sample, SampleLedger ledger, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        var study = await db.StudyAsync(cancellationToken);
        if (study.Problem is { } problem) return problem;
        study.Value.MarkAsSample(sample.Notice);
        var described = await DescribeStudy.HandleAsync(
            new(null, sample.Question, sample.UnitOfAnalysis, sample.Particulars.ToDictionary(p => p.Key, p => (string?)p.Value)),
            sample.Strategies[0].Verdict.By, db, ledger.Clock, cancellationToken);
        return described.Problem is { } undescribed ? undescribed : default(Done);
    }

    private static void Clear(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) File.Delete(file);
    }
}

/// <summary>What the building of the sample is at.</summary>
public enum SampleStage
{
    /// <summary>Reads interviews.</summary>
    Import,

    /// <summary>Codes them.</summary>
    Code,

    /// <summary>Enters ratings and verdicts.</summary>
    Rate,
}

/// <summary>How far a stage has come.</summary>
public readonly record struct SampleProgress(SampleStage Stage, int Done, int Of);

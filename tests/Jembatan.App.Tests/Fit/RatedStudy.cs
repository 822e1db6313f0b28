using Jembatan.App.Servo;
using Jembatan.App.Strategies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Tests.Fit;

/// <summary>One strategy, three S–E criteria, two coded interviews and a document, ready to be rated.</summary>
internal sealed class RatedStudy : IAsyncDisposable
{
    private RatedStudy(SmallStudy small) => Small = small;

    public SmallStudy Small { get; }

    /// <summary>A coding of FI02 in the words of N1, a worker.</summary>
    public string First { get; private set; } = "";

    /// <summary>A coding of FI02 in the words of N2, of a branch.</summary>
    public string Second { get; private set; } = "";

    /// <summary>A document of a third body.</summary>
    public string Document { get; private set; } = "";

    public static async Task<RatedStudy> NewAsync()
    {
        var study = new RatedStudy(await SmallStudy.NewAsync());
        await study.Small.CodeAsync("FI02", Element.Environment);
        await study.Small.InterviewAsync("satu", "N1", InformantGroup.Worker, "P: bagaimana uangnya?", "N: kadang ada kadang tidak ada sama sekali");
        await study.Small.InterviewAsync("dua", "N2", InformantGroup.Branch, "N: penghasilan mereka memang tidak tentu");
        study.First = (await study.Small.CodingAsync("satu", "tidak ada sama sekali", "FI02", "A", basis: Basis.Experience)).ToString();
        study.Second = (await study.Small.CodingAsync("dua", "memang tidak tentu", "FI02", "B", basis: Basis.Knowledge)).ToString();
        await study.AskAsync(db => AddStrategy.HandleAsync(
            new("perisai", new(Title: new("Agen Perisai", "Perisai agents"), Claims: ["FI02"])), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        foreach (var (label, weight) in new[] { ("SE1", 2.0), ("SE2", 1.0), ("SE3", 1.0) })
            await study.AskAsync(db => AddCriterion.HandleAsync(new(label, Pair.SE, new($"Tanya {label}?", $"Ask {label}?"), new("syarat", "need"), weight), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));
        study.Document = (await study.AskAsync(db => AddEvidence.HandleAsync(
            new(EvidenceKind.Document, "Laporan", Issuer: "Kementerian", Citation: "Laporan 2025", Stance: 0), "Dewi", db, SmallStudy.Clock, SmallStudy.Token))).Id.ToString();
        return study;
    }

    public Task<RateCriterion.Response> RateAsync(string criterion, string value, string rater, params string[] evidence) =>
        AskAsync(db => RateCriterion.HandleAsync(new("perisai", criterion, value, Observed: "teramati", Rationale: "karena", Evidence: evidence), rater, db, SmallStudy.Clock, SmallStudy.Token));

    public Task<Problem> RefuseAsync(string criterion, string value, string rater, string? evidence = null, string rationale = "karena") =>
        RefusalAsync(db => RateCriterion.HandleAsync(
            new("perisai", criterion, value, Rationale: rationale, Evidence: evidence is null ? null : [evidence]), rater, db, SmallStudy.Clock, SmallStudy.Token));

    public Task<RecordMisfit.Response> MisfitAsync(string key, MisfitFields fields) =>
        AskAsync(db => RecordMisfit.HandleAsync(new(key, fields), "Dewi", db, SmallStudy.Clock, SmallStudy.Token));

    public Task<ServoBoard.Response> BoardAsync(string? horizon = null) => AskAsync(db => ServoBoard.HandleAsync(new(Horizon: horizon), db, SmallStudy.Token));

    public Task<T> AskAsync<T>(Func<JembatanDb, Task<Result<T>>> ask) => Small.AskAsync(ask);

    public Task<Problem> RefusalAsync<T>(Func<JembatanDb, Task<Result<T>>> ask) => Small.RefusalAsync(ask);

    public ValueTask DisposeAsync() => Small.DisposeAsync();
}

using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Storage.Tests;

/// <summary>At least one entity of every kind, no field left at its default, with emoji, scripts beyond the basic plane and long text.</summary>
internal sealed class Sample
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    public static readonly string Long = string.Concat(Enumerable.Repeat("Iuran terasa berat ketika panen gagal 🌾👨‍👩‍👧 ꦱꦸꦒꦼꦁ \"kata\" \\ <b>\n", 200));

    public static readonly CanonicalText Text = CanonicalText.From("P: Mengapa berhenti?\nN: Ya karena 🌾 gagal panen, uangnya habis 👨‍👩‍👧.\nN: Itu saja.\n");

    private static readonly Turn[] Turns =
    [
        new(0, 20, 3, "P", Voice.Interviewer, 1.5), new(21, 68, 24, "N", Voice.Informant, 12), new(69, 81, 72, "N", Voice.Informant),
    ];

    public Coder Ani { get; } = new("Ani 🌱");

    public Coder Budi { get; } = new("Budi");

    public Informant Informant { get; } = new("N07", InformantGroup.Worker);

    public Variable Variable { get; } = new("status", VariableType.Integer);

    public VariableValue Value { get; }

    public Source Source { get; } = new("Wawancara 7 — petani", SourceKind.Document, "N07 petani.docx", At);

    public SourceRevision Revision { get; }

    public Code Parent { get; } = new("FI", new CodeRules(Bilingual.Same("Keuangan")), null, 1);

    public Code Code { get; }

    public CodebookVersion Version { get; } = new(1, "pilot", Long, At);

    public Strategy Strategy { get; }

    public Performance Performance { get; }

    public Coding Coding { get; }

    public DoneMark Done { get; }

    public Assignment Assignment { get; }

    public Note Note { get; }

    public Evidence Evidence { get; }

    public Factor Factor { get; }

    public Criterion Criterion { get; } = new("SR1", Pair.SR, new Bilingual("Apakah?", "Does it?"), new Bilingual("Perlu", "Needed"), 1.25, 3);

    public Rating Rating { get; }

    public Verdict Verdict { get; }

    public Misfit Misfit { get; }

    public Recommendation Recommendation { get; }

    public Narrative Narrative { get; }

    public MergeChoice Choice { get; }

    public Sample()
    {
        Informant.Describe(consent: "boleh dikutip tanpa nama");
        Value = new(Informant.Id, Variable.Id, "terlindungi");
        Source.Match(Informant.Id);
        Source.Describe(new InterviewRecord(new DateOnly(2026, 1, 2), "balai desa", "tatap muka", 55, "id-jv", "istri", "Ani", "v2", true));
        Revision = Source.Revise(Text, Turns, ["gambar dilewati: 2"], At);
        Code = new("FI02", Rules("Pendapatan tidak menentu"), Parent.Id, 2);
        Strategy = new("dbh-cht", Details("Iuran dibayar dari DBH CHT") with { Mechanism = [Code.Id] }, 4);
        Performance = new(Strategy.Id, "2025-08", new Bilingual("peserta", "members"), 1e7, 8_123_456.789, "orang", "laporan 2025", "A");
        Coding = Coding.Of(Revision, Text.Select(27, 50).Value, Code.Id, Ani.Id, new CodingMarks(-1, Basis.Observation, Strategy.Id), At);
        Code.Show(Coding.Id);
        Done = new(Source.Id, Ani.Id, At);
        Assignment = new(Source.Id, Ani.Id, true, At);
        Note = new("coding", Coding.Id.Value, Long, Ani.Id, At);
        Evidence = new(EvidenceKind.Statistic, new EvidenceDetails("gagal panen") { Issuer = "BPS", Citation = "hlm. 3", Date = "2025", SeriesPoint = "informal-share/2025-08", Stance = -1, Weight = 0.1 }, Coding.Id, Strategy.Id, Ani.Id, At);
        Factor = new(Element.Environment, "economic", new Bilingual("Harga naik", "Prices rise"), true, "2030", [Evidence.Id]);
        Rating = Rating.Of(Criterion.Id, Strategy.Id, Ani.Id, "2030-01-01", new RatingAnswer(RatingValue.Of(-2), "dana tetap", "dana musiman", "karena", [Evidence.Id]), 1, At).Value;
        Verdict = new(Strategy.Id, Ani.Id, VerdictKind.Misfit, "karena dana habis", At);
        Misfit = new(Strategy.Id, Pair.SR, Criterion.Id, new MisfitDetails("dana tidak cukup")
        {
            Type = MisfitType.Timing, Status = MisfitStatus.Dismissed, Required = "r", Observed = "o", Causes = [Code.Id], Segment = "petani",
            Affected = new AffectedPersons(1, 2.5, 4), Disposition = Disposition.Mitigate, Severity = 5, Effort = 1, Owner = "cabang", Due = "2027",
        });
        Recommendation = new(new RecommendationDetails("Tambah dana") { Misfits = [Misfit.Id], StrategyId = Strategy.Id, Causes = [Code.Id], Evidence = [Evidence.Id], Owner = "pemda", Due = "2027" }, 2);
        Narrative = new("answer", new Bilingual(Long, "short"), Ani.Id, At);
        Choice = new(Guid.CreateVersion7(), Guid.CreateVersion7(), Ani.Id, At);
    }

    /// <summary>All of them; what others refer to comes first. The study itself is there already.</summary>
    public IReadOnlyList<IEntity> All =>
    [
        Ani, Budi, Informant, Variable, Value, Source, Revision, Parent, Code, Version, Strategy, Performance, Coding, Done, Assignment, Note, Evidence, Factor, Criterion, Rating,
        Verdict, Misfit, Recommendation, Narrative, Choice,
    ];

    /// <summary>Changes every entity that can change, all its fields.</summary>
    public static void ReviseAll(IReadOnlyList<IEntity> all)
    {
        T One<T>() where T : class, IEntity => all.OfType<T>().Last();
        One<Coder>().Rename("Budi Santoso");
        One<Informant>().Describe("N08", InformantGroup.Agent, "ditarik sebagian");
        One<Variable>().Widen(VariableType.Text);
        One<VariableValue>().Set("lapsed");
        var source = One<Source>();
        source.Rename("Wawancara 8");
        source.Match(null);
        source.Describe(null);
        One<SourceRevision>().SetTurns([Turns[1]]);
        var code = One<Code>();
        code.Revise(Rules("Upah harian") with { Element = null, Citations = [] });
        code.Relabel("FI99");
        code.Move(null);
        code.MergeInto(all.OfType<Code>().First().Id);
        code.Show(null);
        One<Strategy>().Revise(new StrategyDetails(Bilingual.Same("Baru")));
        One<Performance>().Set(null, 2, "koreksi");
        One<Coding>().Mark(new CodingMarks(0));
        One<Note>().Write("pendek");
        One<Evidence>().Revise(new EvidenceDetails("lain") { Weight = 1.0 / 3 });
        One<Factor>().Revise(Bilingual.Same("Harga turun"), []);
        One<Criterion>().Revise(Bilingual.Same("?"), Bilingual.Empty, 2);
        One<Criterion>().Retire();
        One<Rating>().Answer(new RatingAnswer(RatingValue.NotApplicable, "", "", "tidak berlaku", []), 2, At.AddDays(1));
        One<Verdict>().Revise(all.OfType<Coder>().Last().Id, VerdictKind.FairlyFit, "ditimbang lagi", At.AddDays(1));
        One<Misfit>().Revise(new MisfitDetails("beres"));
        One<Recommendation>().Revise(new RecommendationDetails("Kurangi"));
        One<Narrative>().Write(Bilingual.Same("pendek"), all.OfType<Coder>().Last().Id, At.AddDays(1));
    }

    private static CodeRules Rules(string name) => new(new Bilingual(name, name + " (en)"))
    {
        Definition = new(Long, "d"), Include = new("i", "i"), Exclude = new("x", "x"), Indicator = new("n", "n"), Abstraction = new("a", "a"),
        Element = Element.Environment, Origin = CodeOrigin.Data, Level = CodeLevel.Theme, IsCause = false, Color = "#112233", Citations = ["BPS 2025", "OJK"],
    };

    private static StrategyDetails Details(string title) => new(new Bilingual(title, title))
    {
        Summary = new("s", "s"), Approaches = [Approach.Subsidy, Approach.Remind], Goal = new StrategyGoal(Bilingual.Same("m"), 1, 0.1 + 0.2, "%", "2027"),
        Scope = new StrategyScope(["petani"], ["Jawa"], ["JKK", "JKM"]), Basis = new("b", "b"),
        BusinessModel = new BusinessModel(Bilingual.Same("p"), Bilingual.Same("f"), Bilingual.Same("u"), Bilingual.Same("c")), Status = StrategyStatus.Pilot,
        From = "2021", To = "2027", Owner = "pemda", LegalBasis = ["PMK 215/2021"], Assumptions = [new Assumption(Bilingual.Same("a"), Element.Values, Bilingual.Same("i"))], Facts = [new StatedFact(Bilingual.Same("f"), ["c"], "B")],
    };
}

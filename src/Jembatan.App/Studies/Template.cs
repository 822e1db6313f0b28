using System.Globalization;
using Jembatan.App.Data;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.App.Studies;

/// <summary>What a study begins with.</summary>
internal sealed class Template
{
    public const string Blank = "blank";
    public const string Servo = "servo";
    public const string InformalCoverage = "informal-coverage";

    /// <summary>The coder of evidence that comes with the program.</summary>
    public const string CoderName = "Jembatan";

    public static IReadOnlyList<string> Names { get; } = [InformalCoverage, Servo, Blank];

    public List<Code> Codes { get; } = [];

    public List<Criterion> Criteria { get; } = [];

    public List<Strategy> Strategies { get; } = [];

    public List<Performance> Performances { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    public List<Factor> Factors { get; } = [];

    public bool IsEmpty => Codes.Count + Criteria.Count + Strategies.Count + Evidence.Count == 0;

    public static Template Of(string name, Language language, Coder coder, DateTimeOffset at)
    {
        var template = new Template();
        if (name is Servo or InformalCoverage) template.AddCriteria(ShippedData.Criteria());
        if (name is not InformalCoverage) return template;
        template.AddCodes(ShippedData.Causes(), isCause: true);
        template.AddCodes(ShippedData.ServoCodes(), isCause: false);
        template.AddStrategies(ShippedData.Strategies(), language);
        template.AddSeries(ShippedData.Macro(), language, coder, at);
        return template;
    }

    public void AddTo(JembatanDb db)
    {
        db.Codes.AddRange(Codes);
        db.Criteria.AddRange(Criteria);
        db.Strategies.AddRange(Strategies);
        db.Performances.AddRange(Performances);
        db.Evidence.AddRange(Evidence);
        db.Factors.AddRange(Factors);
    }

    /// <summary>A code of a shipped codebook.</summary>
    public static Code Code(ShippedCodebook book, ShippedCode shipped, CodeLevel level, bool isCause, Id<Code>? parentId, int order) => new(
        shipped.Key,
        new CodeRules(shipped.Name)
        {
            Definition = shipped.Definition ?? Bilingual.Empty, Include = shipped.Include ?? Bilingual.Empty, Exclude = shipped.Exclude ?? Bilingual.Empty,
            Indicator = shipped.Indicator ?? Bilingual.Empty, Abstraction = shipped.Abstraction ?? Bilingual.Empty, Element = Elements.Parse(shipped.Element),
            Origin = Enum.TryParse<CodeOrigin>(shipped.Origin, ignoreCase: true, out var origin) ? origin : CodeOrigin.Theory, Level = level,
            IsCause = shipped.Cause ?? isCause, Color = shipped.Color ?? "#46514b", Citations = [.. (shipped.Sources ?? []).Select(book.Cite)],
        },
        parentId, order);

    private void AddCodes(ShippedCodebook book, bool isCause)
    {
        foreach (var shipped in book.Codes) Codes.Add(Code(book, shipped, CodeLevel.Code, isCause, parentId: null, Codes.Count));
    }

    private void AddCriteria(ShippedCriteria shipped)
    {
        foreach (var c in shipped.Criteria)
            Criteria.Add(new Criterion(c.Key, Enum.Parse<Pair>(c.Pair), c.Question, c.Required ?? Bilingual.Empty, c.Weight, Criteria.Count));
    }

    private void AddStrategies(ShippedStrategies shipped, Language language)
    {
        var codes = Codes.ToDictionary(c => c.Label, c => c.Id);
        foreach (var s in shipped.Strategies)
        {
            var strategy = new Strategy(s.Key, Details(shipped, s, codes, language), Strategies.Count);
            Strategies.Add(strategy);
            Performances.AddRange((s.Performance ?? []).Select(p =>
                new Performance(strategy.Id, p.Date, p.Metric, p.Target, p.Achieved, p.Unit ?? "", Cite(shipped, p.Sources), p.Mark)));
        }
    }

    private static StrategyDetails Details(ShippedStrategies book, ShippedStrategy s, Dictionary<string, Id<Code>> codes, Language language) => new(s.Title)
    {
        Summary = s.Summary ?? Bilingual.Empty,
        Approaches = [.. (s.Approach ?? []).Select(a => Enum.TryParse<Approach>(a, ignoreCase: true, out var known) ? known : (Approach?)null).OfType<Approach>()],
        Goal = s.Goal is { } g ? new StrategyGoal(g.Metric ?? Bilingual.Empty, g.Baseline, g.Target, g.Unit ?? "", g.Due) : null,
        Scope = new StrategyScope([.. (s.Scope?.Segments ?? []).Select(t => t.In(language))], [.. (s.Scope?.Areas ?? []).Select(t => t.In(language))], s.Scope?.Programmes ?? []),
        Basis = s.Basis ?? Bilingual.Empty,
        BusinessModel = s.BusinessModel is { } b
            ? new BusinessModel(b.Payer ?? Bilingual.Empty, b.FundingSource ?? Bilingual.Empty, b.UnitCost ?? Bilingual.Empty, b.Collector ?? Bilingual.Empty) : null,
        Status = Enum.TryParse<StrategyStatus>(s.Status, ignoreCase: true, out var status) ? status : StrategyStatus.Running,
        From = s.From, To = s.To, Owner = s.Owner?.In(language), LegalBasis = s.LegalBasis ?? [],
        Mechanism = [.. (s.Mechanism ?? []).Where(codes.ContainsKey).Select(m => codes[m])],
        Assumptions = [.. (s.Assumptions ?? []).Select(a => new Assumption(a.Text, Elements.Parse(a.Element) ?? Element.Environment, a.Indicator ?? Bilingual.Empty))],
        Facts = [.. (s.Facts ?? []).Select(f => new StatedFact(f.Text, [.. (f.Sources ?? []).Select(book.Cite)], f.Mark ?? ""))],
    };

    // A series of the economy is a factor of the environment that rests on its points.
    private void AddSeries(ShippedMacro macro, Language language, Coder coder, DateTimeOffset at)
    {
        foreach (var series in macro.Series)
        {
            var points = (series.Points ?? []).Where(p => p.Value is not null).Select(p => Point(macro, series, p, language, coder, at)).ToList();
            Evidence.AddRange(points);
            Factors.Add(new Factor(Element.Environment, "economic", Statement(series), anticipated: false, horizon: null, [.. points.Select(p => p.Id)]));
        }
    }

    private static Bilingual Statement(ShippedSeries series) => series.Definition is { IsEmpty: false } definition
        ? new Bilingual($"{series.Name.Id}: {definition.Id}", $"{series.Name.En}: {definition.En}")
        : series.Name;

    private static Evidence Point(ShippedMacro macro, ShippedSeries series, ShippedPoint point, Language language, Coder coder, DateTimeOffset at)
    {
        var label = point.Label is { } l ? $" ({l.In(language)})" : "";
        var details = new EvidenceDetails($"{series.Name.In(language)}{label}, {point.Date}: {PrintedNumber.Of(point, series.Unit, language)}")
        {
            Issuer = series.Issuer,
            Citation = Cite(macro, point.Sources), Date = point.Date, SeriesPoint = point.Key is { } key ? $"{series.Key}/{point.Date}/{key}" : $"{series.Key}/{point.Date}", Stance = 0,
        };
        return new Evidence(EvidenceKind.Statistic, details, codingId: null, strategyId: null, coder.Id, at);
    }

    private static string Cite(ShippedFile file, IReadOnlyList<string>? tags) => string.Join("; ", (tags ?? []).Select(file.Cite));
}

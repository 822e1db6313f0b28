using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Servo;

namespace Jembatan.App.Causes;

/// <summary>Makes the rows of the ranking: counts, status through fit and, where asked for, quotes and the causes that go with it.</summary>
internal sealed class CauseRows(
    ServoMaterial material, CodeUses uses, CodeTree tree, CauseRanking ranking, IReadOnlyList<CodeUse> perInformant)
{
    private const int Quotes = 3;
    private const int Together = 5;

    private readonly Dictionary<Id<Code>, List<Strategy>> claims = Claims(material, tree);
    private readonly Dictionary<string, Strategy> byLabel = material.Strategies.ToDictionary(s => s.Label, StringComparer.Ordinal);
    private readonly ILookup<Id<Code>, CodeUse> against = perInformant.Where(u => u.Contradicting > 0).ToLookup(u => u.Code);

    /// <summary>Coded causes in the order of the ranking, then claimed ones that are not coded.</summary>
    public IReadOnlyList<RankedCause> List()
    {
        var ranked = ranking.Rows.Select(r => (Code: tree[r.Code]!, Row: (CauseRow?)r)).ToList();
        var coded = ranked.Select(r => r.Code.Id).ToHashSet();
        ranked.AddRange(uses.Codes.Where(c => !coded.Contains(c.Id) && IsClaimed(c))
            .OrderBy(c => c.Label, StringComparer.Ordinal).Select(c => (c, (CauseRow?)null)));
        var list = new List<RankedCause>();
        foreach (var level in ranked.GroupBy(r => r.Code.Level == CodeLevel.Code))
        {
            var (place, last) = (0, (-1, -1));
            foreach (var ((code, row), index) in level.Select((r, i) => (r, i)))
            {
                var key = (row?.Informants ?? 0, row?.Groups.Count ?? 0);
                if (key != last) (place, last) = (index + 1, key);
                list.Add(Row(code, row, place));
            }
        }

        return list;
    }

    /// <summary>One code by itself, without its place; null when it is neither coded nor claimed.</summary>
    public RankedCause? Of(Code code)
    {
        var row = ranking.Rows.FirstOrDefault(r => r.Code == code.Id);
        return row is not null || IsClaimed(code) ? Row(code, row, place: 0) : null;
    }

    private bool IsClaimed(Code code) => code is { IsCause: true, Retired: false, Level: CodeLevel.Code } && claims.ContainsKey(code.Id);

    /// <summary>Strategies aimed at causes that nobody names.</summary>
    public IReadOnlyList<AimAtUnnamed> Unnamed(IReadOnlyList<RankedCause> causes)
    {
        var contradicting = causes.ToDictionary(c => c.Id, c => c.Contradicting);
        var aims = CauseStatus.StrategiesWithoutNamedCause(
            material.Strategies.Select(s => (s.Label, (IReadOnlyList<Id<Code>>)[.. s.Mechanism.Select(tree.Merged).Where(c => tree[c] is not null)])), ranking.Named);
        return [.. aims.Select(a =>
        {
            var strategy = material.Strategies.First(s => s.Label == a.Strategy);
            return new AimAtUnnamed(strategy.Id, strategy.Label, strategy.Title, a.NamesNone,
                [.. a.Unnamed.Select(c => new UnnamedCause(tree[c]!.Label, tree[c]!.Name, contradicting.GetValueOrDefault(c)))]);
        })];
    }

    private RankedCause Row(Code code, CauseRow? row, int place)
    {
        var element = tree.ElementOf(code.Id);
        var status = CauseStatus.Of(
            element, [.. claims.GetValueOrDefault(code.Id, []).Select(s => new ClaimingStrategy(s.Label, material.Fit(s, null)))], material.Options.Thresholds);
        var contradicting = tree.Below(code.Id).SelectMany(c => against[c]).DistinctBy(u => u.Informant).Select(u => u.Group);
        return new(
            code.Id, code.Label, code.Name, code.Definition, element, code.Origin, code.Level, code.ParentId is { } p ? tree[p]?.Label : null, code.Color, place,
            row?.Informants ?? 0, uses.Coded.Count, row?.Groups ?? new Dictionary<InformantGroup, int>(), row?.Codings ?? 0, row?.Contradicting ?? 0, RankCauses.Count(contradicting),
            row is { Basis: var b } ? new(b.Experience, b.Knowledge, b.Observation, b.NotJudged) : new(0, 0, 0, 0),
            status.Status.Id(), status.Status.Words(),
            [.. status.Claims.Select(c => new CauseStrategy(
                byLabel[c.Strategy].Id, c.Strategy, byLabel[c.Strategy].Title, c.Pair, c.Fit, c.Verdict, c.Verdict.Words()))],
            [], [], []);
    }

    /// <summary>A coded row with its quotes and the causes that go with it.</summary>
    public RankedCause Detailed(RankedCause row, CauseQuotes quotes) => row with
    {
        Quotes = quotes.Choose(row.Id, contradicting: false, Quotes),
        Contradictions = quotes.Choose(row.Id, contradicting: true, Quotes),
        Cooccurring = Cooccurring(tree[row.Id]!),
    };

    // Codes above and below are left out here too, since the strictest count hands codings up before it ranks.
    private IReadOnlyList<CooccurringCause> Cooccurring(Code code) =>
        [.. ranking.CoOccurring(code.Id, int.MaxValue)
            .Where(o => tree[o.Code]!.Level == CodeLevel.Code && !tree.Above(o.Code).Contains(code.Id) && !tree.Above(code.Id).Contains(o.Code))
            .Take(Together).Select(o => new CooccurringCause(o.Label, tree[o.Code]!.Name, o.Informants))];

    // A claim on a category is a claim on every cause below it.
    private static Dictionary<Id<Code>, List<Strategy>> Claims(ServoMaterial material, CodeTree tree)
    {
        var claims = new Dictionary<Id<Code>, List<Strategy>>();
        foreach (var strategy in material.Strategies)
        {
            foreach (var code in strategy.Mechanism.Select(tree.Merged).SelectMany(tree.Below).Distinct())
                (claims.TryGetValue(code, out var known) ? known : claims[code] = []).Add(strategy);
        }

        return claims;
    }
}

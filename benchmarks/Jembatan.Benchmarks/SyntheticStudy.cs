using System.Globalization;
using System.Text;
using Jembatan.App.Studies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Statistics.Random;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Benchmarks;

/// <summary>An invented study of any size, the same for the same size: words without sense, codings at random places, the strategies of the template rated on them.</summary>
internal static class SyntheticStudy
{
    /// <summary>Changes when what is made changes, so that an older file is not measured.</summary>
    public const int Version = 2;

    public const string LongName = "Interview 0001", TranscriptName = "Interview 0002", OrdinaryName = "Interview 0003", CoderName = "C0001";

    public const int LongText = 1_000_000, Transcript = 300_000, OrdinaryText = 20_000;

    private const ulong Seed = 1;
    private const int LongCodings = 1_000, TranscriptCodings = 2_000, Batch = 50_000, CodesToCategory = 10;
    private static readonly string[] Syllables = ["ba", "ca", "da", "ga", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "ya", "bu", "du", "ku", "lu", "mu", "nu", "ri", "si", "ti", "ni"];
    private static readonly InformantGroup[] Groups = Enum.GetValues<InformantGroup>();
    private static readonly Element[] Themes = [Element.Environment, Element.Resources, Element.Values, Element.Organization];

    /// <summary>Makes the study.</summary>
    public static async Task MakeAsync(StudyLocation location, StudySize size, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var made = await CreateStudy.HandleAsync(new("Synthetic study", Language.Indonesian, "informal-coverage"), location, clock, cancellationToken);
        if (made.Problem is { } problem) throw new InvalidOperationException($"{problem.Code}: {problem.Message}");
        await using var store = (await StudyStore.OpenAsync(location, StudyAccess.Write, clock, cancellationToken)).Value;

        Coder[] coders = [.. Enumerable.Range(0, size.Coders - 1).Select(i => new Coder(Label("C", i)))];       // the template brought one
        Code[] codes;
        await using (var db = store.NewDb())
        {
            var known = await db.Codes.OrderBy(c => c.Order).ToListAsync(cancellationToken);
            codes = [.. known, .. Codes(known.Count, size.Codes)];
            db.AddRange(codes.Skip(known.Count));
            db.AddRange(coders);
            await db.CommitAsync("Add codes and coders", null, cancellationToken);
        }

        var used = codes.Where(c => c.Level == CodeLevel.Code).ToArray();
        var quotes = new List<Coding>();
        var codings = new List<Coding>(Batch);
        for (var s = 0; s < size.Sources; s++)
        {
            await using var db = store.NewDb();
            var informant = new Informant(Label("N", s), Groups[s % Groups.Length]);
            var source = new Source(Label("Interview ", s), SourceKind.Interview, null, clock.GetUtcNow());
            source.Match(informant.Id);
            var text = CanonicalText.From(Words(s, s switch { 0 => LongText, 1 => Transcript, _ => OrdinaryText }));
            var revision = source.Revise(text, Turns(text.Length), [], clock.GetUtcNow());
            await db.KeepAsync(text.Value, cancellationToken);
            db.AddRange(informant, source, revision);
            db.AddRange(coders.Skip(s % coders.Length).Take(2).Select(c => new DoneMark(source.Id, c.Id, clock.GetUtcNow())));
            await db.CommitAsync("Import source", null, cancellationToken);

            var mine = Codings(s, Share(s, size), revision, text, used, coders, clock).ToList();
            quotes.AddRange(mine.Where(c => c.Voice != Voice.Interviewer).Take(2));
            codings.AddRange(mine);
            if (codings.Count < Batch && s + 1 < size.Sources) continue;
            await using var bulk = store.NewDb();
            await BulkRows.AddAsync(bulk, codings, "Import codings", coders[0].Id, clock, cancellationToken);
            codings.Clear();
        }

        await using var judging = store.NewDb();
        await RateAsync(judging, quotes, coders, clock, cancellationToken);
    }

    // The long sources have codings of their own number; the others share the rest alike.
    private static int Share(int source, StudySize size)
    {
        var (first, second) = (Math.Min(LongCodings, size.Codings / 4), Math.Min(TranscriptCodings, size.Codings / 4));
        if (source < 2) return source == 0 ? first : second;
        var (rest, others, at) = ((long)size.Codings - first - second, size.Sources - 2, source - 2);
        return (int)(rest * (at + 1) / others) - (int)(rest * at / others);
    }

    private static List<Code> Codes(int from, int to)
    {
        var made = new List<Code>();
        Code? category = null;
        for (var i = from; i < to; i++)
        {
            var opens = (i - from) % CodesToCategory == 0;
            var rules = new CodeRules(Bilingual.Same(Label("Code ", i)))
            {
                Level = opens ? CodeLevel.Category : CodeLevel.Code, Element = Themes[i % Themes.Length], Definition = Bilingual.Same(Words(i, 120)), Origin = CodeOrigin.Data,
            };
            var code = new Code(Label("K", i), rules, opens ? null : category!.Id, i);
            if (opens) category = code;
            made.Add(code);
        }

        return made;
    }

    private static IEnumerable<Coding> Codings(int source, int count, SourceRevision revision, CanonicalText text, Code[] codes, Coder[] coders, TimeProvider clock)
    {
        var random = new PhiloxStream(Seed, "benchmarks/codings", (ulong)source);
        var seen = new HashSet<(int, int, int, int)>();
        while (seen.Count < count)
        {
            var start = random.NextBelow(text.Length - 200);
            var place = (start, End: start + 20 + random.NextBelow(180), Code: random.NextBelow(codes.Length), Coder: random.NextBelow(coders.Length));
            if (!seen.Add(place)) continue;
            var marks = new CodingMarks(random.NextBelow(10) == 0 ? -1 : 1, (Basis)random.NextBelow(3));
            yield return Coding.Of(revision, text.Select(place.start, place.End).Value, codes[place.Code].Id, coders[place.Coder].Id, marks, clock.GetUtcNow());
        }
    }

    // Two raters judge every criterion of every strategy, now and for 2030, each rating on three quotes.
    private static async Task RateAsync(JembatanDb db, List<Coding> quotes, Coder[] coders, TimeProvider clock, CancellationToken cancellationToken)
    {
        var random = new PhiloxStream(Seed, "benchmarks/ratings", 0);
        var criteria = await db.Criteria.OrderBy(c => c.Order).ToListAsync(cancellationToken);
        foreach (var strategy in await db.Strategies.OrderBy(s => s.Order).ToListAsync(cancellationToken))
        {
            foreach (var criterion in criteria)
            {
                Evidence[] under = [.. Enumerable.Range(0, 3).Select(_ => new Evidence(
                    EvidenceKind.Quote, new EvidenceDetails("") { Stance = random.NextBelow(3) - 1 }, quotes[random.NextBelow(quotes.Count)].Id, strategy.Id, coders[0].Id, clock.GetUtcNow()))];
                db.AddRange(under);
                foreach (var rater in coders.Take(2))
                {
                    foreach (var horizon in (string?[])[null, "2030"])
                    {
                        var answer = new RatingAnswer(RatingValue.Of(random.NextBelow(5) - 2), Words(1, 80), Words(2, 80), "", [.. under.Select(e => e.Id)]);
                        db.Add(Rating.Of(criterion.Id, strategy.Id, rater.Id, horizon, answer, 1, clock.GetUtcNow()).Value);
                    }
                }
            }

            await db.CommitAsync("Rate criteria", coders[0].Id, cancellationToken);
        }
    }

    internal static string Words(int source, int length)
    {
        var random = new PhiloxStream(Seed, "benchmarks/words", (ulong)source);
        var text = new StringBuilder(length + 16);
        while (text.Length < length)
        {
            for (var i = random.NextBelow(3) + 1; i >= 0; i--) text.Append(Syllables[random.NextBelow(Syllables.Length)]);
            text.Append(random.NextBelow(60) == 0 ? '\n' : ' ');
        }

        return text.ToString(0, length);
    }

    // Questions of 100 code points, answers of 400.
    private static List<Turn> Turns(int length) =>
        [.. Enumerable.Range(0, length / 250).Select(i => (i / 2 * 500) + (i % 2 * 100)).TakeWhile(start => start + 400 <= length)
            .Select((start, i) => new Turn(start, start + (i % 2 == 0 ? 100 : 400), start, i % 2 == 0 ? "P" : "N", i % 2 == 0 ? Voice.Interviewer : Voice.Informant))];

    private static string Label(string prefix, int number) => prefix + (number + 1).ToString("D4", CultureInfo.InvariantCulture);
}

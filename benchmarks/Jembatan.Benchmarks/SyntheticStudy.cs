using System.Globalization;
using System.Text;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Statistics.Random;
using Jembatan.Storage;
using Jembatan.Storage.Bulk;

namespace Jembatan.Benchmarks;

/// <summary>An invented study of any size, the same for the same size: words without sense, codings at random places.</summary>
internal static class SyntheticStudy
{
    private const ulong Seed = 1;
    private const int LongText = 1_000_000, OrdinaryText = 20_000, Batch = 50_000;
    private static readonly string[] Syllables = ["ba", "ca", "da", "ga", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "wa", "ya", "bu", "du", "ku", "lu", "mu", "nu", "ri", "si", "ti", "ni"];
    private static readonly InformantGroup[] Groups = Enum.GetValues<InformantGroup>();

    /// <summary>Makes the study file.</summary>
    public static async Task MakeAsync(string path, StudySize size, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var study = new Study("Synthetic study", Language.Indonesian, "blank", clock.GetUtcNow());
        await using var store = (await StudyStore.CreateAsync(new StudyLocation.File(path), study, clock, cancellationToken)).Value;

        Code[] codes = [.. Enumerable.Range(0, size.Codes).Select(i => new Code(Label("K", i), new CodeRules(Bilingual.Same(Label("Code ", i))), null, i))];
        Coder[] coders = [.. Enumerable.Range(0, size.Coders).Select(i => new Coder(Label("C", i)))];
        await using (var db = store.NewDb())
        {
            db.AddRange(codes);
            db.AddRange(coders);
            await db.CommitAsync("Add codes and coders", null, cancellationToken);
        }

        var codings = new List<Coding>(Batch);
        for (var s = 0; s < size.Sources; s++)
        {
            await using var db = store.NewDb();
            var informant = new Informant(Label("N", s), Groups[s % Groups.Length]);
            var source = new Source(Label("Interview ", s), SourceKind.Interview, null, clock.GetUtcNow());
            source.Match(informant.Id);
            var text = CanonicalText.From(Words(s, s == 0 ? LongText : OrdinaryText));
            var revision = source.Revise(text, Turns(text.Length), [], clock.GetUtcNow());
            await db.KeepAsync(text.Value, cancellationToken);
            db.AddRange(informant, source, revision);
            await db.CommitAsync("Import source", null, cancellationToken);

            var share = (int)((long)size.Codings * (s + 1) / size.Sources) - (int)((long)size.Codings * s / size.Sources);
            codings.AddRange(Codings(s, share, revision, text, codes, coders, clock));
            if (codings.Count < Batch && s + 1 < size.Sources) continue;
            await using var bulk = store.NewDb();
            await BulkRows.AddAsync(bulk, codings, "Import codings", coders[0].Id, clock, cancellationToken);
            codings.Clear();
        }
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

    private static string Words(int source, int length)
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

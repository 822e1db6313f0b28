using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Tests.Bulk;

/// <summary>Counting where codings are stored gives what counting them one by one gives.</summary>
public abstract class CodingCountsContract(Ground ground) : GroundContract(ground)
{
    private static readonly Turn[] Turns = [new(0, 20, 3, "P", Voice.Interviewer, 1.5), new(21, 68, 24, "N", Voice.Informant, 12), new(69, 81, 72, "N", Voice.Informant)];

    private static readonly Gen<(int Source, int Code, int Coder, int Start, int Stance, int Basis, bool Orphaned)[]> Many =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 1], Gen.Int[0, 70], Gen.Int[-1, 1], Gen.Int[-1, 2], Gen.Int[0, 5].Select(o => o == 0),
            (source, code, coder, start, stance, basis, orphaned) => (source, code, coder, start, stance, basis, orphaned)).Array[0, 120];

    [Fact]
    public Task Counts_by_code_and_source_are_those_of_the_codings_one_by_one() => Many.SampleAsync(
        async many =>
        {
            var store = await Ground.NewStudyAsync();
            await using var db = store.NewDb();
            Coder[] coders = [new("Ani"), new("Budi")];
            var codes = Enumerable.Range(0, 5).Select(i => new Code($"K{i}", new CodeRules(Bilingual.Same($"Kode {i}")), null, i)).ToArray();
            var sources = Enumerable.Range(0, 4).Select(i => new Source($"N{i}", SourceKind.Interview, null, Ground.Clock.GetUtcNow())).ToArray();
            var revisions = sources.Select(s => s.Revise(Sample.Text, Turns, [], Ground.Clock.GetUtcNow())).ToArray();
            db.Keep(Sample.Text.Value);
            db.AddRange(coders);
            db.AddRange(codes);
            db.AddRange(sources);
            db.AddRange(revisions);
            foreach (var c in many.DistinctBy(c => (c.Source, c.Code, c.Coder, c.Start)))
            {
                var coding = Coding.Of(
                    revisions[c.Source], Sample.Text.Select(c.Start, c.Start + 4).Value, codes[c.Code].Id, coders[c.Coder].Id, new CodingMarks(c.Stance, c.Basis < 0 ? null : (Basis)c.Basis), Ground.Clock.GetUtcNow());
                if (c.Orphaned) coding.Orphan();
                db.Add(coding);
            }

            await db.CommitAsync("Code", coders[0].Id, Stop);
            var all = await db.Codings.AsNoTracking().ToListAsync(Stop);
            foreach (var (coder, orphaned, interviewer) in (IEnumerable<(Coder?, bool, bool)>)[(null, true, true), (null, false, false), (null, false, true), (coders[1], false, true), (coders[0], true, false)])
            {
                var counted = all.Where(c => (coder is null || c.CoderId == coder.Id) && (orphaned || !c.Orphaned) && (interviewer || c.Voice != Voice.Interviewer)).ToList();
                var expected = counted.GroupBy(c => (c.CodeId, c.SourceId)).Select(g => new CodingCount(
                    g.Key.CodeId, g.Key.SourceId, g.Count(c => c.Stance >= 0), g.Count(c => c.Stance < 0),
                    g.Count(c => c.Basis == Basis.Experience), g.Count(c => c.Basis == Basis.Knowledge), g.Count(c => c.Basis == Basis.Observation)));
                Assert.Equal(
                    expected.OrderBy(c => c.Code).ThenBy(c => c.Source), await CodingCounts.ReadAsync(db, coder?.Id, orphaned, interviewer, Stop));
                foreach (var only in (IReadOnlyList<Code>[])[[], [codes[0]], [codes[3], codes[1]]])
                    Assert.Equal(
                        expected.Where(c => only.Any(o => o.Id == c.Code)).OrderBy(c => c.Code).ThenBy(c => c.Source),
                        await CodingCounts.ReadAsync(db, coder?.Id, orphaned, interviewer, Stop, [.. only.Select(o => o.Id)]));

                if (!orphaned && coder is null)
                {
                    var byCoder = await CodingCounts.ByCoderAsync(db, interviewer, Stop).ToDictionaryAsync(c => c.Coder, c => c.Counts, cancellationToken: Stop);
                    Assert.Equal(counted.Select(c => c.CoderId).Distinct().Order(), byCoder.Keys.Order());
                    foreach (var (who, theirs) in byCoder)
                        Assert.Equal(await CodingCounts.ReadAsync(db, who, orphaned, interviewer, Stop), theirs.OrderBy(c => c.Code).ThenBy(c => c.Source));
                }

                var pairs = counted.Select(c => (c.CodeId, c.SourceId)).Distinct().Where((_, i) => i % 2 == 0).ToHashSet();
                if (orphaned) continue;
                var found = await CodingsOfPairs.ReadAsync(db, pairs, coder?.Id, interviewer, Stop);
                Assert.Equal(counted.Where(c => pairs.Contains((c.CodeId, c.SourceId))).Select(c => c.Id).Order(), found.Select(c => c.Id).Order());
            }
        },
        iter: 6, threads: 1);
}

public sealed class FileCodingCountsTests() : CodingCountsContract(new FileGround());

public sealed class DatabaseCodingCountsTests(PostgresServer server) : CodingCountsContract(new DatabaseGround(server));

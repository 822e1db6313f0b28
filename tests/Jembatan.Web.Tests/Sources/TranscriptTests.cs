using System.Text;
using Jembatan.App.Codings;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Web.Sources;

namespace Jembatan.Web.Tests.Sources;

public sealed class TranscriptTests
{
    private static readonly string[] Pieces = ["ya ", "uang", "\n", "👷🏽‍♂️", "ꦲꦏ꧀ꦱꦫ", "é ", "e\u0301", "سلام ", "\n\n", "N: ", "𝒳"];
    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(all => string.Concat(all.Select(i => Pieces[i])));

    [Fact]
    public void Lines_and_stretches_hold_the_whole_text_whatever_is_coded()
    {
        (from text in Texts
         from cuts in Gen.Select(Gen.Int[0, 200], Gen.Int[1, 60]).Array[0, 8]
         select (text, cuts)).Sample(t =>
        {
            var canonical = CanonicalText.From(t.text);
            var codings = t.cuts.Where(c => c.Item1 < canonical.Length).Select(c => Coding(c.Item1, Math.Min(canonical.Length, c.Item1 + c.Item2))).ToList();
            var lines = Transcript.Cut(canonical, [], codings, null);
            var rebuilt = canonical.Value.Split('\n');
            foreach (var line in lines)
            {
                Assert.Equal(rebuilt[line.Number - 1], string.Concat(line.Stretches.Select(s => s.Text)));
                Assert.Equal(canonical.Slice(line.Start, line.End), rebuilt[line.Number - 1]);
                foreach (var (stretch, start) in Placed(line))
                {
                    var over = codings.Where(c => c.Start < start + Points(stretch.Text) && c.End > start).ToHashSet();
                    Assert.True(over.SetEquals(stretch.Codings));
                }
            }

            Assert.Equal(rebuilt.Count(l => l.Length > 0), lines.Count);
            Assert.Equal(codings.Count(c => lines.Any(l => c.Start < l.End && c.End > l.Start)), lines.SelectMany(l => l.Begins).Distinct().Count());
        });
    }

    [Fact]
    public void The_place_of_the_address_is_marked_once_as_the_first()
    {
        var lines = Transcript.Cut(CanonicalText.From("satu dua\ntiga empat"), [], [], (5, 13));
        var marked = lines.SelectMany(l => l.Stretches).Where(s => s.IsAt).ToList();
        Assert.Equal(["dua", "tiga"], marked.Select(m => m.Text));
        Assert.Equal([true, false], marked.Select(m => m.IsFirstAt));
        Assert.Equal(2, Transcript.NumberAt(lines, 10));
    }

    [Theory]
    [InlineData("3-9", 3, 9)]
    [InlineData("9-3", null, null)]
    [InlineData("3-99999", null, null)]
    [InlineData("-1-4", null, null)]
    [InlineData("a-b", null, null)]
    [InlineData(null, null, null)]
    public void An_address_that_is_no_stretch_of_the_text_is_no_place(string? at, int? start, int? end) =>
        Assert.Equal(start is null ? null : (start.Value, end!.Value), Reading.Place(at, 20));

    private static IEnumerable<(Stretch Stretch, int Start)> Placed(Line line)
    {
        var at = line.Start;
        foreach (var s in line.Stretches)
        {
            yield return (s, at);
            at += Points(s.Text);
        }
    }

    private static int Points(string text) => text.EnumerateRunes().Count();

    private static CodingRow Coding(int start, int end) => new(
        Id<Coding>.New(), "N01", 1, "FI02", "Sari", start, end, "", 1, null, null, false, Voice.Informant, "", "", Id<Source>.New(), Id<Code>.New(), null, null, DateTimeOffset.UnixEpoch);
}

using Jembatan.Text.Anchors;

namespace Jembatan.Text.Tests.Anchors;

public sealed class ReanchoringTests
{
    private const string Old = "P: Kenapa berhenti?\nN: Uangnya tidak tentu, Bu. Kadang ada kadang tidak.\nP: Lalu?\nN: Ya berhenti saja.\n";

    private static Anchor AnchorOf(string text, string quote)
    {
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return At(text, start, start + quote.Length);
    }

    private static Anchor At(string text, int start, int end) =>
        new(start, end, text[start..end], text[Math.Max(0, start - 32)..start], text[end..Math.Min(text.Length, end + 32)]);

    [Fact]
    public void A_selection_moves_with_words_put_in_before_it()
    {
        var next = "Catatan: rekaman jelas.\n" + Old;
        var place = Reanchoring.Move(Old, next, [AnchorOf(Old, "Uangnya tidak tentu")]).Single();
        Assert.Equal(AnchorMove.Kept, place.How);
        Assert.Equal("Uangnya tidak tentu", next[place.Start..place.End]);
    }

    [Fact]
    public void A_corrected_word_inside_keeps_the_selection()
    {
        var next = Old.Replace("tidak tentu", "tak tentu", StringComparison.Ordinal);
        var place = Reanchoring.Move(Old, next, [AnchorOf(Old, "Uangnya tidak tentu, Bu.")]).Single();
        Assert.Equal(AnchorMove.Corrected, place.How);
        Assert.Equal("Uangnya tak tentu, Bu.", next[place.Start..place.End]);
    }

    [Fact]
    public void A_moved_paragraph_is_found_by_its_words()
    {
        var next = "P: Lalu?\nN: Ya berhenti saja.\nP: Kenapa berhenti?\nN: Uangnya tidak tentu, Bu. Kadang ada kadang tidak.\n";
        var place = Reanchoring.Move(Old, next, [AnchorOf(Old, "Ya berhenti saja."), AnchorOf(Old, "Kadang ada kadang tidak.")]);
        Assert.Equal("Ya berhenti saja.", next[place[0].Start..place[0].End]);
        Assert.Equal("Kadang ada kadang tidak.", next[place[1].Start..place[1].End]);
    }

    [Fact]
    public void Deleted_words_are_lost_and_not_put_elsewhere()
    {
        var next = Old.Replace("N: Ya berhenti saja.\n", "", StringComparison.Ordinal);
        Assert.Equal(AnchorMove.Lost, Reanchoring.Move(Old, next, [AnchorOf(Old, "Ya berhenti saja.")]).Single().How);
    }

    [Fact]
    public void Short_words_that_stand_twice_without_context_are_lost()
    {
        const string Text = "xxxx ya yyyy\nN: benar\n";
        var place = Reanchoring.Move(Text, "A: lama ya baru\nB: lain ya beda\n", [AnchorOf(Text, "ya")]).Single();
        Assert.Equal(AnchorMove.Lost, place.How);
    }

    [Fact]
    public void An_anchor_outside_the_text_is_the_callers_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Reanchoring.Move("abc", "abc", [new Anchor(1, 9, "bc", "a", "")]));

    private static readonly Gen<string> Texts = Pick("satu ", "dua ", "tiga\n", "iuran ", "😀", "👩‍🌾 ", "é", "ꦗꦮ ", "بحر ", "ya, ", "\n", "N: ").Array[0, 60].Select(string.Concat);

    [Fact]
    public void The_same_text_leaves_every_selection_where_it_was() => Gen.Select(Texts, Gen.Int[0, 1000], Gen.Int[1, 40]).Sample((text, from, length) =>
    {
        if (text.Length == 0) return;
        var start = from % text.Length;
        var end = Math.Min(text.Length, start + length);
        Assert.Equal(new AnchorPlace(AnchorMove.Kept, start, end), Reanchoring.Move(text, text, [At(text, start, end)]).Single());
    }, iter: 1000);

    [Fact]
    public void Kept_and_found_selections_cover_the_same_words() => Gen.Select(Texts, Texts, Gen.Int[0, 1000], Gen.Int[1, 40]).Sample((old, next, from, length) =>
    {
        if (old.Length == 0) return;
        var start = from % old.Length;
        var end = Math.Min(old.Length, start + length);
        var place = Reanchoring.Move(old, next, [At(old, start, end)]).Single();
        if (place.How is AnchorMove.Kept or AnchorMove.Found) Assert.Equal(old[start..end], next[place.Start..place.End]);
        if (place.How is AnchorMove.Corrected) Assert.True(place.Start < place.End && place.End <= next.Length && next[place.Start] == old[start] && next[place.End - 1] == old[end - 1]);
    }, iter: 2000);

    [Fact]
    public void Words_put_in_outside_a_marked_stretch_move_it_exactly() => Gen.Select(Texts, Texts, Texts, Texts).Sample((before, after, added, addedAfter) =>
    {
        const string Marked = "<<kutipan yang hanya ada satu kali>>";
        var old = before + Marked + after;
        var next = before + added + Marked + addedAfter + after;
        var place = Reanchoring.Move(old, next, [At(old, before.Length, before.Length + Marked.Length)]).Single();
        Assert.NotEqual(AnchorMove.Lost, place.How);
        Assert.Equal(before.Length + added.Length, place.Start);
        Assert.Equal(Marked, next[place.Start..place.End]);
    }, iter: 1000);

    [Fact]
    public void A_long_transcript_is_compared_by_lines_and_words()
    {
        var lines = Enumerable.Range(0, 6000).Select(i => $"N: jawaban nomor {i} tentang iuran dan musim panen\n").ToList();
        var old = string.Concat(lines);
        lines[3000] = "N: jawaban nomor tiga ribu tentang iuran dan musim panen\n";
        lines.RemoveAt(10);
        var next = string.Concat(lines);
        var places = Reanchoring.Move(old, next, [AnchorOf(old, "nomor 5999 tentang"), AnchorOf(old, "nomor 10 tentang"), AnchorOf(old, "jawaban nomor 3000 tentang iuran")]);
        Assert.Equal("nomor 5999 tentang", next[places[0].Start..places[0].End]);
        Assert.Equal(AnchorMove.Lost, places[1].How);
        Assert.Equal("jawaban nomor tiga ribu tentang iuran", next[places[2].Start..places[2].End]);
    }

    private static Gen<string> Pick(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}

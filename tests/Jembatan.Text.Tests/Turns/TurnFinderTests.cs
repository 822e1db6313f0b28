using Jembatan.Text.Turns;

namespace Jembatan.Text.Tests.Turns;

public sealed class TurnFinderTests
{
    private const SpeakerRole Asks = SpeakerRole.Interviewer, Answers = SpeakerRole.Informant;

    private static string Talk(string asks, string answers, int times = 3) =>
        string.Concat(Enumerable.Range(1, times).Select(i => $"{asks} Bagaimana dengan iuran yang ke-{i}?\n\n{answers} Ya saya bayar kalau ada uang.\n\n"));

    public static TheoryData<string, string> LabelPairs => new()
    {
        { "Pewawancara:", "Narasumber:" }, { "P:", "N:" }, { "Pewawancara:", "N07:" }, { "Peneliti :", "Informan :" }, { "Penanya:", "Responden 3:" }, { "T:", "J:" },
        { "Interviewer:", "Interviewee:" }, { "Int 1:", "Resp 1:" }, { "Researcher 1:", "Ana:" }, { "Q:", "A:" }, { "I:", "R:" }, { "P:", "R:" }, { "P:", "J:" }, { "P:", "I:" },
        { "P1:", "N1:" }, { "M:", "P1:" }, { "Moderator:", "Ibu Sari:" }, { "PEWAWANCARA:", "NARASUMBER:" }, { "pewawancara:", "narasumber:" }, { "**Pewawancara:**", "**Narasumber:**" },
        { "Pewawancara (Ratna):", "Bu Tini:" }, { "[Pewawancara]:", "[Narasumber]:" }, { "P:", "Sari:" }, { "Pewawancara\t", "Narasumber\t" }, { "[00:01:02] P:", "[00:01:09] N:" },
        { "Pewawancara [00:01:02]:", "Narasumber [00:01:09]:" }, { "P: [00:01:02]", "N: [00:01:09]" }, { "00:01:02 Interviewer:", "00:01:09 Sari:" }, { "Pewawancara:\n", "Narasumber:\n" },
        { "Pewawancara\n", "Narasumber\n" },
    };

    [Theory, MemberData(nameof(LabelPairs))]
    public void Labels_in_use_are_told_apart(string asks, string answers)
    {
        var text = Talk(asks, answers);
        var turns = TurnFinder.Find(text);
        Assert.Equal([Asks, Answers, Asks, Answers, Asks, Answers], turns.Select(t => t.Role));
        Assert.All(turns, t => Assert.StartsWith(t.Role == Asks ? "Bagaimana" : "Ya saya", text[t.SpeechStart..t.End], StringComparison.Ordinal));
        Assert.All(turns, t => Assert.Equal((t.Role == Asks ? asks : answers).Contains("00:01", StringComparison.Ordinal), t.AtSeconds is not null));
    }

    [Theory]
    [InlineData("Pewawancara:", "Narasumber:", "P:", "N:")]
    [InlineData("Peneliti:", "Bu Tini:", "P1:", "N07:")]
    [InlineData("Tanya:", "Jawab:", "T:", "J:")]
    [InlineData("Interviewer:", "Respondent:", "I:", "R:")]
    public void A_letter_is_short_for_the_word_of_the_interviewer_in_the_same_text(string word, string answer, string letter, string other)
    {
        var turns = TurnFinder.Find(Talk(word, answer) + Talk(letter, other));
        Assert.Equal(Enumerable.Repeat(new[] { Asks, Answers }, 6).SelectMany(r => r), turns.Select(t => t.Role));
    }

    [Theory]
    [InlineData("Pewawancara:", "P1:", "P2:")]
    [InlineData("Pewawancara:", "Partisipan:", "P:")]
    public void A_letter_that_may_be_a_participant_s_answers(string asks, string one, string other)
    {
        var text = string.Concat(Enumerable.Repeat($"{asks} Bagaimana?\n{one} Ya saya bayar.\n{other} Saya tidak.\n", 3));
        Assert.Equal(Enumerable.Repeat(new[] { Asks, Answers, Answers }, 3).SelectMany(r => r), TurnFinder.Find(text).Select(t => t.Role));
    }

    [Theory]
    [InlineData("I:", "P:")]
    [InlineData("R:", "P:")]
    [InlineData("Q:", "A:")]
    public void English_letters_have_English_meanings(string asks, string answers)
    {
        var text = string.Concat(Enumerable.Repeat($"{asks} And what do you do to pay the dues?\n{answers} It was not in my hands, so we have to wait for the harvest.\n", 3));
        Assert.Equal([Asks, Answers, Asks, Answers, Asks, Answers], TurnFinder.Find(text).Select(t => t.Role));
    }

    [Theory]
    [InlineData("10:30 pagi, habis dari pasar.", false)]
    [InlineData("5:15 am", false)]
    [InlineData("19:00 WIB sampai malam.", false)]
    [InlineData("00:07 Ya, Bu.", true)]
    [InlineData("10:30 Pagiku sibuk.", true)]
    public void A_time_of_day_that_is_the_answer_is_no_time_stamp(string answer, bool isStamp)
    {
        var turns = TurnFinder.Find($"P: Jam berapa berangkat?\nN: {answer}\nP: Setiap hari?\nN: Iya, tiap hari.\n");
        Assert.Equal(4, turns.Count);
        Assert.Equal(isStamp, turns[1].AtSeconds is not null);
    }

    [Fact]
    public void Otter_lines_carry_speaker_and_time()
    {
        const string Text = "Speaker 1  0:03\nSelamat pagi, Bu.\n\nSpeaker 2  0:07\nPagi.\nSilakan duduk.\n\nSpeaker 1  1:02:10\nTerima kasih.\n\nSpeaker 2  1:02:12\nYa.\n";
        var turns = TurnFinder.Find(Text);
        Assert.Equal(["Speaker 1", "Speaker 2", "Speaker 1", "Speaker 2"], turns.Select(t => t.Speaker));
        Assert.Equal([3, 7, 3730, 3732], turns.Select(t => t.AtSeconds!.Value));
        Assert.Equal("Pagi.\nSilakan duduk.", Text[turns[1].SpeechStart..turns[1].End]);
    }

    [Fact]
    public void F4_stamps_at_the_end_of_a_paragraph_time_the_next_one()
    {
        const string Text = "I: Apa kabar? #00:00:04-2#\nB: Baik. #00:00:09-5#\nI: Sudah lama ikut? #00:00:12-0#\nB: Tiga tahun. #00:00:15-0#\n";
        Assert.Equal([null, 4.2, 9.5, 12.0], TurnFinder.Find(Text).Select(t => t.AtSeconds));
    }

    [Fact]
    public void A_stamp_alone_on_its_line_belongs_to_the_next_turn()
    {
        const string Text = "00:00:01\nP: Apa?\n\n00:00:05\nN: Tidak.\n\n00:00:07\nP: Kenapa?\n\n00:00:09\nN: Mahal.\n";
        var turns = TurnFinder.Find(Text);
        Assert.Equal([1, 5, 7, 9], turns.Select(t => t.AtSeconds!.Value));
        Assert.Equal("00:00:05\nN: Tidak.", Text[turns[1].Start..turns[1].End]);
    }

    [Fact]
    public void Words_on_further_lines_belong_to_the_turn_before()
    {
        const string Text = "P: Lalu?\nN: Begini.\n\nWaktu itu saya sakit.\nCatatan: narasumber menangis.\nP: Ya.\nN: …terus tidak bayar.\n";
        var turns = TurnFinder.Find(Text);
        Assert.Equal(4, turns.Count);
        Assert.Equal("Begini.\n\nWaktu itu saya sakit.\nCatatan: narasumber menangis.", Text[turns[1].SpeechStart..turns[1].End]);
        Assert.Equal("…terus tidak bayar.", Text[turns[3].SpeechStart..turns[3].End]);
    }

    [Theory]
    [InlineData("Pewawancara: Ceritakan pengalaman Bapak.", "Narasumber: Baik.", 2)]
    [InlineData("Interviewer: What happened then?", "Respondent: Well.", 2)]
    [InlineData("Pewawancara: Dr. Siti Aminah", "Narasumber: Ibu Sari", 0)]     // who they are, not what they said
    [InlineData("Pewawancara: Budi", "Narasumber: Pak Karto.", 0)]
    public void One_question_with_a_long_answer_is_two_turns_and_a_heading_is_none(string first, string second, int turns)
    {
        var text = $"{first}\n{second}\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"Lalu pada tahun ke-{i} saya pindah kerja.\n"));
        var found = TurnFinder.Find(text);
        Assert.Equal(turns, found.Count);
        if (turns == 2) Assert.Equal((Asks, Answers, text.TrimEnd().Length), (found[0].Role, found[1].Role, found[1].End));
    }

    [Fact]
    public void A_header_is_no_turn()
    {
        const string Text = "Wawancara rekaan\nPewawancara: Ratna\nNarasumber: N07\nTanggal: 14 Juli 2026\nTempat: rumah narasumber\nNarasumber: Bu Tini\n\nP: Apa?\nN: Tidak.\nP: Kenapa?\nN: Mahal.\n";
        var turns = TurnFinder.Find(Text);
        Assert.Equal(["P", "N", "P", "N"], turns.Select(t => t.Speaker));
    }

    [Fact]
    public void A_third_voice_and_a_translator_are_kept_apart()
    {
        const string Text = "Pewawancara: Apa?\nNarasumber: Tidak.\nPenerjemah: Maksudnya tidak ikut.\nSuami: Saya yang melarang.\nPewawancara: Kenapa?\nSuami: Mahal.\n";
        Assert.Equal([Asks, Answers, SpeakerRole.Other, Answers, Asks, Answers], TurnFinder.Find(Text).Select(t => t.Role));
    }

    [Theory]
    [InlineData("Catatan: rapat jam 10:30, lihat https://contoh.id.\nKesimpulan: iuran mahal.\nCatatan: selesai.\nKesimpulan: ya.\n")]
    [InlineData("Saya bilang begini: tidak mau. Dia jawab: kenapa? Lalu saya diam.\nBegitu: selesai.\n")]
    [InlineData("Nama: Sari\nUmur: 40\nAlamat: Lombok\nPekerjaan: petani\n")]
    [InlineData("07:30 berangkat\n08:15 tiba di pasar\n12:00 pulang\n")]
    [InlineData("Pewawancara: pertanyaan satu\nJawaban tanpa label.\nPewawancara: pertanyaan dua\nJawaban lagi.\n")]
    [InlineData("P: satu huruf saja\nP: tanpa lawan bicara\nP: bukan wawancara\n")]
    [InlineData("")]
    [InlineData("Hanya satu baris")]
    [InlineData("A:")]
    public void Text_without_turns_is_left_alone(string text) => Assert.Empty(TurnFinder.Find(text));

    [Fact]
    public void Dialogue_inside_a_narrative_is_no_interview()
    {
        var story = string.Concat(Enumerable.Repeat("Pada suatu hari mereka pergi ke sekolah dan bermain bersama teman lain.\n", 12));
        Assert.Empty(TurnFinder.Find(story + "Eko: aku pinjam pensil.\nJoyo: boleh saja.\nEko: terima kasih.\nJoyo: sama-sama.\n" + story));
    }

    private static readonly Gen<string> Texts = Pick(
        "P: ", "N: ", "Ana: ", "Pewawancara:\n", "[00:01:02] ", "00:01\n", "Speaker 1  0:03\n", "kata ", "\n", "\r\n", "😀", "ꦗꦮ", "بحر: ", "…", ":", "#00:01:02-3#\n", "\t", "Tanggal: ", "(", "[", "*").Array[0, 80].Select(string.Concat);

    [Fact]
    public void Turns_lie_in_order_inside_the_text_and_do_not_overlap() => Texts.Sample(text =>
    {
        var at = 0;
        foreach (var turn in TurnFinder.Find(text))
        {
            Assert.InRange(turn.Start, at, text.Length);
            Assert.InRange(turn.SpeechStart, turn.Start, turn.End);
            Assert.InRange(turn.End, turn.Start, text.Length);
            Assert.NotEmpty(turn.Speaker);
            at = turn.End;
        }
    }, iter: 5000);

    [Fact]
    public void A_long_line_of_colons_takes_no_longer_than_its_length() =>
        Assert.Empty(TurnFinder.Find(string.Concat(Enumerable.Repeat("a : b :: c ", 200_000))));

    private static Gen<string> Pick(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
}

using Jembatan.Core.Qualitative;

namespace Jembatan.Interchange.Tests.Subtitles;

public sealed class SubtitleImporterTests
{
    [Fact]
    public async Task Cues_of_one_speaker_in_a_row_make_one_turn()
    {
        var read = (await Samples.ImportAsync("a.vtt", "\uFEFFWEBVTT - judul\nKind: captions\n\nNOTE catatan\n\nSTYLE\n::cue{}\n\nsatu\n00:00:01.500 --> 00:00:02.000 align:start\n<v.loud Pewawancara>Apa <i>kabar</i>?</v>\n\n01:00:03.000 --> 01:00:04.000\n<v Sari>Baik &amp; sehat\n\n01:00:05.000 --> 01:00:06.000\n<v Sari>Sekali.\n<v Pewawancara>Ya?\n")).Value;
        Assert.Equal("Pewawancara: Apa kabar?\nSari: Baik & sehat\nSekali.\nPewawancara: Ya?", read.Text.Value);
        Assert.Equal([Voice.Interviewer, Voice.Informant, Voice.Interviewer], read.Turns.Select(t => t.Voice));
        Assert.Equal([1.5, 3603, 3605], read.Turns.Select(t => t.AtSeconds!.Value));
        Assert.Equal("Baik & sehat\nSekali.", read.Text.Slice(read.Turns[1].SpeechStart, read.Turns[1].End));
        Assert.Equal(["Left out: 3 end times of cues.", "Left out: 1 notes of the subtitle file.", "Left out: 1 styles of the subtitle file."], read.Losses);
    }

    [Fact]
    public async Task Each_voice_of_a_line_has_its_own_words()
    {
        var read = (await Samples.ImportAsync("a.vtt", "WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Pewawancara>Kenapa berhenti?</v> <v Narasumber>Uang habis.</v>\n")).Value;
        Assert.Equal("Pewawancara: Kenapa berhenti?\nNarasumber: Uang habis.", read.Text.Value);
        Assert.Equal([Voice.Interviewer, Voice.Informant], read.Turns.Select(t => t.Voice));
    }

    [Fact]
    public async Task Cues_without_a_speaker_keep_their_times()
    {
        var read = (await Samples.ImportAsync("a.srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\nHalo\r\nsemua\r\n\r\n2\r\n00:00:03,250 --> 00:00:04,000\r\n{\\an8}<b>Ya</b>\r\n")).Value;
        Assert.Equal("Halo\nsemua\nYa", read.Text.Value);
        Assert.Equal([1, 1, 3.25], read.Turns.Select(t => t.AtSeconds!.Value));
        Assert.All(read.Turns, t => Assert.Equal(Voice.Informant, t.Voice));
    }

    [Fact]
    public async Task A_file_without_cues_is_told() => Assert.Equal("srt/no-cues", (await Samples.ImportAsync("a.srt", "Pewawancara: halo")).Problem?.Code);
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Jembatan.Interchange.Tests.Hostile;

/// <summary>Containers made to harm, for both formats that are containers, and for workbooks through the same door.</summary>
public sealed class HostileContainerTests
{
    public static TheoryData<string, string> Containers => new() { { "docx", "word/document.xml" }, { "odt", "content.xml" } };

    private static async Task<string?> CodeOf(string format, byte[] bytes)
    {
        var problem = (await Samples.ImportAsync("berkas." + format, bytes)).Problem;
        if (problem is not null) Assert.Contains("berkas." + format, problem.Message, StringComparison.Ordinal);
        return problem?.Code;
    }

    [Theory, MemberData(nameof(Containers))]
    public async Task Text_under_the_name_of_a_container_is_no_zip(string format, string _) =>
        Assert.Equal($"{format}/not-a-zip", await CodeOf(format, "Pewawancara: ini teks biasa"u8.ToArray()));

    [Theory, MemberData(nameof(Containers))]
    public async Task A_container_cut_in_half_is_told(string format, string _)
    {
        var whole = Samples.Of(format);
        Assert.Equal($"{format}/not-a-zip", await CodeOf(format, whole[..(whole.Length / 2)]));
    }

    [Theory, MemberData(nameof(Containers))]
    public async Task Spoilt_content_is_told(string format, string part)
    {
        var bytes = Samples.Of(format);
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(part)) + part.Length + 4;
        bytes.AsSpan(at, 60).Fill(0xFF);
        Assert.Contains(await CodeOf(format, bytes), new[] { $"{format}/damaged", $"{format}/bad-xml" });
    }

    [Theory, MemberData(nameof(Containers))]
    public async Task A_bomb_is_refused_by_what_comes_out_not_by_what_it_says(string format, string part)
    {
        var bomb = Samples.Zip([(part, new byte[20 << 20])]);
        // The directory claims that the part is small.
        var at = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(at + 24), 1000);
        Assert.InRange(bomb.Length, 1, 1 << 20);
        Assert.Contains(await CodeOf(format, bomb), new[] { $"{format}/zip-bomb", $"{format}/damaged", $"{format}/bad-xml" });
        Assert.Equal($"{format}/zip-bomb", await CodeOf(format, Samples.Zip([(part, new byte[20 << 20])])));
    }

    [Theory, MemberData(nameof(Containers))]
    public async Task Names_that_climb_out_are_refused(string format, string part)
    {
        foreach (var name in new[] { "../../etc/passwd", "word/../../x", "/etc/passwd", @"..\..\x", "C:/x" })
            Assert.Equal($"{format}/unsafe-part", await CodeOf(format, Samples.Zip([(part, "<x/>"), (name, "x")])));
    }

    [Theory, MemberData(nameof(Containers))]
    public async Task Document_types_and_entities_are_refused(string format, string part)
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};&l{i - 1};\">"));
        foreach (var xml in new[]
        {
            $"<!DOCTYPE x [<!ENTITY l0 \"lol\">{laughs}]><x>&l9;</x>",
            "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><x>&f;</x>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>",
        })
            Assert.Equal($"{format}/bad-xml", await CodeOf(format, Samples.Zip([(part, xml)])));
    }

    [Theory, MemberData(nameof(Containers))]
    public async Task Bottomless_nesting_is_refused(string format, string part) =>
        Assert.Equal($"{format}/bad-xml", await CodeOf(format, Samples.Zip([(part, string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000)))])));

    [Theory, MemberData(nameof(Containers))]
    public async Task Too_many_parts_are_refused(string format, string part) =>
        Assert.Equal($"{format}/too-many-parts", await CodeOf(format, Samples.Zip([(part, ""), .. Enumerable.Range(0, 10_001).Select(i => ($"x{i}", ""))])));

    [Theory, MemberData(nameof(Containers))]
    public async Task A_container_without_its_body_is_told(string format, string _) =>
        Assert.Equal($"{format}/no-body", await CodeOf(format, Samples.Zip([("lain.xml", "<x/>")])));

    [Theory, MemberData(nameof(Containers))]
    public async Task A_body_without_words_is_told(string format, string _) =>
        Assert.Equal("import/empty", await CodeOf(format, format == "docx" ? Samples.Docx("<w:p/>") : Samples.Odt("<text:p/>")));

    [Theory, MemberData(nameof(Containers))]
    public async Task Office_encryption_and_old_formats_are_told_apart(string format, string _)
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]];
        Assert.Equal($"{format}/old-format", await CodeOf(format, ole));
        Assert.Equal($"{format}/encrypted", await CodeOf(format, [.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
    }

    [Fact]
    public async Task An_encrypted_entry_is_told()
    {
        var bytes = Samples.Of("docx");
        for (var at = bytes.AsSpan().IndexOf("PK\u0003\u0004"u8); at >= 0 && at < bytes.Length;)
        {
            bytes[at + 6] |= 1;
            var next = bytes.AsSpan(at + 4).IndexOf("PK\u0003\u0004"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        for (var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8); at >= 0;)
        {
            bytes[at + 8] |= 1;
            var next = bytes.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        Assert.Equal("docx/encrypted", await CodeOf("docx", bytes));
    }

    [Fact]
    public async Task An_encrypted_OpenDocument_text_is_told() =>
        Assert.Equal("odt/encrypted", await CodeOf("odt", Samples.Odt("<text:p>x</text:p>", ("META-INF/manifest.xml", "<m><encryption-data/></m>"))));

    [Fact]
    public async Task A_binary_named_txt_is_told() => Assert.Equal("text/binary", (await Samples.ImportAsync("foto.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4])).Problem?.Code);

    [Fact]
    public async Task White_space_alone_is_empty() => Assert.Equal("import/empty", (await Samples.ImportAsync("kosong.txt", " \r\n\t\n")).Problem?.Code);

    [Fact]
    public async Task An_unknown_extension_is_told_with_the_known_ones()
    {
        var problem = (await Samples.ImportAsync("rekaman.mp3", "x")).Problem!;
        Assert.Equal("import/unknown-format", problem.Code);
        Assert.Contains(".docx", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mixed_encodings_come_in_with_a_loss()
    {
        var imported = (await Samples.ImportAsync("campur.txt", [.. "satu “kutip”\n"u8, .. "caf"u8, 0xE9, (byte)'\n'])).Value;
        Assert.Equal("satu “kutip”\ncafé\n", imported.Text.Value);
        Assert.Contains("mixes encodings", imported.Losses.Single(), StringComparison.Ordinal);
    }
}

using System.IO.Compression;
using System.Text;

namespace Jembatan.Interchange.Tests.Microdata;

/// <summary>Statistics files written byte by byte from the published formats.</summary>
internal sealed class MicrodataBytes(bool isBigEndian = false)
{
    private readonly List<byte> held = [];

    public long At => held.Count;

    public MicrodataBytes Raw(params byte[] bytes)
    {
        held.AddRange(bytes);
        return this;
    }

    public MicrodataBytes Text(string text) => Raw(Encoding.UTF8.GetBytes(text));

    /// <summary>Text in a field of a length, filled up with a byte.</summary>
    public MicrodataBytes Text(string text, int length, byte fill = 0, Encoding? encoding = null)
    {
        var bytes = (encoding ?? Encoding.UTF8).GetBytes(text);
        return Raw([.. bytes, .. Enumerable.Repeat(fill, length - bytes.Length)]);
    }

    public MicrodataBytes U16(int value) => Ordered(BitConverter.GetBytes((ushort)value));

    public MicrodataBytes I32(long value) => Ordered(BitConverter.GetBytes(unchecked((int)value)));

    public MicrodataBytes I64(long value) => Ordered(BitConverter.GetBytes(value));

    public MicrodataBytes F64(double value) => Ordered(BitConverter.GetBytes(value));

    public MicrodataBytes F32(float value) => Ordered(BitConverter.GetBytes(value));

    public byte[] Done() => [.. held];

    private MicrodataBytes Ordered(byte[] bytes) => Raw(isBigEndian == BitConverter.IsLittleEndian ? [.. bytes.Reverse()] : bytes);

    /// <summary>A dBASE table of a text, a number, a date, a yes-no field and a memo; the third record is deleted.</summary>
    public static byte[] Dbf(uint claimed = 3)
    {
        (string Name, char Type, int Length)[] fields = [("NAMA", 'C', 8), ("INCOME", 'N', 9), ("TGL", 'D', 8), ("AKTIF", 'L', 1), ("CATATAN", 'M', 10)];
        var b = new MicrodataBytes().Raw(3, 125, 1, 1).I32(claimed).U16(32 + (fields.Length * 32) + 1).U16(1 + fields.Sum(f => f.Length)).Raw(new byte[17]).Raw(0x57).Raw(0, 0);
        foreach (var (name, type, length) in fields) b.Text(name, 11).Raw((byte)type).Raw(new byte[4]).Raw((byte)length, 0).Raw(new byte[14]);
        b.Raw(0x0D);
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        b.Text(" ").Text("Jos\u00e9", 8, 32, western).Text("1400000.5").Text("20240229").Text("T").Text("         1");
        b.Text(" ").Text("Siti", 8, 32).Text("         ").Text("20240230").Text("?").Text("          ");
        b.Text("*").Text("Budi", 8, 32).Text("        9").Text("20240101").Text("F").Text("          ");
        return b.Raw(0x1A).Done();
    }

    /// <summary>A Stata file with a byte, an int, a long, a float, a double, a text and a long text; labels on the byte.</summary>
    public static byte[] Dta(int release, bool isBigEndian = false, long? claimedRows = null)
    {
        var b = new MicrodataBytes(isBigEndian);
        var (nameLength, formatLength, labelLength) = release == 117 ? (33, 49, 81) : (129, 57, 321);
        (string Name, int Type, string Label, string Meaning)[] vars =
            [("sex", 65530, "Jenis kelamin", "sexlbl"), ("umur", 65529, "", ""), ("kode", 65528, "", ""), ("f", 65527, "", ""), ("income", 65526, "Pendapatan", ""), ("nama", 6, "", ""), ("cerita", 32768, "", "")];
        b.Text($"<stata_dta><header><release>{release}</release><byteorder>{(isBigEndian ? "MSF" : "LSF")}</byteorder><K>");
        if (release == 119) b.I32(vars.Length); else b.U16(vars.Length);
        b.Text("</K><N>");
        if (release == 117) b.I32(claimedRows ?? 2); else b.I64(claimedRows ?? 2);
        b.Text("</N><label>");
        if (release == 117) b.Raw(0); else b.U16(0);
        b.Text("</label><timestamp>").Raw(0).Text("</timestamp></header><map>").Raw(new byte[112]).Text("</map><variable_types>");
        foreach (var v in vars) b.U16(v.Type);
        b.Text("</variable_types><varnames>");
        foreach (var v in vars) b.Text(v.Name, nameLength);
        b.Text("</varnames><sortlist>").Raw(new byte[(vars.Length + 1) * (release == 119 ? 4 : 2)]).Text("</sortlist><formats>");
        foreach (var _ in vars) b.Text("%9.0g", formatLength);
        b.Text("</formats><value_label_names>");
        foreach (var v in vars) b.Text(v.Meaning, nameLength);
        b.Text("</value_label_names><variable_labels>");
        foreach (var v in vars) b.Text(v.Label, labelLength);
        b.Text("</variable_labels><characteristics></characteristics><data>");
        Row(1, 34, 123456, 0.1f, 1400000.5, "Asih", 1);
        b.Raw(101).U16(32741).I32(2147483621).I32(0x7f000000).F64(BitConverter.Int64BitsToDouble(0x7fe0000000000000)).Text("Budi", 6);
        Pointer(0, 0);
        b.Text("</data><strls>").Text("GSO").I32(7);
        if (release == 117) b.I32(1); else b.I64(1);
        b.Raw(130).I32(13).Text("ikut tetangga");
        var body = new MicrodataBytes(isBigEndian).I32(2).I32(19).I32(0).I32(10).I32(1).I32(2).Text("Laki-laki\0").Text("Perempuan").Done();
        b.Text("</strls><value_labels><lbl>").I32(body.Length).Text("sexlbl", nameLength).Raw(0, 0, 0).Raw(body).Text("</lbl></value_labels></stata_dta>");
        return b.Done();

        void Row(byte sex, int age, long code, float f, double income, string name, long observation)
        {
            b.Raw(sex).U16(age).I32(code).F32(f).F64(income).Text(name, 6);
            Pointer(7, observation);
        }

        void Pointer(long variable, long observation)
        {
            var split = release switch { 117 => 4, 118 => 2, _ => 3 };
            byte[] Part(long value, int length)
            {
                var part = Enumerable.Range(0, length).Select(i => (byte)(value >> (8 * i))).ToArray();
                return isBigEndian ? [.. part.Reverse()] : part;
            }

            b.Raw(Part(variable, split)).Raw(Part(observation, 8 - split));
        }
    }

    /// <summary>An SPSS file of a number with labels and a missing code, a text of twelve bytes with a long name, and a number; plain (0), by bytes (1) or by zlib (2).</summary>
    public static byte[] Sav(int compression, bool isBigEndian = false, int claimedCases = 3)
    {
        var b = new MicrodataBytes(isBigEndian).Text(compression == 2 ? "$FL3" : "$FL2").Text("@(#) SPSS DATA FILE", 60, 32).I32(2).I32(4).I32(compression).I32(0).I32(claimedCases).F64(100).Text("01 Jan 2412:00:00").Raw(new byte[67]);
        b.I32(2).I32(0).I32(1).I32(1).I32(0).I32(0).Text("SEX", 8, 32).I32(13).Text("Jenis kelamin", 16).F64(9);
        b.I32(2).I32(12).I32(0).I32(0).I32(0).I32(0).Text("V2", 8, 32);
        b.I32(2).I32(-1).I32(0).I32(0).I32(0).I32(0).Text("", 8, 32);
        b.I32(2).I32(0).I32(0).I32(0).I32(0).I32(0).Text("INCOME", 8, 32);
        b.I32(3).I32(2).F64(1).Raw(9).Text("Laki-laki", 15).F64(2).Raw(9).Text("Perempuan", 15).I32(4).I32(1).I32(1);
        b.I32(6).I32(1).Text("A document line", 80, 32);
        var names = "V2=nama_ku\tSEX=kelamin";
        b.I32(7).I32(13).I32(1).I32(names.Length).Text(names);
        b.I32(7).I32(20).I32(1).I32(5).Text("UTF-8");
        b.I32(999).I32(0);
        var plain = new MicrodataBytes(isBigEndian).F64(1).Text("S\u00edti Aminah", 16, 32).F64(1400000.5).F64(9).Text("Budi", 16, 32).F64(-double.MaxValue).F64(2).Text("", 16, 32).F64(7);
        if (compression == 0) return b.Raw(plain.Done()).Done();
        var bytes = new MicrodataBytes(isBigEndian).Raw(101, 253, 253, 253, 109, 253, 254, 255).Text("S\u00edti Aminah", 16, 32).F64(1400000.5).Text("Budi", 8, 32).Raw(102, 254, 254, 107, 252, 0, 0, 0).Done();
        if (compression == 1) return b.Raw(bytes).Done();
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(bytes);
        var block = packed.ToArray();
        var header = b.At;
        return b.I64(header).I64(header + 24 + block.Length).I64(48).Raw(block).I64(-100).I64(0).I32(0x3ff000).I32(1).I64(header).I64(header + 24).I32(bytes.Length).I32(block.Length).Done();
    }
}

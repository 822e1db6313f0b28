using System.Globalization;

namespace Jembatan.Benchmarks;

/// <summary>How large a synthetic study is.</summary>
/// <param name="Sources">Sources; the first holds a million code points, the second 300,000.</param>
/// <param name="Codings">Codings, spread over sources, codes and coders.</param>
/// <param name="Codes">Codes.</param>
/// <param name="Coders">Coders.</param>
internal sealed record StudySize(int Sources, int Codings, int Codes, int Coders);

/// <summary>What the command line asks for.</summary>
/// <param name="Study">The study file.</param>
/// <param name="Only">Only cases with this word in their name or group.</param>
/// <param name="Repeats">Measurements of each case; null for its own number.</param>
/// <param name="Write">Whether the results are written into the repository.</param>
/// <param name="Postgres">Whether the study lies in a PostgreSQL that is started for the run.</param>
/// <param name="ImportMegabytes">How much the import cases bring in.</param>
internal sealed record Options(string Study, StudySize Size, string Only, int? Repeats, bool Write, bool Postgres, int ImportMegabytes)
{
    private static readonly string[] Flags = ["--write", "--postgres"];
    private static readonly string[] Valued = ["--study", "--sources", "--codings", "--only", "--repeats", "--import-mb"];

    /// <summary>The options, or null when an argument is not understood.</summary>
    public static Options? Read(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (Flags.Contains(args[i])) given[args[i]] = "";
            else if (Valued.Contains(args[i]) && i + 1 < args.Length) given[args[i]] = args[++i];
            else return null;
        }

        foreach (var number in (string[])["--sources", "--codings", "--repeats", "--import-mb"])
        {
            if (given.TryGetValue(number, out var text) && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1)) return null;
        }

        int? Number(string name) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        var size = new StudySize(Math.Max(3, Number("--sources") ?? 2000), Number("--codings") ?? 1_000_000, 500, 20);
        var study = given.GetValueOrDefault("--study")
            ?? Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"jembatan-synthetic-{SyntheticStudy.Version}-{size.Sources}-{size.Codings}.jembatan"));
        return new(study, size, given.GetValueOrDefault("--only") ?? "", Number("--repeats"), given.ContainsKey("--write"), given.ContainsKey("--postgres"), Number("--import-mb") ?? 50);
    }
}

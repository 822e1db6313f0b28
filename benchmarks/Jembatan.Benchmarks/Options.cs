using System.Globalization;

namespace Jembatan.Benchmarks;

/// <summary>How large a synthetic study is.</summary>
/// <param name="Sources">Sources; the first holds a million code points.</param>
/// <param name="Codings">Codings, spread over sources, codes and coders.</param>
/// <param name="Codes">Codes.</param>
/// <param name="Coders">Coders.</param>
internal sealed record StudySize(int Sources, int Codings, int Codes, int Coders);

/// <summary>What the command line asks for.</summary>
internal sealed record Options(string Study, StudySize Size, string Only, int? Repeats, string? Machine)
{
    /// <summary>The options, or null when an argument is not understood.</summary>
    public static Options? Read(string[] args)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || args[i] is not ("--study" or "--sources" or "--codings" or "--only" or "--repeats" or "--machine")) return null;
            given[args[i]] = args[i + 1];
        }

        int? Number(string name) => given.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        var size = new StudySize(Number("--sources") ?? 2000, Number("--codings") ?? 1_000_000, 500, 20);
        var study = given.GetValueOrDefault("--study") ?? Path.Combine(Path.GetTempPath(), $"synthetic-{size.Sources}-{size.Codings}.jembatan");
        return new(study, size, given.GetValueOrDefault("--only") ?? "", Number("--repeats"), given.GetValueOrDefault("--machine"));
    }
}

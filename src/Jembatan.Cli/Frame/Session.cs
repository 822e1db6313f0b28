using System.CommandLine;
using System.Globalization;
using Jembatan.App.Agreement;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Frame;

/// <summary>One call of the program: what was asked, by whom, in which language.</summary>
internal sealed class Session(ParseResult parse, CancellationToken cancel)
{
    private Language? studyLanguage;

    /// <summary>Ends when the user presses Ctrl-C.</summary>
    public CancellationToken Cancel { get; } = cancel;

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; } = TimeProvider.System;

    /// <summary>Whether a JSON document was asked for.</summary>
    public bool Json => parse.GetValue(Globals.Json);

    /// <summary>The value of an option, or what it is without.</summary>
    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T Get<T>(Argument<T> argument) => parse.GetRequiredValue(argument);

    /// <summary>The value of an argument that may be left out.</summary>
    public T? Maybe<T>(Argument<T?> argument) => parse.GetValue(argument);

    /// <summary>Whether the option was written.</summary>
    public bool Has(Option option) => parse.GetResult(option) is { Implicit: false };

    /// <summary>Who acts.</summary>
    public string Coder(Option<string?> option) => Get(option)?.Trim() is { Length: > 0 } named ? named : Viewer;

    /// <summary>Who looks, when nobody is named.</summary>
    public static string Viewer =>
        Environment.GetEnvironmentVariable("JEMBATAN_CODER") is { Length: > 0 } set ? set
        : Environment.UserName is { Length: > 0 } user ? user : "coder";

    /// <summary>Language of words: as asked, else the study's, else the machine's.</summary>
    public Language Language => parse.GetValue(Globals.Language) switch
    {
        "id" => Language.Indonesian,
        "en" => Language.English,
        _ => studyLanguage ?? OfLocale,
    };

    /// <summary>Language of a study about to be made: Indonesian unless English is asked for.</summary>
    public Language NewStudyLanguage => parse.GetValue(Globals.Language) == "en" ? Language.English : Language.Indonesian;

    /// <summary>Where the study is kept.</summary>
    public Result<StudyLocation> Locate(string path)
    {
        var (connection, name) = (parse.GetValue(Globals.Database), parse.GetValue(Globals.StudyName));
        return (connection, name) switch
        {
            (null, null) => new StudyLocation.File(path),
            ({ } c, { } n) => new StudyLocation.Database(c, n),
            _ => new Problem("usage/database", "--database and --study go together. Write both, or the path of a study file."),
        };
    }

    /// <summary>Opens the study, does something with it and closes it.</summary>
    public async Task<Result<T>> WithAsync<T>(string path, StudyAccess access, Func<StudyStore, JembatanDb, Task<Result<T>>> act)
    {
        var location = Locate(path);
        if (location.Problem is { } unclear) return unclear;
        var opened = await StudyStore.OpenAsync(location.Value, access, Clock, Cancel);
        // A study of an older program is brought up to date by whoever opens it first, reading or writing.
        if (opened is { Problem.Code: "study/older" } && access == StudyAccess.Read) opened = await StudyStore.OpenAsync(location.Value, StudyAccess.Write, Clock, Cancel);
        if (opened.Problem is { } problem) return problem;
        await using var store = opened.Value;
        await using var db = store.NewDb();
        var hidden = await Blinds.PutOnAsync(db, Viewer, Cancel);
        studyLanguage = await db.LanguageAsync(Cancel);
        var answer = await act(store, db);
        if (access == StudyAccess.Write && hidden.Count > 0) hidden = await Blinds.PutOnAsync(db, Viewer, Cancel);      // the step itself may have lifted it
        if (hidden.Count > 0 && answer.IsOk) await Console.Error.WriteLineAsync(BlindNotice(hidden));
        return answer;
    }

    // Also with --json: whoever reads numbers that leave something out must be told.
    private string BlindNotice(IReadOnlyList<string> sources)
    {
        var names = string.Join(", ", sources.Take(5)) + (sources.Count > 5 ? " …" : "");
        return Language == Language.Indonesian
            ? $"{Viewer} mengode {names} tanpa melihat pekerjaan orang lain: pengodean orang lain di situ tidak tampak dan tidak masuk hitungan sampai semua pengodenya menandai selesai."
            : $"{Viewer} codes {names} blind: what others coded there is neither shown nor among the codings counted until all its coders have marked it done.";
    }

    private static Language OfLocale => CultureInfo.CurrentCulture.TwoLetterISOLanguageName is "id" or "ms" ? Language.Indonesian : Language.English;
}

using System.CommandLine;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class SensitivityVerb
{
    public static Verb Verb { get; } = new("sensitivity", "Says which parameters a projected number hangs on: first and total Sobol' indices.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var model = TypedModel.Argument("the member stock");
        var months = new Option<int?>("--months") { Description = "Months of the model (default 120 of a chain, 24 of a membership model).", HelpName = "N" };
        var month = new Option<string?>("--month") { Description = "Month of the member stock (default 2025-05).", HelpName = "yyyy-MM" };
        var deviation = Globals.Number("--deviation", "Standard deviation of the priors of a chain, log odds (default 0.35).", "SD");
        var size = new Option<int?>("--base") { Description = "Base points, a power of two (default 1024, or 64 of a membership model).", HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "Seed (default 1).", HelpName = "N", DefaultValueFactory = _ => 1 };
        var persons = new Option<long>("--persons") { Description = "Persons of the sample of a membership model (default 20,000).", HelpName = "N", DefaultValueFactory = _ => 20_000 };
        command.Add(model);
        foreach (var option in (Option[])[months, month, deviation, size, seed, persons]) command.Add(option);
        command.Does(async session =>
        {
            var read = await TypedModel.OfAsync(session, model);
            if (read.Problem is { } wrong) return wrong;
            CalendarMonth? at = null;
            if (session.Get(month) is { } text && (at = CalendarMonth.Parse(text)) is null) return new Problem("coverage/option", $"'{text}' is no month. Write it as 2025-05.", "--month");
            var analysed = await AnalyseSensitivity.HandleAsync(new(read.Value, session.Get(months), at, session.Get(deviation) ?? 0.35, session.Get(size), session.Get(seed), session.Get(persons)), new ShareBar(session.Clock), session.Cancel);
            return analysed.Problem is { } problem ? problem : new Answer(Document(analysed.Value, session.Language), sheet => Print(sheet, analysed.Value));
        });
    }

    // The share that is done, on standard error, on a terminal alone.
    private sealed class ShareBar(TimeProvider clock) : IProgress<double>
    {
        private readonly long began = clock.GetTimestamp();

        public void Report(double value)
        {
            if (Console.IsErrorRedirected || value <= 0) return;
            var left = TimeSpan.FromSeconds(clock.GetElapsedTime(began).TotalSeconds * (1 - value) / value);
            Console.Error.Write(value >= 1 ? "\r" + new string(' ', 30) + "\r" : string.Create(CultureInfo.InvariantCulture, $"\r{value:P0}  {left:m\\:ss} "));
        }
    }

    private static object Document(AnalyseSensitivity.Response analysed, Language language) => new
    {
        of = analysed.Of.In(language),
        analysed.Unit,
        analysed.Analysis.Mean,
        analysed.Analysis.Variance,
        analysed.Analysis.Evaluations,
        analysed.Analysis.Reason,
        indices = analysed.Analysis.Indices,
    };

    // A group of parameters in words; states of a chain stay as its file has them.
    private static string Indonesian(string group) => group switch
    {
        "entry" => "masuk",
        "lapse" => "putus iuran",
        "sponsored places" => "jumlah orang yang iurannya ditanggung",
        "stay after sponsor" => "bertahan sesudah iuran tidak ditanggung",
        "renewal of sponsors" => "perpanjangan penanggung iuran",
        "return and savings" => "aktif kembali dan JHT",
        "frailty and formal work" => "kerentanan dan kerja formal",
        "affordability" => "keterjangkauan",
        "awareness" => "pengetahuan",
        "cost" => "biaya",
        "income" => "penghasilan",
        "liquidity" => "uang tunai",
        "registration" => "pendaftaran",
        "first-payment" => "iuran pertama",
        "missed-payment" => "iuran terlewat",
        "catch-up" => "pelunasan tunggakan",
        _ => group,
    };

    private static void Print(Sheet sheet, AnalyseSensitivity.Response analysed)
    {
        var culture = CultureInfo.GetCultureInfo(sheet.Language == Language.Indonesian ? "id-ID" : "en-GB");
        string N(double value) => value.ToString("0.000", culture);
        sheet.Line($"{analysed.Of.In(sheet.Language)}: {N(analysed.Analysis.Mean)} ± {N(Math.Sqrt(analysed.Analysis.Variance))}");
        if (analysed.Analysis.Reason is { } reason) sheet.Line(reason);
        sheet.Table(
            [sheet.Say("kelompok", "group"), sheet.Say("sendiri (S)#", "by itself (S)#"), "95 %#", sheet.Say("bersama (ST)#", "with others (ST)#"), "95 %#"],
            analysed.Analysis.Indices.OrderByDescending(i => i.Total).Select(i => (IReadOnlyList<string>)[sheet.Say(Indonesian(i.Group), i.Group), N(i.First), $"{N(i.FirstLow)} – {N(i.FirstHigh)}", N(i.Total), $"{N(i.TotalLow)} – {N(i.TotalHigh)}"]));
        sheet.Line(sheet.Say("S: bagian ragam yang hilang bila kelompok itu diketahui pasti.", "S: the share of variance that would go if the group were known for sure."));
    }
}

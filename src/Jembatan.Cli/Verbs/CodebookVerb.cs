using System.CommandLine;
using System.Globalization;
using Jembatan.App.Codebooks;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Strategies;

namespace Jembatan.Cli.Verbs;

internal static class CodebookVerb
{
    public static Verb Verb { get; } = new("codebook", "Lists and edits codes.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var options = new CodebookOptions();
        command.Add(study);
        foreach (var option in options.All) command.Add(option);
        command.Validators.Add(result =>
        {
            var acts = options.Acts.Where(a => result.GetResult(a) is { Implicit: false }).Select(a => a.Name).ToList();
            if (acts.Count > 1) result.AddError($"{string.Join(" and ", acts)} do not go together. Do one at a time.");
            else if (acts.Count == 0 && options.Details.FirstOrDefault(d => result.GetResult(d) is { Implicit: false }) is { } detail)
                result.AddError($"{detail.Name} needs one of {string.Join(", ", options.Acts.Select(a => a.Name))}.");
        });
        command.Does(session =>
        {
            var edits = options.Acts.Any(session.Has);
            return session.WithAsync(session.Get(study), edits ? Storage.StudyAccess.Write : Storage.StudyAccess.Read, (_, db) =>
                edits ? CodebookEdits.DoAsync(session, options, db) : ListAsync(session, db));
        });
    }

    private static async Task<Result<Answer>> ListAsync(Session session, Storage.JembatanDb db)
    {
        var list = await ListCodes.HandleAsync(new ListCodes.Request(), db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        var language = session.Language;
        return new Answer(
            new
            {
                codes = list.Value.Codes.Select(c => new
                {
                    c.Code,
                    Name = c.Name.In(language),
                    c.Parent,
                    c.Element,
                    c.Retired,
                    c.Codings,
                    c.Informants,
                    c.Id,
                    c.Rules.Level,
                    c.Rules.Origin,
                    c.Rules.IsCause,
                    c.Depth,
                    c.CodingsWithin,
                    c.InformantsWithin,
                    c.MergedInto,
                    Definition = c.Rules.Definition.In(language),
                }),
                list.Value.Version,
                list.Value.Frozen,
            },
            sheet => Print(sheet, list.Value));
    }

    private static void Print(Sheet sheet, ListCodes.Response list)
    {
        sheet.Line(sheet.Say($"Buku kode versi {list.Version}", $"Codebook version {list.Version}") + (list.Frozen ? sheet.Say(", dibekukan", ", frozen") : ""));
        sheet.Table(
            [sheet.Say("Kode", "Code"), sheet.Say("Nama", "Name"), "SERVO", sheet.Say("Tingkat", "Level"), sheet.Say("Pengodean", "Codings") + " #", sheet.Say("Narasumber", "Informants") + " #"],
            list.Codes.Select(c => (IReadOnlyList<string>)
            [
                new string(' ', c.Depth * 2) + c.Code, c.Name.In(sheet.Language) + (c.Retired ? sheet.Say(" (tidak dipakai)", " (retired)") : ""), c.Element?.Letter() ?? "",
                JsonOutput.Word(c.Rules.Level), c.CodingsWithin.ToString(CultureInfo.InvariantCulture), c.InformantsWithin.ToString(CultureInfo.InvariantCulture),
            ]));
    }
}

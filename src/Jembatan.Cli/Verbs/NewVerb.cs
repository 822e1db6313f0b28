using System.CommandLine;
using Jembatan.App.Studies;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs;

internal static class NewVerb
{
    public static Verb Verb { get; } = new("new", "Makes a study.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var title = new Option<string>("--title") { Description = "Title, as people will cite it.", Required = true };
        var template = Globals.Word("--template", "What it begins with.", "informal-coverage", "servo", "blank");
        command.Add(study);
        command.Add(title);
        command.Add(template);
        command.Does(async session =>
        {
            var location = session.Locate(session.Get(study));
            if (location.Problem is { } unclear) return unclear;
            var made = await CreateStudy.HandleAsync(
                new CreateStudy.Request(session.Get(title)!, session.NewStudyLanguage, session.Get(template) ?? "informal-coverage"), location.Value, session.Clock, session.Cancel);
            if (made.Problem is { } problem) return problem;
            var m = made.Value;
            return new Answer(
                new
                {
                    study = new
                    {
                        m.Id,
                        m.Title,
                        Language = m.Language == Language.Indonesian ? "id" : "en",
                        m.Template,
                        Path = session.Get(study),
                        m.Codes,
                        m.Criteria,
                        m.Strategies,
                        m.Evidence,
                    },
                },
                sheet => sheet.Line(sheet.Say(
                    $"Studi '{m.Title}' dibuat: {m.Codes} kode, {m.Criteria} kriteria, {m.Strategies} strategi, {m.Evidence} angka statistik. Selanjutnya: jembatan import {session.Get(study)} BERKAS…",
                    $"Study '{m.Title}' is made: {m.Codes} codes, {m.Criteria} criteria, {m.Strategies} strategies, {m.Evidence} statistics. Next: jembatan import {session.Get(study)} FILE…")));
        });
    }
}

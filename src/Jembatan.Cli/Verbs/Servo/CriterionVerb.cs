using System.CommandLine;
using Jembatan.App.Strategies;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class CriterionVerb
{
    public static Verb Verb { get; } = new("criterion", "Lists criteria, adds one or changes one.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var add = Entry.Text("--add", "Adds a criterion with this label.", "LABEL");
        var revise = Entry.Text("--revise", "Changes the criterion with this label.", "LABEL");
        var pair = Globals.Word("--pair", "The pair that it rates.", [.. Enum.GetNames<Pair>()]);
        var question = Entry.Text("--question", "What is asked.");
        var required = Entry.Text("--required", "What would be required of a strategy that fits.");
        var weight = Globals.Number("--weight", "Weight among the criteria of its pair; default 1.");
        var retire = new Option<bool>("--retire") { Description = "With --revise: takes it out of the fit." };
        var restore = new Option<bool>("--restore") { Description = "With --revise: takes it back in." };
        var coder = Globals.Coder();
        command.Add(study);
        foreach (var option in (Option[])[add, revise, pair, question, required, weight, retire, restore, coder]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(add) || session.Has(revise), async (session, db) =>
        {
            if (session.Get(add) is { } label)
            {
                if (session.WordOf<Pair>(pair) is not { } of) return new Problem("criterion/no-pair", "Say with --pair which pair it rates: SE, SR, SV or SO.");
                var made = await AddCriterion.HandleAsync(
                    new(label, of, session.Both(question) ?? Bilingual.Empty, session.Both(required), session.Get(weight) ?? 1), session.Coder(coder), db, session.Clock, session.Cancel);
                return made.Problem is { } problem ? problem : Say(made.Value.Id, made.Value.Label);
            }

            if (session.Get(revise) is { } known)
            {
                bool? retired = session.Get(retire) ? true : session.Get(restore) ? false : null;
                var changed = await ReviseCriterion.HandleAsync(
                    new(known, session.Both(question), session.Both(required), session.Get(weight), retired), session.Coder(coder), db, session.Clock, session.Cancel);
                return changed.Problem is { } problem ? problem : Say(changed.Value.Id, changed.Value.Label);
            }

            return await ListAsync(session, db);
        });
    }

    private static Answer Say(Id<Criterion> key, string label) => Entry.Done("criterion", new { id = label, key }, $"Kriteria '{label}' tersimpan.", $"Criterion '{label}' is kept.");

    private static async Task<Result<Answer>> ListAsync(Session session, JembatanDb db)
    {
        var list = await ListCriteria.HandleAsync(db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        return new Answer(
            new
            {
                criteria = list.Value.Criteria.Select(c => new
                {
                    id = c.Label,
                    c.Pair,
                    question = c.Question.In(session.Language),
                    required = c.Required.In(session.Language),
                    c.Weight,
                    c.Retired,
                    c.Ratings,
                    key = c.Id,
                }),
            },
            sheet => sheet.Table(
                [sheet.Say("Kriteria", "Criterion"), sheet.Say("Pasangan", "Pair"), sheet.Say("Bobot", "Weight") + " #", sheet.Say("Penilaian", "Ratings") + " #", sheet.Say("Pertanyaan", "Question")],
                list.Value.Criteria.Where(c => !c.Retired).Select(c => (IReadOnlyList<string>)
                    [c.Label, c.Pair.ToString(), Shown.Number(sheet, c.Weight), sheet.Number(c.Ratings), Sheet.Clip(c.Question.In(sheet), 90)])));
    }
}

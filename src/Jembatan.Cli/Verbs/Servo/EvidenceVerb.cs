using System.CommandLine;
using Jembatan.App.Strategies;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class EvidenceVerb
{
    public static Verb Evidence { get; } = new("evidence", "Lists evidence or adds an item: a quote, document, statistic or observation.", TakesStudy: true, BuildEvidence);

    public static Verb Factor { get; } = new("factor", "Lists factors or adds one: a statement about an element with its evidence.", TakesStudy: true, BuildFactor);

    private static void BuildEvidence(Command command)
    {
        var study = Globals.Study();
        var kind = Entry.WordOption<EvidenceKind>("--kind", "Adds an item of this kind.");
        var text = Entry.Text("--text", "What it shows; a quote without it takes its own words.", "TEXT", "--statement");
        var coding = Entry.Text("--coding", "The coding that a quote stands on.", "ID");
        var strategy = Entry.Text("--strategy", "The strategy that it bears on; with no --kind, lists only its evidence.", "ID");
        var issuer = Entry.Text("--issuer", "Who issued it; evidence strength counts it as a group.", "NAME", "--by");
        var source = Entry.Text("--source", "Where it was read.", "TEXT", "--citation");
        var date = Entry.Text("--date", "Date of it.", "DATE");
        var point = Entry.Text("--point", "The point of a macro series.", "SERIES/DATE", "--series");
        var stance = new Option<int>("--stance") { Description = "1 supports the strategy, -1 contradicts it, 0 neither.", DefaultValueFactory = _ => 1 };
        var weight = Globals.Number("--weight", "Weight, kept and shown; it enters no formula. Default 1.");
        var coder = Globals.Coder();
        command.Add(study);
        foreach (var option in (Option[])[kind, text, coding, strategy, issuer, source, date, point, stance, weight, coder]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(kind), async (session, db) =>
        {
            if (session.WordOf<EvidenceKind>(kind) is not { } of) return await ListEvidenceAsync(session, db, session.Get(strategy));
            var added = await AddEvidence.HandleAsync(
                new(of, session.Get(text), session.Get(coding), session.Get(strategy), session.Get(issuer), session.Get(source), session.Get(date), session.Get(point), session.Get(stance),
                    session.Get(weight) ?? 1), session.Coder(coder), db, session.Clock, session.Cancel);
            if (added.Problem is { } problem) return problem;
            var id = Sheet.Short(added.Value.Id.Value);
            return Entry.Done("evidence", new { added.Value.Id, added.Value.Kind, added.Value.Reused }, $"Bukti {id} tersimpan.", $"Evidence {id} is kept.");
        });
    }

    private static async Task<Result<Answer>> ListEvidenceAsync(Session session, JembatanDb db, string? strategy)
    {
        var list = await ListEvidence.HandleAsync(new(strategy), db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        return new Answer(
            new { evidence = list.Value.Evidence },
            sheet => sheet.Table(
                ["Id", sheet.Say("Jenis", "Kind"), sheet.Say("Strategi", "Strategy"), sheet.Say("Arah", "Stance") + " #", sheet.Say("Dari", "From"), sheet.Say("Penilaian", "Ratings") + " #", sheet.Say("Isi", "What")],
                list.Value.Evidence.Select(e => (IReadOnlyList<string>)
                [
                    Sheet.Short(e.Id.Value), JsonOutput.Word(e.Kind), e.Strategy ?? "", e.Stance.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Sheet.Clip(e.Informant ?? e.Source ?? e.Issuer ?? e.Citation ?? "", 24), sheet.Number(e.Ratings), Sheet.Clip(e.Text, 70),
                ])));
    }

    private static void BuildFactor(Command command)
    {
        var study = Globals.Study();
        var element = Globals.Word("--element", "Adds a factor of this element.", "E", "R", "V", "O");
        var statement = Entry.Text("--statement", "What is so or is expected.", "TEXT", "--text");
        var sub = Entry.Text("--sub", "Part of the element, such as economic or skills.", "WORD");
        var anticipated = new Option<bool>("--anticipated") { Description = "Expected rather than seen." };
        var horizon = Entry.Text("--horizon", "By when it is expected.", "DATE");
        var evidence = Entry.Many("--evidence", "Codings or evidence that it rests on.", "ID…");
        var coder = Globals.Coder();
        command.Add(study);
        foreach (var option in (Option[])[element, statement, sub, anticipated, horizon, evidence, coder]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(statement), async (session, db) =>
        {
            if (!session.Has(statement)) return await ListFactorsAsync(session, db, Elements.Parse(session.Get(element)));
            if (Elements.Parse(session.Get(element)) is not { } of) return new Problem("factor/no-element", "Say with --element which element it belongs to: E, R, V or O.");
            var added = await AddFactor.HandleAsync(
                new(of, session.Both(statement)!, session.Get(sub) ?? "", session.Get(anticipated), session.Get(horizon), session.Words(evidence)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (added.Problem is { } problem) return problem;
            return Entry.Done("factor", new { added.Value.Id }, $"Faktor {Sheet.Short(added.Value.Id.Value)} tersimpan.", $"Factor {Sheet.Short(added.Value.Id.Value)} is kept.");
        });
    }

    private static async Task<Result<Answer>> ListFactorsAsync(Session session, JembatanDb db, Element? element)
    {
        var list = await ListFactors.HandleAsync(new(element), db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        return new Answer(
            new
            {
                factors = list.Value.Factors.Select(f => new { f.Id, f.Element, f.Sub, statement = f.Statement.In(session.Language), f.Anticipated, f.Horizon, f.Evidence }),
            },
            sheet => sheet.Table(
                ["Id", sheet.Say("Unsur", "Element"), sheet.Say("Bagian", "Part"), sheet.Say("Bukti", "Evidence") + " #", sheet.Say("Pernyataan", "Statement")],
                list.Value.Factors.Select(f => (IReadOnlyList<string>)[Sheet.Short(f.Id.Value), f.Element.Letter(), f.Sub, sheet.Number(f.Evidence.Count), Sheet.Clip(f.Statement.In(sheet), 100)])));
    }
}

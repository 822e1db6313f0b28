using System.CommandLine;
using Jembatan.App.Servo;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class RecommendVerb
{
    public static Verb Verb { get; } = new("recommend", "Lists recommendations, proposes a change or rewords one.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var change = Entry.Text("--change", "What should change, in one sentence.", "TEXT", "--text");
        var misfits = Entry.Many("--misfit", "Misfits that it answers, by key such as perisai/SR3 or identity.", "KEY…", "--misfits");
        var strategy = Entry.Text("--strategy", "The strategy; default that of the first misfit.", "ID");
        var causes = Entry.Many("--cause", "Causes; default those of the misfits.", "CODE…", "--causes");
        var evidence = Entry.Many("--evidence", "Codings or evidence that it rests on.", "ID…");
        var owner = Entry.Text("--owner", "Who sees to it.");
        var due = Entry.Text("--due", "By when.", "DATE");
        var revise = Entry.Text("--revise", "Rewords this recommendation instead of adding one.", "ID");
        var analyst = new Option<string?>("--analyst", "--coder") { Description = "Who does it; default JEMBATAN_CODER, else the user's name.", HelpName = "NAME" };
        command.Add(study);
        foreach (var option in (Option[])[change, misfits, strategy, causes, evidence, owner, due, revise, analyst]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(change) || session.Has(revise), async (session, db) =>
        {
            if (!session.Has(change) && !session.Has(revise)) return await ListAsync(session, db);
            var done = await Recommend.HandleAsync(
                new(session.Get(change), session.Words(misfits), session.Get(strategy), session.Words(causes), session.Words(evidence), session.Get(owner), session.Get(due), session.Get(revise)),
                session.Coder(analyst), db, session.Clock, session.Cancel);
            if (done.Problem is { } problem) return problem;
            var id = Sheet.Short(done.Value.Id.Value);
            return Entry.Done("recommendation", new { done.Value.Id, done.Value.Details.Change, done.Value.Details.Owner, done.Value.Details.Due }, $"Rekomendasi {id} tersimpan.", $"Recommendation {id} is kept.");
        });
    }

    private static async Task<Result<Answer>> ListAsync(Session session, JembatanDb db)
    {
        var board = await ServoBoard.HandleAsync(new(), db, session.Cancel);
        if (board.Problem is { } problem) return problem;
        return new Answer(
            new { recommendations = board.Value.Recommendations },
            sheet => sheet.Table(
                ["Id", sheet.Say("Strategi", "Strategy"), sheet.Say("Ketidaksesuaian", "Misfits"), sheet.Say("Pelaksana", "Owner"), sheet.Say("Tenggat", "Due"), sheet.Say("Perubahan", "Change")],
                board.Value.Recommendations.Select(r => (IReadOnlyList<string>)
                    [Sheet.Short(r.Id.Value), r.Strategy ?? "", string.Join(" ", r.Misfits), r.Owner ?? "", r.Due ?? "", Sheet.Clip(r.Change, 80)])));
    }
}

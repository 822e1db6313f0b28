using System.CommandLine;
using System.Globalization;
using Jembatan.App.Servo;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class MisfitVerb
{
    public static Verb Verb { get; } = new("misfit", "Lists misfits; confirms, words or dismisses one.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var misfit = new Argument<string?>("MISFIT") { Description = "Key such as perisai/SR3, or identity; without it and --strategy, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var strategy = Entry.Text("--strategy", "For a misfit of one's own: the strategy.", "ID");
        var pair = Globals.Word("--pair", "For a misfit of one's own: the pair.", [.. Enum.GetNames<Pair>()]);
        var criterion = Entry.Text("--criterion", "For a misfit of one's own: the criterion.", "LABEL");
        var confirm = new Option<bool>("--confirm") { Description = "Confirms it." };
        var dismiss = new Option<bool>("--dismiss") { Description = "Dismisses it." };
        var fields = new Fields();
        var analyst = new Option<string?>("--analyst", "--coder") { Description = "Who does it; default JEMBATAN_CODER, else the user's name.", HelpName = "NAME" };
        command.Add(study);
        command.Add(misfit);
        foreach (var option in (Option[])[strategy, pair, criterion, confirm, dismiss, .. fields.All, analyst]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Maybe(misfit) is not null || session.Has(strategy), async (session, db) =>
        {
            if (session.Maybe(misfit) is null && !session.Has(strategy)) return await ListAsync(session, db);
            if (session.Get(confirm) && session.Get(dismiss)) return new Problem("usage/confirm-or-dismiss", "Either --confirm or --dismiss, not both.");
            var read = fields.Read(session);
            if (read.Problem is { } unclear) return unclear;
            MisfitStatus? status = session.Get(dismiss) ? MisfitStatus.Dismissed : session.Get(confirm) ? MisfitStatus.Confirmed : null;
            var done = await RecordMisfit.HandleAsync(
                new(session.Maybe(misfit), read.Value with { Status = status }, session.Get(strategy), session.WordOf<Pair>(pair), session.Get(criterion)), session.Coder(analyst), db, session.Clock,
                session.Cancel);
            if (done.Problem is { } problem) return problem;
            var m = done.Value;
            return Entry.Done("misfit", new { m.Id, m.Key, m.Status }, $"Ketidaksesuaian {m.Key} tersimpan.", $"Misfit {m.Key} is kept.");
        });
    }

    private static async Task<Result<Answer>> ListAsync(Session session, JembatanDb db)
    {
        var board = await ServoBoard.HandleAsync(new(), db, session.Cancel);
        if (board.Problem is { } problem) return problem;
        return new Answer(
            new { misfits = board.Value.Misfits.Select(m => ServoDocument.Misfit(m, session.Language)), dismissed = board.Value.Dismissed.Select(m => ServoDocument.Misfit(m, session.Language)) },
            sheet =>
            {
                if (board.Value.Misfits.Count == 0) sheet.Line(sheet.Say("Tidak ada ketidaksesuaian yang diusulkan atau dipastikan.", "No misfit is proposed or confirmed."));
                ServoDocument.Misfits(sheet, board.Value.Misfits);
            });
    }

    private sealed class Fields
    {
        private readonly Option<string?> statement = Entry.Text("--statement", "What does not fit, in one sentence.", "TEXT", "--text");
        private readonly Option<string?> type = Entry.WordOption<MisfitType>("--type", "Its type.");
        private readonly Option<string?> required = Entry.Text("--required", "What is required.");
        private readonly Option<string?> observed = Entry.Text("--observed", "What is observed.");
        private readonly Option<string[]> causes = Entry.Many("--cause", "Causes that it lets stand.", "CODE…", "--causes");
        private readonly Option<string?> segment = Entry.Text("--segment", "Which workers it touches.");
        private readonly Option<string?> affected = Entry.Text("--affected", "Persons affected: least, most likely, most.", "LOW,MID,HIGH");
        private readonly Option<string?> disposition = Entry.WordOption<Disposition>("--disposition", "What becomes of it.");
        private readonly Option<int?> severity = new("--severity") { Description = "1 to 5; default from the mean rating." };
        private readonly Option<int?> effort = new("--effort") { Description = "1 to 5; default 3." };
        private readonly Option<string?> owner = Entry.Text("--owner", "Who sees to it.");
        private readonly Option<string?> due = Entry.Text("--due", "By when.", "DATE");

        public IEnumerable<Option> All => [statement, type, required, observed, causes, segment, affected, disposition, severity, effort, owner, due];

        public Result<MisfitFields> Read(Session s)
        {
            AffectedPersons? persons = null;
            if (s.Get(affected) is { } text)
            {
                var numbers = text.Split(',').Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) ? d : double.NaN).ToArray();
                if (numbers.Length != 3 || numbers.Any(double.IsNaN))
                    return new Problem("misfit/out-of-range", "Affected persons are three numbers with commas between: least, most likely, most, such as 10000,50000,200000.", text);
                persons = new(numbers[0], numbers[1], numbers[2]);
            }

            return new MisfitFields(
                s.Get(statement), null, s.WordOf<MisfitType>(type), s.Get(required), s.Get(observed), s.Words(causes), s.Get(segment), persons, s.WordOf<Disposition>(disposition), s.Get(severity),
                s.Get(effort), s.Get(owner), s.Get(due));
        }
    }
}

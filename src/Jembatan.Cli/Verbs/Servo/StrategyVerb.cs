using System.CommandLine;
using Jembatan.App.Strategies;
using Jembatan.Cli.Frame;
using Jembatan.Cli.Verbs.Documents;
using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs.Servo;

internal static class StrategyVerb
{
    public static Verb Verb { get; } = new("strategy", "Lists strategies, adds one or changes one.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var add = Entry.Text("--add", "Adds a strategy with this label.", "LABEL");
        var revise = Entry.Text("--revise", "Changes the strategy with this label.", "LABEL");
        var fields = new Fields();
        var coder = Globals.Coder();
        command.Add(study);
        foreach (var option in (Option[])[add, revise, coder, .. fields.All]) command.Add(option);
        command.ReadsOrWrites(study, session => session.Has(add) || session.Has(revise), async (session, db) => (session.Get(add), session.Get(revise)) switch
        {
            (null, null) => await ListAsync(session, db),
            ({ }, { }) => new Problem("usage/add-or-revise", "Either --add or --revise, not both."),
            ({ } label, null) => Say(await AddStrategy.HandleAsync(new(label, fields.Read(session)), session.Coder(coder), db, session.Clock, session.Cancel), r => (r.Id, r.Label)),
            (null, { } label) => Say(await ReviseStrategy.HandleAsync(new(label, fields.Read(session)), session.Coder(coder), db, session.Clock, session.Cancel), r => (r.Id, r.Label)),
        });
    }

    private static Result<Answer> Say<T>(Result<T> done, Func<T, (Id<Strategy> Key, string Label)> of)
    {
        if (done.Problem is { } problem) return problem;
        var (key, label) = of(done.Value);
        return Entry.Done("strategy", new { id = label, key }, $"Strategi '{label}' tersimpan.", $"Strategy '{label}' is kept.");
    }

    private static async Task<Result<Answer>> ListAsync(Session session, JembatanDb db)
    {
        var list = await ListStrategies.HandleAsync(db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        return new Answer(
            new
            {
                strategies = list.Value.Strategies.Select(s => new
                {
                    id = s.Label,
                    title = s.Details.Title.In(session.Language),
                    key = s.Id,
                    claims = s.Claims,
                    s.Details.Status,
                    approaches = s.Details.Approaches,
                    goal = s.Details.Goal,
                    scope = s.Details.Scope,
                    basis = s.Details.Basis.In(session.Language),
                    summary = s.Details.Summary.In(session.Language),
                    businessModel = s.Details.BusinessModel,
                    s.Details.From,
                    s.Details.To,
                    s.Details.Owner,
                    s.Details.LegalBasis,
                    s.Details.Assumptions,
                    s.Details.Facts,
                }),
            },
            sheet => sheet.Table(
                [sheet.Say("Strategi", "Strategy"), sheet.Say("Judul", "Title"), "Status", sheet.Say("Sebab yang diklaim", "Claimed causes")],
                list.Value.Strategies.Select(s => (IReadOnlyList<string>)[s.Label, Sheet.Clip(s.Details.Title.In(sheet), 44), JsonOutput.Word(s.Details.Status), string.Join(" ", s.Claims)])));
    }

    private sealed class Fields
    {
        private readonly Option<string?> title = Entry.Text("--title", "Title.");
        private readonly Option<string?> titleEn = Entry.Text("--title-en", "Title in English, when --title is Indonesian.");
        private readonly Option<string?> summary = Entry.Text("--summary", "What it is.");
        private readonly Option<string[]> claims = Entry.Many("--claims", "Causes that it claims to remove.", "CODE…", "--mechanism");
        private readonly Option<string[]> approach = Entry.Many("--approach", "By what it works: acquire, retain, price, subsidy, product, channel, remind, comms, enforce, data, partner, funding.", "WORD…");
        private readonly Option<string?> goal = Entry.Text("--goal", "What is counted to see whether it succeeds.");
        private readonly Option<double?> target = Globals.Number("--target", "Value wanted of the goal.");
        private readonly Option<double?> baseline = Globals.Number("--baseline", "Value of the goal at the start.");
        private readonly Option<string?> unit = Entry.Text("--unit", "Unit of the goal.");
        private readonly Option<string?> due = Entry.Text("--due", "By when the goal is to be reached.", "DATE");
        private readonly Option<string?> basis = Entry.Text("--basis", "Why a worker would choose it and stay.");
        private readonly Option<string?> status = Entry.WordOption<StrategyStatus>("--status", "How far it has come.");
        private readonly Option<string?> from = Entry.Text("--from", "Since when.", "DATE");
        private readonly Option<string?> to = Entry.Text("--to", "Until when.", "DATE");
        private readonly Option<string?> owner = Entry.Text("--owner", "Who owns it.");
        private readonly Option<string[]> segments = Entry.Many("--segment", "Segments of workers.", "TEXT…");
        private readonly Option<string[]> areas = Entry.Many("--area", "Areas.", "TEXT…");
        private readonly Option<string[]> programmes = Entry.Many("--programme", "Programmes, such as JKK JKM JHT.", "WORD…");

        public Fields() => approach.Validators.Add(result =>
        {
            var unknown = result.Tokens.SelectMany(t => t.Value.Split(',')).FirstOrDefault(w => !Enum.TryParse<Approach>(w.Trim(), ignoreCase: true, out _));
            if (unknown is not null) result.AddError($"'{unknown}' is no approach. Choose {string.Join(", ", Enum.GetValues<Approach>().Select(JsonOutput.Word))}.");
        });

        public IEnumerable<Option> All => [title, titleEn, summary, claims, approach, goal, target, baseline, unit, due, basis, status, from, to, owner, segments, areas, programmes];

        public StrategyFields Read(Session s)
        {
            var scope = s.Words(segments) is null && s.Words(areas) is null && s.Words(programmes) is null
                ? null : new StrategyScope(s.Words(segments) ?? [], s.Words(areas) ?? [], s.Words(programmes) ?? []);
            return new(
                Title: s.Get(title) is { } t ? new Bilingual(t.Trim(), s.Get(titleEn)?.Trim() ?? t.Trim()) : null, Summary: s.Both(summary), Claims: s.Words(claims),
                Approaches: s.Words(approach) is { } words ? [.. words.Select(w => Enum.Parse<Approach>(w, ignoreCase: true))] : null,
                Goal: s.Get(goal) is { } metric ? new StrategyGoal(Bilingual.Same(metric), s.Get(baseline), s.Get(target), s.Get(unit) ?? "", s.Get(due)) : null,
                Scope: scope, Basis: s.Both(basis), Status: s.WordOf<StrategyStatus>(status), From: s.Get(from), To: s.Get(to), Owner: s.Get(owner));
        }
    }
}

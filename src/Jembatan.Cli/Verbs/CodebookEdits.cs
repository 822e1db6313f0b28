using Jembatan.App.Codebooks;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

/// <summary>What <c>codebook</c> does beyond listing.</summary>
internal static class CodebookEdits
{
    public static async Task<Result<Answer>> DoAsync(Session session, CodebookOptions o, JembatanDb db)
    {
        var coder = session.Coder(o.Coder);
        var (clock, cancel) = (session.Clock, session.Cancel);
        if (session.Get(o.Add) is { } added)
        {
            if (session.Get(o.Name) is not { } name) return new Problem("code/no-name", $"The code '{added}' needs a name. Write it after --name.", added);
            var rules = await RulesAsync(session, o, new CodeRules(Text(name, session.Language)), db);
            return Say(await AddCode.HandleAsync(new(added, rules, session.Get(o.Parent)), coder, db, clock, cancel), r => ("Kode ditambahkan: " + r.Code, "Code added: " + r.Code));
        }

        if (session.Get(o.Revise) is { } revised) return await ReviseAsync(session, o, revised, coder, db);
        if (session.Get(o.Rename) is { } renamed)
        {
            if (session.Get(o.To) is null && session.Get(o.Name) is null) return new Problem("usage/rename", "Write the new label after --to, the new name after --name, or both.", renamed);
            var name = session.Get(o.Name) is { } text ? Text(text, session.Language) : null;
            return Say(await RenameCode.HandleAsync(new(renamed, session.Get(o.To), name), coder, db, clock, cancel), r => ("Kode berganti nama: " + r.Code, "Code renamed: " + r.Code));
        }

        if (session.Get(o.Move) is { } moved)
            return Say(await MoveCode.HandleAsync(new(moved, session.Get(o.Parent)), coder, db, clock, cancel), r => ($"Kode {r.Code} pindah ke bawah {r.Parent ?? "akar"}.", $"Code {r.Code} moved below {r.Parent ?? "the root"}."));
        if (session.Get(o.Retire) is { } retired)
            return Say(await RetireCode.HandleAsync(new(retired), coder, db, clock, cancel), r => ($"Kode {r.Code} tidak dipakai lagi.", $"Code {r.Code} is retired."));
        if (session.Get(o.Restore) is { } restored)
            return Say(await RetireCode.HandleAsync(new(restored, Restore: true), coder, db, clock, cancel), r => ($"Kode {r.Code} dipakai lagi.", $"Code {r.Code} is in use again."));
        if (session.Get(o.Merge) is { } merged)
        {
            if (session.Get(o.Into) is not { } into) return new Problem("usage/merge", "Write the code that stays after --into.", merged);
            return Say(await MergeCodes.HandleAsync(new(merged, into), coder, db, clock, cancel), r => (
                $"{r.From} digabung ke {r.Into}: {r.Moved} pengodean pindah, {r.Folded} menyatu.", $"{r.From} merged into {r.Into}: {r.Moved} codings moved, {r.Folded} folded."));
        }

        if (session.Get(o.Freeze))
            return Say(await FreezeCodebook.HandleAsync(new(session.Get(o.Note) ?? ""), coder, db, clock, cancel), r => ($"Buku kode versi {r.Version} dibekukan.", $"Codebook version {r.Version} is frozen."));
        return Say(await BeginVersion.HandleAsync(new(), coder, db, clock, cancel), r => ($"Buku kode versi {r.Version} dimulai.", $"Codebook version {r.Version} is begun."));
    }

    private static async Task<Result<Answer>> ReviseAsync(Session session, CodebookOptions o, string code, string coder, JembatanDb db)
    {
        var list = await ListCodes.HandleAsync(new(WithInformants: false), db, session.Cancel);
        if (list.Problem is { } problem) return problem;
        if (list.Value.Codes.FirstOrDefault(c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase)) is not { } row) return Problem.NotFound("code", code);
        var named = session.Get(o.Name) is { } name ? row.Rules with { Name = Text(name, session.Language) } : row.Rules;
        var rules = await RulesAsync(session, o, named, db);
        return Say(await ReviseCode.HandleAsync(new(row.Code, rules), coder, db, session.Clock, session.Cancel), r => ("Kode diperbarui: " + r.Code, "Code revised: " + r.Code));
    }

    private static async Task<CodeRules> RulesAsync(Session session, CodebookOptions o, CodeRules rules, JembatanDb db)
    {
        Bilingual Words(System.CommandLine.Option<string?> option, Bilingual now) => session.Get(option) is { } text ? Text(text, session.Language) : now;
        var origin = session.Get(o.Origin) is { } word ? Enum.Parse<CodeOrigin>(word, ignoreCase: true)
            : session.Has(o.Add) && (await ListCodes.HandleAsync(new(WithInformants: false), db, session.Cancel)).Value.Frozen ? CodeOrigin.Data : rules.Origin;
        return rules with
        {
            Definition = Words(o.Definition, rules.Definition),
            Include = Words(o.Include, rules.Include),
            Exclude = Words(o.Exclude, rules.Exclude),
            Indicator = Words(o.Indicator, rules.Indicator),
            Abstraction = Words(o.Abstraction, rules.Abstraction),
            Element = Elements.Parse(session.Get(o.Element)) ?? rules.Element,
            Origin = origin,
            Level = session.Get(o.Level) is { } level ? Enum.Parse<CodeLevel>(level, ignoreCase: true) : rules.Level,
            IsCause = rules.IsCause && !session.Get(o.NotCause),
        };
    }

    // "Indonesian|English", or one text for both.
    private static Bilingual Text(string text, Language language)
    {
        var at = text.IndexOf('|', StringComparison.Ordinal);
        if (at >= 0) return new Bilingual(text[..at].Trim(), text[(at + 1)..].Trim());
        return language == Language.Indonesian ? new Bilingual(text.Trim(), "") : new Bilingual("", text.Trim());
    }

    private static Result<Answer> Say<T>(Result<T> done, Func<T, (string Id, string En)> words) where T : class =>
        done.Problem is { } problem ? problem : new Answer(done.Value, sheet => sheet.Line(sheet.Say(words(done.Value).Id, words(done.Value).En)));
}

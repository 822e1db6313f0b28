using System.Globalization;
using System.Text;
using Jembatan.App.Agreement;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Lookups;

/// <summary>Finds the things of a study by what a person writes: a name, a label, an identity or the end of one.</summary>
public static class Lookup
{
    /// <summary>Fewest hexadecimal digits of the end of an identity that may stand for it.</summary>
    public const int ShortestSuffix = 6;

    private static readonly CompiledQuery<Func<JembatanDb, string, CancellationToken, Task<Source?>>> SourceByName =
        new(() => EF.CompileAsyncQuery((JembatanDb db, string name, CancellationToken _) => db.Sources.FirstOrDefault(s => s.Name == name)));

    private static readonly CompiledQuery<Func<JembatanDb, string, CancellationToken, Task<Code?>>> CodeByLabel =
        new(() => EF.CompileAsyncQuery((JembatanDb db, string label, CancellationToken _) => db.Codes.FirstOrDefault(c => c.Label == label)));

    /// <summary>The study.</summary>
    public static async Task<Result<Study>> StudyAsync(this JembatanDb db, CancellationToken cancellationToken) =>
        await db.Studies.FirstOrDefaultAsync(cancellationToken) is { } study
            ? study
            : new Problem("study/empty", "The file holds no study yet: its making was interrupted. Delete it and make it again with 'jembatan new'.");

    /// <summary>A source by name, else by name in another case or Unicode form, else by identity.</summary>
    public static async Task<Result<Source>> SourceAsync(this JembatanDb db, string idOrName, CancellationToken cancellationToken)
    {
        if (await SourceByName.On(db)(db, idOrName, cancellationToken) is { } named) return named;
        var names = await db.Sources.Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken);
        var same = names.Where(s => SameWord(s.Name, idOrName)).Select(s => s.Id).ToList();
        return await OneAsync(db.Sources, "source", idOrName, same.Count > 0 ? same : Ending(names.Select(s => s.Id), idOrName), cancellationToken);
    }

    /// <summary>A code by label in any case, else by name, else by identity.</summary>
    public static async Task<Result<Code>> CodeAsync(this JembatanDb db, string labelOrId, CancellationToken cancellationToken)
    {
        if (await CodeByLabel.On(db)(db, labelOrId, cancellationToken) is { } labelled) return labelled;
        var codes = await db.Codes.Select(c => new { c.Id, c.Label, c.Name }).ToListAsync(cancellationToken);
        var same = codes.Where(c => SameWord(c.Label, labelOrId)).Select(c => c.Id).ToList();
        if (same.Count == 0) same = [.. codes.Where(c => SameWord(c.Name.Id, labelOrId) || SameWord(c.Name.En, labelOrId)).Select(c => c.Id)];
        return await OneAsync(db.Codes, "code", labelOrId, same.Count > 0 ? same : Ending(codes.Select(c => c.Id), labelOrId), cancellationToken);
    }

    /// <summary>A coding by identity or the unique end of one.</summary>
    public static async Task<Result<Coding>> CodingAsync(this JembatanDb db, string idOrSuffix, CancellationToken cancellationToken)
    {
        var found = await AnyCodingAsync(db, idOrSuffix, cancellationToken);
        return found.IsOk && db.Blindfold?.Hides(found.Value) == true ? Problem.NotFound("coding", idOrSuffix) : found;
    }

    private static async Task<Result<Coding>> AnyCodingAsync(JembatanDb db, string idOrSuffix, CancellationToken cancellationToken) =>
        await OneAsync(db.Codings, "coding", idOrSuffix, await EndingAsync(db.Codings, db is SqliteJembatanDb
            ? "SELECT * FROM \"Codings\" WHERE lower(hex(\"Id\")) LIKE {0}"
            : "SELECT * FROM \"Codings\" WHERE replace(\"Id\"::text, '-', '') LIKE {0}", idOrSuffix, cancellationToken), cancellationToken);

    /// <summary>Evidence by identity or the unique end of one.</summary>
    public static async Task<Result<Evidence>> EvidenceAsync(this JembatanDb db, string idOrSuffix, CancellationToken cancellationToken) =>
        await OneAsync(db.Evidence, "evidence", idOrSuffix, await EndingAsync(db.Evidence, db is SqliteJembatanDb
            ? "SELECT * FROM \"Evidence\" WHERE lower(hex(\"Id\")) LIKE {0}"
            : "SELECT * FROM \"Evidence\" WHERE replace(\"Id\"::text, '-', '') LIKE {0}", idOrSuffix, cancellationToken), cancellationToken);

    /// <summary>A strategy by label in any case, else by identity.</summary>
    public static async Task<Result<Strategy>> StrategyAsync(this JembatanDb db, string labelOrId, CancellationToken cancellationToken)
    {
        var all = await db.Strategies.Select(s => new { s.Id, s.Label }).ToListAsync(cancellationToken);
        var same = all.Where(s => SameWord(s.Label, labelOrId)).Select(s => s.Id).ToList();
        return await OneAsync(db.Strategies, "strategy", labelOrId, same.Count > 0 ? same : Ending(all.Select(s => s.Id), labelOrId), cancellationToken);
    }

    /// <summary>A criterion by label in any case, else by identity.</summary>
    public static async Task<Result<Criterion>> CriterionAsync(this JembatanDb db, string labelOrId, CancellationToken cancellationToken)
    {
        var all = await db.Criteria.Select(c => new { c.Id, c.Label }).ToListAsync(cancellationToken);
        var same = all.Where(c => SameWord(c.Label, labelOrId)).Select(c => c.Id).ToList();
        return await OneAsync(db.Criteria, "criterion", labelOrId, same.Count > 0 ? same : Ending(all.Select(c => c.Id), labelOrId), cancellationToken);
    }

    /// <summary>An informant by name in any case, else by identity.</summary>
    public static async Task<Result<Informant>> InformantAsync(this JembatanDb db, string nameOrId, CancellationToken cancellationToken)
    {
        var all = await db.Informants.Select(i => new { i.Id, i.Name }).ToListAsync(cancellationToken);
        var same = all.Where(i => i.Name == nameOrId).Select(i => i.Id).ToList();
        if (same.Count == 0) same = [.. all.Where(i => SameWord(i.Name, nameOrId)).Select(i => i.Id)];
        return await OneAsync(db.Informants, "informant", nameOrId, same.Count > 0 ? same : Ending(all.Select(i => i.Id), nameOrId), cancellationToken);
    }

    /// <summary>The coder of that name; unlike <see cref="JembatanDb.CoderAsync"/> it makes none.</summary>
    public static async Task<Result<Coder>> CoderNamedAsync(this JembatanDb db, string name, CancellationToken cancellationToken)
    {
        var all = await db.Coders.Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);
        var same = all.Where(c => c.Name == name).Select(c => c.Id).ToList();
        if (same.Count == 0) same = [.. all.Where(c => SameWord(c.Name, name)).Select(c => c.Id)];
        return same.Count == 0 ? NoCoder(name) : await OneAsync(db.Coders, "coder", name, same, cancellationToken);
    }

    /// <summary>There is no coder of that name; of the consensus it says how it comes to be.</summary>
    public static Problem NoCoder(string name) => SameWord(name, CodedSources.Consensus)
        ? new("coder/not-found", "There is no consensus yet. Settle disagreements with 'jembatan adjudicate', then ask again.", name)
        : Problem.NotFound("coder", name);

    /// <summary>Whether two names are the same but for case, Unicode form and surrounding space.</summary>
    public static bool SameWord(string left, string right) =>
        string.Equals(left.Trim().Normalize(NormalizationForm.FormC), right.Trim().Normalize(NormalizationForm.FormC), StringComparison.OrdinalIgnoreCase);

    private static async Task<Result<T>> OneAsync<T>(DbSet<T> set, string what, string asked, IReadOnlyList<Id<T>> ids, CancellationToken cancellationToken) where T : class, IEntity
    {
        if (ids.Count > 1)
            return new Problem($"{what}/ambiguous", $"'{asked}' stands for {ids.Count.ToString(CultureInfo.InvariantCulture)} of them. Write more of it, or the whole identity.", asked);
        return ids.Count == 1 && await set.FindAsync([ids[0]], cancellationToken) is { } found ? found : Problem.NotFound(what, asked);
    }

    private static List<Id<T>> Ending<T>(IEnumerable<Id<T>> ids, string suffix)
    {
        if (Hex(suffix) is not { } hex) return [];
        return [.. ids.Where(id => id.Value.ToString("N").EndsWith(hex, StringComparison.Ordinal))];
    }

    // A million rows are searched where they are.
    private static async Task<IReadOnlyList<Id<T>>> EndingAsync<T>(DbSet<T> set, string sql, string suffix, CancellationToken cancellationToken) where T : class, IEntity
    {
        if (Guid.TryParse(suffix, out var whole)) return [new Id<T>(whole)];
        if (Hex(suffix) is not { } hex) return [];
        var found = await set.FromSqlRaw(sql, "%" + hex).AsNoTracking().Take(3).ToListAsync(cancellationToken);
        return [.. found.Select(e => new Id<T>(e.Key))];
    }

    private static string? Hex(string text)
    {
        var hex = text.Trim().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        return hex.Length >= ShortestSuffix && hex.All(char.IsAsciiHexDigit) ? hex : null;
    }
}

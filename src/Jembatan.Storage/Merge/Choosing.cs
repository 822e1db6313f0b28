using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Merge;

/// <summary>Brings a reader's choice in a conflict into the unit of work; the caller commits it as a new step.</summary>
public static class Choosing
{
    /// <summary>Takes this copy's value or the other's.</summary>
    /// <returns>Nothing to say, or <c>conflict/gone</c>, <c>conflict/circle</c>, <c>conflict/still-used</c>.</returns>
    public static async Task<Result<Done>> ChooseAsync(JembatanDb db, Conflict conflict, bool ours, Id<Coder> coder, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kind = EntityKind.Named(conflict.Entity);
        var alias = await db.Aliases.AsNoTracking().FirstOrDefaultAsync(a => a.Id == conflict.EntityId, cancellationToken);
        var entity = await kind.FindAsync(db, alias?.StandsFor ?? conflict.EntityId, cancellationToken);
        var value = ours ? conflict.Ours : conflict.Theirs;
        var problem = conflict.Kind switch
        {
            ConflictKind.RemovedAndChanged or ConflictKind.RemovedAndUsed when value is null => Remove(db, entity),
            ConflictKind.RemovedAndUsed => null,
            ConflictKind.RetiredAndUsed => entity is Code code ? Use(code, value is not null) : Gone(conflict),
            ConflictKind.RemovedAndChanged => await BringBackAsync(db, kind, entity, value!, cancellationToken),
            _ => entity is null ? Gone(conflict) : await SetAsync(db, conflict.Field, entity, value, cancellationToken),
        };
        if (problem is not null) return problem;
        db.MergeChoices.Add(new MergeChoice(conflict.Id, ours ? conflict.OurSet : conflict.TheirSet, coder, clock.GetUtcNow()));
        return default(Done);
    }

    private static Problem? Use(Code code, bool use)
    {
        if (use) code.Restore();
        else code.Retire();
        return null;
    }

    private static Problem? Remove(JembatanDb db, IEntity? entity)
    {
        if (entity is Code code) code.Retire();         // its codings stay
        else if (entity is not null and not (Coding or SourceRevision)) db.Remove(entity);       // codings may stand on a revision
        return null;
    }

    private static async Task<Problem?> BringBackAsync(JembatanDb db, EntityKind kind, IEntity? there, string json, CancellationToken cancellationToken)
    {
        if (there is not null) return null;
        using var fields = JsonDocument.Parse(json);
        var entity = kind.Blank();
        var type = db.Model.FindEntityType(kind.Type)!;
        await Payload.FillAsync(db, type, entity, fields.RootElement, cancellationToken);
        foreach (var key in type.GetForeignKeys())
        {
            var target = key.Properties[0].GetGetter().GetClrValue(entity);
            if (target is not null && !await ExistsAsync(db, key, target, cancellationToken)) return Missing(key.PrincipalEntityType.ClrType.Name);
        }

        var entry = db.Add(entity);
        foreach (var reference in SoftReferences.Of(entity).ToList())
        {
            if (await EntityKind.Named(reference.Kind).ExistsAsync(db, reference.Id, cancellationToken)) continue;
            if (entity is not Code) return Missing(reference.Kind);
            foreach (var property in entry.Properties.Where(p => p.Metadata.Name is nameof(Code.AnchorExample) or nameof(Code.MergedInto) && p.CurrentValue is { } id && Bulk.Rows.Plain(id) == reference.Id)) property.CurrentValue = null;
        }

        return null;
    }

    private static async Task<Problem?> SetAsync(JembatanDb db, string field, IEntity entity, string? json, CancellationToken cancellationToken)
    {
        var property = db.Entry(entity).Property(field);
        using var document = JsonDocument.Parse(json ?? "null");
        var value = Field.Read(property.Metadata.ClrType, await Payload.WholeAsync(db, document.RootElement, cancellationToken));
        if (property.Metadata.GetContainingForeignKeys().FirstOrDefault() is { } key && value is not null && !await ExistsAsync(db, key, value, cancellationToken)) return Missing(key.PrincipalEntityType.ClrType.Name);
        if (entity is Code code && field == nameof(Code.ParentId) && value is Id<Code> parent && await IsBelowAsync(db, parent, code.Id, cancellationToken))
            return new Problem("conflict/circle", $"{code.Label} cannot go there, which is itself or stands below it. Move the code in the way first, then choose again.", code.Label);
        property.CurrentValue = value;
        return null;
    }

    private static Task<bool> ExistsAsync(JembatanDb db, IForeignKey key, object target, CancellationToken cancellationToken) =>
        EntityKind.Named(key.PrincipalEntityType.ClrType.Name).ExistsAsync(db, Bulk.Rows.Plain(target), cancellationToken);

    private static async Task<bool> IsBelowAsync(JembatanDb db, Id<Code> below, Id<Code> code, CancellationToken cancellationToken)
    {
        var parents = await db.Codes.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.ParentId, cancellationToken);
        for (Id<Code>? above = below; above is { } id; above = parents.GetValueOrDefault(id))
        {
            if (id == code) return true;
        }

        return false;
    }

    private static Problem Gone(Conflict conflict) =>
        new("conflict/gone", $"'{conflict.Name}' is not in the study any more. There is nothing to choose; leave the conflict as it is.", conflict.EntityId.ToString());

    private static Problem Missing(string kind) =>
        new("conflict/still-used", $"What it refers to, a {kind.ToLowerInvariant()}, is not in the study any more. Choose in that conflict first.");
}

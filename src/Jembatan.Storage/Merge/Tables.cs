using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Merge;

/// <summary>Brings the tables of a study to what a picture says, inside the caller's transaction.</summary>
internal sealed class Tables(JembatanDb db, Picture picture, IReadOnlyDictionary<string, Shape> shapes)
{
    private readonly Dictionary<string, List<Node>> added = [], changed = [];
    private readonly Dictionary<string, List<Guid>> gone = [];

    /// <summary>How many entities of each kind differ.</summary>
    public IReadOnlyList<MergedKind> Counts =>
        [.. EntityKind.All.Select(k => new MergedKind(k.Name, Of(added, k).Count, Of(changed, k).Count, gone.GetValueOrDefault(k.Name)?.Count ?? 0)).Where(k => k.Added + k.Changed + k.Removed > 0)];

    /// <summary>Finds what differs.</summary>
    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in EntityKind.All)
        {
            var wanted = picture.Present[kind.Name].ToDictionary(n => n.Id);
            var (changes, missing) = (changed[kind.Name] = [], gone[kind.Name] = []);
            await foreach (var entity in kind.Rows(db).WithCancellation(cancellationToken))
            {
                if (!wanted.Remove(entity.Key, out var node)) missing.Add(entity.Key);
                else if (!picture.IsAs(entity, kind.Name, picture.Values(node))) changes.Add(node);
            }

            added[kind.Name] = Ordered([.. wanted.Values]);
        }
    }

    /// <summary>Writes it.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in EntityKind.All.Reverse())
        {
            // Whoever holds a name or a place that another may need lets go of it first; what nobody refers to is made anew.
            if (!shapes[kind.Name].IsReferred) await DeleteAsync(kind, [.. gone[kind.Name], .. changed[kind.Name].Select(n => n.Id)], cancellationToken);
            else await LetGoAsync(kind, [.. gone[kind.Name], .. changed[kind.Name].Select(n => n.Id)], cancellationToken);
        }

        foreach (var kind in EntityKind.All)
        {
            var insert = shapes[kind.Name].IsReferred ? added[kind.Name] : [.. added[kind.Name], .. changed[kind.Name]];
            foreach (var chunk in insert.Chunk(BulkRows.RowsPerChange))
                await BulkWriter.Of(db).InsertAsync(db, shapes[kind.Name].Type, await MakeAsync(chunk, cancellationToken), cancellationToken);
        }

        foreach (var kind in EntityKind.All.Where(k => shapes[k.Name].IsReferred))
        {
            foreach (var chunk in changed[kind.Name].Chunk(BulkRows.RowsPerChange))
                await BulkWriter.UpdateAsync(db, shapes[kind.Name].Type, await MakeAsync(chunk, cancellationToken), cancellationToken);
        }

        foreach (var kind in EntityKind.All.Reverse().Where(k => shapes[k.Name].IsReferred)) await DeleteAsync(kind, gone[kind.Name], cancellationToken);
    }

    private static List<Node> Of(Dictionary<string, List<Node>> lists, EntityKind kind) => lists.GetValueOrDefault(kind.Name) ?? [];

    // A code comes after the code above it.
    private static List<Node> Ordered(List<Node> list)
    {
        if (list.Count == 0 || list[0].Shape.Self < 0) return list;
        var (left, done, ordered) = (list.ToHashSet(), new HashSet<Node>(), new List<Node>(list.Count));
        foreach (var node in list)
        {
            var line = new Stack<Node>();
            for (var above = node; above is not null && left.Contains(above) && !done.Contains(above); above = above.References[above.Shape.Self]?.Self) line.Push(above);
            foreach (var next in line)
            {
                if (done.Add(next)) ordered.Add(next);
            }
        }

        return ordered;
    }

    private async Task<List<IEntity>> MakeAsync(IEnumerable<Node> nodes, CancellationToken cancellationToken)
    {
        var made = new List<IEntity>();
        foreach (var node in nodes) made.Add(await picture.MakeAsync(db, node, cancellationToken));
        return made;
    }

    private async Task LetGoAsync(EntityKind kind, List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return;
        var shape = shapes[kind.Name];
        var table = shape.Type.GetTableName();
        if (shape.Self >= 0) await EachAsync($"UPDATE \"{table}\" SET \"{shape.References[shape.Self].Field}\" = NULL WHERE \"Id\" = @p0", gone[kind.Name], _ => null, cancellationToken);
        if (shape.Label is { } label) await EachAsync($"UPDATE \"{table}\" SET \"{label}\" = @p1 WHERE \"Id\" = @p0", ids, i => $"\u0001{ids[i]:N}", cancellationToken);
        else if (kind.Name == nameof(Coding)) await EachAsync($"UPDATE \"{table}\" SET \"Start\" = @p1 WHERE \"Id\" = @p0", ids, i => -1 - i, cancellationToken);
    }

    private Task DeleteAsync(EntityKind kind, List<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? Task.CompletedTask : EachAsync($"DELETE FROM \"{shapes[kind.Name].Type.GetTableName()}\" WHERE \"Id\" = @p0", ids, _ => null, cancellationToken);

    private async Task EachAsync(string sql, List<Guid> ids, Func<int, object?> value, CancellationToken cancellationToken)
    {
        await using var command = Rows.Command(db, sql);
        var id = command.Bind("@p0", null);
        var set = sql.Contains("@p1", StringComparison.Ordinal) ? command.Bind("@p1", null) : null;
        for (var i = 0; i < ids.Count; i++)
        {
            id.Value = Rows.Stored(db, ids[i]);
            if (set is not null) set.Value = value(i)!;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

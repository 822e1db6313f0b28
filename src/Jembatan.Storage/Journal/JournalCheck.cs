using System.Text.Json;
using Jembatan.Core;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Whether the journal, told again from its first step, comes to what the tables hold.</summary>
/// <remarks>Keeps a digest an entity, not its fields, so that a study of a million codings fits; only of entities that were changed after they were added are the digests of single fields kept.</remarks>
public static class JournalCheck
{
    /// <param name="Steps">Steps in the journal.</param>
    /// <param name="Findings">Entities that differ, as <c>journal/differs</c>.</param>
    public sealed record Outcome(int Steps, IReadOnlyList<Problem> Findings);

    /// <param name="most">After so many findings it stops.</param>
    public static async Task<Outcome> RunAsync(JembatanDb db, int most, CancellationToken cancellationToken)
    {
        var steps = await db.ChangeSets.CountAsync(cancellationToken);
        if (await db.ChangeSets.Select(s => s.ReplicaId).Distinct().CountAsync(cancellationToken) > 1 || await db.Aliases.AnyAsync(cancellationToken) || await db.Conflicts.AnyAsync(cancellationToken))
            return await OfCopiesAsync(db, steps, most, cancellationToken);
        var changed = (await db.Changes.AsNoTracking().Where(c => c.Operation == ChangeOperation.Set).Select(c => c.EntityId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var told = new Told(db, changed);
        await foreach (var change in JournalReplay.StoredChanges(db, cancellationToken)) await told.TakeAsync(change, cancellationToken);

        var findings = new List<Problem>();
        foreach (var kind in EntityKind.All)
        {
            var fields = db.Model.FindEntityType(kind.Type)!.GetProperties().ToArray();
            await foreach (var entity in kind.Rows(db).WithCancellation(cancellationToken))
            {
                var digest = 0UL;
                foreach (var p in fields) digest += Digest(p.Name, Field.Write(p.ClrType, p.GetGetter().GetClrValue(entity)));
                if (told.Forget(kind.Name, entity.Key) is not { } there) findings.Add(Differs(kind.Name, entity.Key, "stands in the study, and the journal does not tell of it"));
                else if (there != digest) findings.Add(Differs(kind.Name, entity.Key, "is not what the journal tells"));
                if (findings.Count >= most) return new Outcome(steps, findings);
            }

            findings.AddRange(told.Left(kind.Name).Take(most - findings.Count).Select(id => Differs(kind.Name, id, "is told by the journal, and does not stand in the study")));
        }

        return new Outcome(steps, findings);
    }

    // Steps of several copies may have been bent to fit together, so the whole history is told again.
    private static async Task<Outcome> OfCopiesAsync(JembatanDb db, int steps, int most, CancellationToken cancellationToken)
    {
        var told = (await JournalReplay.LinesAsync(db, cancellationToken)).ToHashSet();
        var findings = new List<Problem>();
        await foreach (var line in StudyDump.LinesAsync(db, cancellationToken))
        {
            if (!told.Remove(line) && findings.Count < most) findings.Add(Of(line, "is not what the journal tells"));
        }

        findings.AddRange(told.Take(most - findings.Count).Select(line => Of(line, "is told otherwise by the journal")));
        return new Outcome(steps, findings);

        static Problem Of(string line, string what)
        {
            using var fields = JsonDocument.Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            return Differs(line[..line.IndexOf(' ', StringComparison.Ordinal)], fields.RootElement.GetProperty("Id").GetGuid(), what);
        }
    }

    private static Problem Differs(string kind, Guid id, string what) =>
        new("journal/differs", $"{kind} {id} {what}. Another program may have written to the file; go back to the last copy of the study.", $"{kind} {id}");

    // FNV-1a of 64 bits; an absent field counts nothing.
    private static ulong Digest(string field, string? json)
    {
        if (json is null) return 0;
        var hash = 14695981039346656037UL;
        foreach (var c in field) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ 0xFFFF) * 1099511628211UL;
        foreach (var c in json) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    private sealed class Told(JembatanDb db, HashSet<Guid> changed)
    {
        private readonly Dictionary<string, Dictionary<Guid, ulong>> whole = EntityKind.All.ToDictionary(k => k.Name, _ => new Dictionary<Guid, ulong>());
        private readonly Dictionary<string, Dictionary<Guid, Dictionary<string, ulong>>> single = EntityKind.All.ToDictionary(k => k.Name, _ => new Dictionary<Guid, Dictionary<string, ulong>>());

        public async Task TakeAsync(Change change, CancellationToken cancellationToken)
        {
            if (change.Operation is ChangeOperation.AddMany or ChangeOperation.RemoveMany)
            {
                using var many = BulkRows.Open(change.Payload);
                var operation = change.Operation == ChangeOperation.AddMany ? ChangeOperation.Add : ChangeOperation.Remove;
                foreach (var row in many.RootElement.EnumerateArray()) await TakeAsync(change.Entity, row.GetProperty("Id").GetGuid(), operation, row, cancellationToken);
                return;
            }

            using var payload = JsonDocument.Parse(change.Payload);
            await TakeAsync(change.Entity, change.EntityId, change.Operation, payload.RootElement, cancellationToken);
        }

        /// <summary>The digest of an entity, which is then done with; null when the journal does not tell of it.</summary>
        public ulong? Forget(string kind, Guid id) =>
            single[kind].Remove(id, out var fields) ? fields.Values.Aggregate(0UL, (sum, f) => sum + f) : whole[kind].Remove(id, out var digest) ? digest : null;

        public IEnumerable<Guid> Left(string kind) => single[kind].Keys.Concat(whole[kind].Keys);

        private async Task TakeAsync(string name, Guid id, ChangeOperation operation, JsonElement payload, CancellationToken cancellationToken)
        {
            var kind = EntityKind.Named(name);
            if (operation == ChangeOperation.Remove)
            {
                Forget(kind.Name, id);
                return;
            }

            var fields = changed.Contains(id) ? single[kind.Name].TryGetValue(id, out var known) && operation == ChangeOperation.Set ? known : single[kind.Name][id] = [] : null;
            var type = db.Model.FindEntityType(kind.Type)!;
            var sum = 0UL;
            foreach (var field in payload.EnumerateObject())
            {
                if (type.FindProperty(field.Name) is not { } p) continue;
                var value = operation == ChangeOperation.Set ? field.Value[1] : field.Value;
                var digest = Digest(field.Name, Payload.Normal(p.ClrType, await Payload.WholeAsync(db, value, cancellationToken)));
                if (fields is null) sum += digest;
                else fields[field.Name] = digest;
            }

            if (fields is null) whole[kind.Name][id] = sum;
        }
    }
}

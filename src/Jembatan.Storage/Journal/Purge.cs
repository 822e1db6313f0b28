using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Journal;

/// <summary>Overwrites the words of sources, and what is known of an informant, when consent is withdrawn. It cannot be undone.</summary>
/// <remarks>
/// Gone afterwards: texts, quotes with their context, notes on them, how and where the interview was held; of an informant also name, consent and variables, and
/// names of the informant's sources. The same in every step of the journal and in blobs, and in free pages of the storage. Positions, codes, coders, stance and basis stay, so counts stay.
/// <para>Left out: what analysts wrote in their own words elsewhere; places where the words still stand are listed in <see cref="PurgeOutcome.StillQuotedIn"/>.
/// Copies of the study, exports, file-system snapshots and a database server's own log are beyond its reach.</para>
/// </remarks>
public static class Purge
{
    /// <summary>What stands in place of the words.</summary>
    /// <param name="hash">A digest, lower-case hex, of which the first twelve digits are shown.</param>
    public static string Marker(string hash) => $"[purged sha256:{hash[..12]}]";

    /// <summary>Purges sources, or an informant with all sources matched to it.</summary>
    /// <param name="sources">Sources to purge; those purged before are passed over.</param>
    /// <param name="informant">The informant who withdrew consent; null to purge sources alone.</param>
    /// <param name="coder">Who does it.</param>
    /// <returns>What was overwritten, or <c>source/not-found</c>, <c>informant/not-found</c>, or <c>purge/traces-left</c> when others keep the storage from being rewritten.</returns>
    public static async Task<Result<PurgeOutcome>> RunAsync(
        StudyStore store, IReadOnlyCollection<Id<Source>> sources, Id<Informant>? informant, Id<Coder>? coder, CancellationToken cancellationToken)
    {
        await using var db = store.NewDb();
        var outcome = await OverwriteAsync(db, sources, informant, coder, cancellationToken);
        if (outcome.Problem is not null) return outcome;
        try
        {
            await store.VacuumAsync(cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            return new Problem("purge/traces-left", "The words are overwritten, but another program has the study open, so traces may be left in the file. Close it there, then purge again.");
        }

        return outcome;
    }

    private static async Task<Result<PurgeOutcome>> OverwriteAsync(
        JembatanDb db, IReadOnlyCollection<Id<Source>> sourceIds, Id<Informant>? informantId, Id<Coder>? coder, CancellationToken cancellationToken)
    {
        await using var transaction = await CommitLock.BeginAsync(db, cancellationToken);
        var person = informantId is { } wanted ? await db.Informants.FirstOrDefaultAsync(i => i.Id == wanted, cancellationToken) : null;
        if (informantId is { } missing && person is null) return Problem.NotFound("informant", missing);
        var sources = await db.Sources.Where(s => sourceIds.Contains(s.Id) || (person != null && s.InformantId == informantId)).ToListAsync(cancellationToken);
        if (sourceIds.Except(sources.Select(s => s.Id)).Select(id => (Id<Source>?)id).FirstOrDefault() is { } unknown) return Problem.NotFound("source", unknown);

        var targets = new PurgeTargets();
        foreach (var source in sources)
        {
            if (!source.Purged) await PurgeSourceAsync(db, source, targets, cancellationToken);
            if (person is null) continue;
            source.Rename(Marker(CanonicalText.HashOf(source.Id.ToString())));
            targets.Rename(source);
        }

        if (person is { ConsentWithdrawn: false })
        {
            var marker = Marker(CanonicalText.HashOf(person.Id.ToString()));
            person.Withdraw(marker);
            foreach (var value in await db.VariableValues.Where(v => v.InformantId == person.Id).ToListAsync(cancellationToken)) value.Set(marker);
            targets.AddInformant(person.Id.Value, marker);
        }

        foreach (var note in await db.Notes.ToListAsync(cancellationToken))
        {
            if (targets.MarkerOf(note.TargetId) is { } marker) note.Write(marker);
        }

        var counts = (Sources: sources.Count, Codings: db.ChangeTracker.Entries<Coding>().Count(), Notes: db.ChangeTracker.Entries<Note>().Count(e => targets.MarkerOf(e.Entity.TargetId) is not null));
        db.ChangeTracker.DetectChanges();
        await db.SaveAsync(new PendingAct("Purge", coder?.Value, ChangeSetKind.Purge, null), cancellationToken);
        db.ChangeTracker.Clear();
        var quoted = await StillQuotedAsync(db, targets, cancellationToken);

        await foreach (var alias in db.Aliases.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken)) targets.AddAlias(alias.Id, alias.StandsFor);
        var scrubber = new JournalScrubber(db, targets);
        await scrubber.RunAsync(cancellationToken);
        var twins = await DropBlobsAsync(db, targets, scrubber.Blobs, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PurgeOutcome(counts.Sources, counts.Codings, counts.Notes, scrubber.Rewritten, twins, quoted);
    }

    private static async Task PurgeSourceAsync(JembatanDb db, Source source, PurgeTargets targets, CancellationToken cancellationToken)
    {
        var revisions = await db.Revisions.Where(r => r.SourceId == source.Id).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        var marker = Marker(revisions.Count == 0 ? CanonicalText.HashOf(source.Id.ToString()) : revisions[^1].TextHash);
        targets.AddSource(source.Id.Value, marker, revisions.Select(r => r.TextHash));
        var markerHash = db.Keep(marker);
        foreach (var revision in revisions)
        {
            await LearnAsync(db, revision, targets, cancellationToken);
            revision.Purge(markerHash);
        }

        foreach (var coding in await db.Codings.Where(c => c.SourceId == source.Id).ToListAsync(cancellationToken))
        {
            targets.AddCoding(coding.Id.Value, marker, coding.Quote);
            coding.Purge(marker);
        }

        var codings = db.Codings.Where(c => c.SourceId == source.Id).Select(c => (Id<Coding>?)c.Id);
        foreach (var evidence in await db.Evidence.Where(e => e.Kind == EvidenceKind.Quote && e.Statement != "" && codings.Contains(e.CodingId)).ToListAsync(cancellationToken))
            evidence.Revise(evidence.Details with { Statement = marker });
        source.MarkPurged();
        source.Describe(null);
        db.Entry(source).Property(s => s.ImportedFrom).CurrentValue = null;
    }

    // A text without turns is the informant's throughout.
    private static async Task LearnAsync(JembatanDb db, SourceRevision revision, PurgeTargets targets, CancellationToken cancellationToken)
    {
        var text = CanonicalText.From(await db.ReadTextAsync(revision.TextHash, cancellationToken));
        if (revision.Turns.Count == 0) targets.AddSpeech(text.Value);
        foreach (var turn in revision.Turns.Where(t => t.Voice != Voice.Interviewer && t.SpeechStart < t.End)) targets.AddSpeech(text.Slice(turn.SpeechStart, turn.End));
    }

    // Looked for in what is left once the words are overwritten. Words that an analyst quoted elsewhere stay: it is the analyst's text, and the analyst must decide.
    private static async Task<IReadOnlyList<(string Kind, Guid Id)>> StillQuotedAsync(JembatanDb db, PurgeTargets targets, CancellationToken cancellationToken)
    {
        var found = new List<(string, Guid)>();
        foreach (var kind in PurgeTargets.KindsThatMayQuote)
        {
            await foreach (var entity in kind.Rows(db).WithCancellation(cancellationToken))
            {
                if (targets.IsQuotedIn(entity)) found.Add((kind.Name, entity.Key));
            }
        }

        return found;
    }

    internal static async Task<IReadOnlyList<string>> DropBlobsAsync(JembatanDb db, PurgeTargets targets, IReadOnlySet<string> journalled, CancellationToken cancellationToken)
    {
        var twins = await db.Revisions.AsNoTracking().Where(r => targets.TextHashes.Contains(r.TextHash)).Select(r => new { r.SourceId, r.TextHash }).ToListAsync(cancellationToken);
        foreach (var hash in targets.TextHashes.Except(twins.Select(t => t.TextHash)).Concat(journalled))
        {
            await using var command = Rows.Command(db, "DELETE FROM \"Blobs\" WHERE \"Hash\" = @p0");
            command.Bind("@p0", hash);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        var ids = twins.Select(t => t.SourceId).ToList();
        return await db.Sources.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => s.Name).ToListAsync(cancellationToken);
    }
}

/// <summary>What a purge overwrote.</summary>
/// <param name="Sources">Sources concerned.</param>
/// <param name="Codings">Codings whose quotes were overwritten.</param>
/// <param name="Notes">Notes overwritten.</param>
/// <param name="JournalRows">Rows of the journal rewritten.</param>
/// <param name="SameTextIn">Names of other sources that hold the very same text and keep it: they may have to be purged too.</param>
/// <param name="StillQuotedIn">Texts of analysts in which words of the informant still stand: six words, or fewer that come to thirty characters, in the order in which they were said, coded or not; of a
/// coded quote that is shorter, all of it from twenty characters. Case, Unicode form, punctuation and white space do not count.</param>
public sealed record PurgeOutcome(
    int Sources, int Codings, int Notes, int JournalRows, IReadOnlyList<string> SameTextIn, IReadOnlyList<(string Kind, Guid Id)> StillQuotedIn);

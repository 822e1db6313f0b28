using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Bulk;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Merge;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage;

/// <summary>One study: its entities, and the journal that records every change to them.</summary>
/// <remarks>The unit of work. Change entities through their methods, then call <see cref="CommitAsync"/> once: that is one step of undo.</remarks>
public abstract class JembatanDb(DbContextOptions options) : DbContext(options)
{
    private static readonly CompiledQuery<Func<JembatanDb, string, CancellationToken, Task<Coder?>>> CoderByName =
        new(() => EF.CompileAsyncQuery((JembatanDb db, string name, CancellationToken _) => db.Coders.FirstOrDefault(c => c.Name == name)));

    public DbSet<Study> Studies => Set<Study>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SourceRevision> Revisions => Set<SourceRevision>();

    public DbSet<Informant> Informants => Set<Informant>();

    public DbSet<Variable> Variables => Set<Variable>();

    public DbSet<VariableValue> VariableValues => Set<VariableValue>();

    public DbSet<Code> Codes => Set<Code>();

    public DbSet<CodebookVersion> CodebookVersions => Set<CodebookVersion>();

    public DbSet<Coding> Codings => Set<Coding>();

    public DbSet<Coder> Coders => Set<Coder>();

    public DbSet<DoneMark> DoneMarks => Set<DoneMark>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Strategy> Strategies => Set<Strategy>();

    public DbSet<Performance> Performances => Set<Performance>();

    public DbSet<Factor> Factors => Set<Factor>();

    public DbSet<Evidence> Evidence => Set<Evidence>();

    public DbSet<Criterion> Criteria => Set<Criterion>();

    public DbSet<Rating> Ratings => Set<Rating>();

    public DbSet<Verdict> Verdicts => Set<Verdict>();

    public DbSet<Misfit> Misfits => Set<Misfit>();

    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    public DbSet<Narrative> Narratives => Set<Narrative>();

    public DbSet<MergeChoice> MergeChoices => Set<MergeChoice>();

    public DbSet<Conflict> Conflicts => Set<Conflict>();

    public DbSet<Alias> Aliases => Set<Alias>();

    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Replica> Replicas => Set<Replica>();

    public DbSet<Blob> Blobs => Set<Blob>();

    /// <summary>What whoever reads may not see yet; null for who sees everything. The host sets it before anything is read.</summary>
    public Blindfold? Blindfold { get; set; }

    /// <summary>Codings that the reader may see. Lists, counts and numbers come from here; what writes goes by <see cref="Codings"/>.</summary>
    public IQueryable<Coding> SeenCodings => Blindfold is { } blind ? Codings.Where(c => c.CoderId == blind.Reader || !blind.Sources.Contains(c.SourceId)) : Codings;

    internal PendingAct? Act { get; set; }

    internal KnownTexts? Texts { get; private set; }

    private List<Coder>? madeInPassing;      // by a name that nobody had

    /// <summary>As new: it may have served somebody else before.</summary>
    internal JembatanDb Anew(KnownTexts texts)
    {
        (Blindfold, Act, Texts, madeInPassing) = (null, null, texts, null);
        return this;
    }

    /// <summary>Saves all that changed as one step of undo: rows and journal in one transaction, or neither.</summary>
    /// <param name="label">What was done, in English, verb first.</param>
    /// <param name="coder">Who did it; null for the program itself.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a field that this step changes, or removed it; nothing was saved.</exception>
    public Task CommitAsync(string label, Id<Coder>? coder, CancellationToken cancellationToken) =>
        CommitAsync(new PendingAct(label, coder?.Value, ChangeSetKind.Act, null), cancellationToken);

    internal async Task CommitAsync(PendingAct act, CancellationToken cancellationToken)
    {
        if (!ChangeTracker.HasChanges()) return;
        await using var transaction = await CommitLock.BeginAsync(this, cancellationToken);
        await SaveAsync(await WithCodersThereAsync(act, cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ChangeTracker.AcceptAllChanges();
        madeInPassing = null;
    }

    // Another program may have made a coder of the same name since this unit of work looked: theirs is taken, and what was to be saved under the new one goes to it.
    private async Task<PendingAct> WithCodersThereAsync(PendingAct act, CancellationToken cancellationToken)
    {
        if (madeInPassing is not { } passing) return act;
        foreach (var made in ChangeTracker.Entries<Coder>().Where(e => e.State == EntityState.Added && passing.Contains(e.Entity)).ToList())
        {
            var name = made.Entity.Name;
            if (await Coders.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name, cancellationToken) is not { } there) continue;
            var own = made.Entity.Id;
            var pointing = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity != made.Entity)
                .SelectMany(e => e.Properties).Where(p => p.CurrentValue is Id<Coder> id && id == own);
            foreach (var property in pointing.ToList()) property.CurrentValue = there.Id;
            made.State = EntityState.Detached;
            if (act.CoderId == own.Value) act = act with { CoderId = there.Id.Value };
        }

        return act;
    }

    /// <summary>Writes rows and journal inside the caller's transaction.</summary>
    internal async Task SaveAsync(PendingAct act, CancellationToken cancellationToken)
    {
        Act = act;
        ChangeTracker.AutoDetectChangesEnabled = false;     // HasChanges looked already; what is added from here on says so itself
        try
        {
            await SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
            Act = null;
            JournalInterceptor.Forget(this);
        }
    }

    /// <summary>Keeps a text once, by its hash; it is saved with the next commit.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its hash.</returns>
    public string Keep(string text)
    {
        var hash = CanonicalText.HashOf(text);
        var detecting = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;     // looking for a blob need not look through everything that an import added
        if (Blobs.Local.FindEntry(hash) is null) Blobs.Add(new Blob { Hash = hash, Content = System.Text.Encoding.UTF8.GetBytes(text) });
        ChangeTracker.AutoDetectChangesEnabled = detecting;
        return hash;
    }

    /// <summary>Keeps a text once, by its hash; it is saved with the next commit.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its hash.</returns>
    public Task<string> KeepAsync(string text, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<string>(cancellationToken) : Task.FromResult(Keep(text));

    /// <summary>The text kept under a hash; empty when it is not there, which <c>doctor</c> tells.</summary>
    public async Task<string> ReadTextAsync(string hash, CancellationToken cancellationToken)
    {
        var blob = await Blobs.AsNoTracking().SingleOrDefaultAsync(b => b.Hash == hash, cancellationToken);
        return blob is null ? "" : System.Text.Encoding.UTF8.GetString(blob.Content);
    }

    /// <summary>A revision of a source with its text; null when there is none. What was read lately comes from memory, as long as the row is as it was.</summary>
    public Task<RevisionText?> RevisionTextAsync(Id<Source> source, int number, CancellationToken cancellationToken) => Texts!.ReadAsync(this, source, number, cancellationToken);

    /// <summary>The coder of that name, made when there is none yet; saved with the next commit.</summary>
    public async Task<Coder> CoderAsync(string name, CancellationToken cancellationToken)
    {
        var coder = Coders.Local.FirstOrDefault(c => c.Name == name) ?? await CoderByName.On(this)(this, name, cancellationToken);
        if (coder is null)
        {
            Coders.Add(coder = new Coder(name));
            (madeInPassing ??= []).Add(coder);
        }

        return coder;
    }

    /// <summary>The language of the study; null when there is none. Every command asks, so it is asked plainly.</summary>
    public async Task<Language?> LanguageAsync(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(this, "SELECT \"Language\" FROM \"Studies\" LIMIT 1");
            return Enum.TryParse<Language>(await command.ExecuteScalarAsync(cancellationToken) as string, out var language) ? language : null;
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => Mapping.Build(modelBuilder);
}

/// <summary>A study in a file.</summary>
public sealed class SqliteJembatanDb(DbContextOptions<SqliteJembatanDb> options) : JembatanDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Mapping.Conventions(configurationBuilder, guidsAsBytes: true);
}

/// <summary>A study in a schema of a PostgreSQL database.</summary>
public sealed class PostgresJembatanDb(DbContextOptions<PostgresJembatanDb> options) : JembatanDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Mapping.Conventions(configurationBuilder, guidsAsBytes: false);
}

internal sealed record PendingAct(string Label, Guid? CoderId, ChangeSetKind Kind, Guid? Target);

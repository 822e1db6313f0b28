using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage;

/// <summary>One study: its entities, and the journal that records every change to them.</summary>
/// <remarks>The unit of work. Change entities through their methods, then call <see cref="CommitAsync"/> once: that is one step of undo.</remarks>
public abstract class JembatanDb(DbContextOptions options) : DbContext(options)
{
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

    public DbSet<ChangeSet> ChangeSets => Set<ChangeSet>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Replica> Replicas => Set<Replica>();

    public DbSet<Blob> Blobs => Set<Blob>();

    internal PendingAct? Act { get; set; }

    /// <summary>Saves all that changed as one step of undo: rows and journal in one transaction, or neither.</summary>
    /// <param name="label">What was done, in English, verb first.</param>
    /// <param name="coder">Who did it; null for the program itself.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task CommitAsync(string label, Id<Coder>? coder, CancellationToken cancellationToken)
    {
        Act = new PendingAct(label, coder?.Value, ChangeSetKind.Act, null);
        try
        {
            await SaveChangesAsync(cancellationToken);
        }
        finally
        {
            Act = null;
        }
    }

    /// <summary>Keeps a text once, by its hash; it is saved with the next commit.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its hash.</returns>
    public async Task<string> KeepAsync(string text, CancellationToken cancellationToken)
    {
        var hash = CanonicalText.HashOf(text);
        if (Blobs.Local.All(b => b.Hash != hash) && !await Blobs.AnyAsync(b => b.Hash == hash, cancellationToken))
            Blobs.Add(new Blob { Hash = hash, Content = System.Text.Encoding.UTF8.GetBytes(text) });
        return hash;
    }

    /// <summary>The text kept under a hash; empty when it is not there, which <c>doctor</c> tells.</summary>
    public async Task<string> ReadTextAsync(string hash, CancellationToken cancellationToken)
    {
        var blob = await Blobs.AsNoTracking().SingleOrDefaultAsync(b => b.Hash == hash, cancellationToken);
        return blob is null ? "" : System.Text.Encoding.UTF8.GetString(blob.Content);
    }

    /// <summary>The coder of that name, made when there is none yet; saved with the next commit.</summary>
    public async Task<Coder> CoderAsync(string name, CancellationToken cancellationToken)
    {
        var coder = Coders.Local.FirstOrDefault(c => c.Name == name) ?? await Coders.FirstOrDefaultAsync(c => c.Name == name, cancellationToken);
        if (coder is null) Coders.Add(coder = new Coder(name));
        return coder;
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

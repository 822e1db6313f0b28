using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Merge;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Jembatan.Storage.Model;

/// <summary>Tables, keys and indices of a study, the same on every database.</summary>
internal static class Mapping
{
    private static readonly Type[] JsonTypes =
    [
        typeof(Bilingual), typeof(IReadOnlyDictionary<string, string>), typeof(IReadOnlyList<string>), typeof(IReadOnlyList<Turn>), typeof(InterviewRecord),
        typeof(IReadOnlyList<Approach>), typeof(StrategyGoal), typeof(StrategyScope), typeof(BusinessModel), typeof(IReadOnlyList<Id<Code>>),
        typeof(IReadOnlyList<Assumption>), typeof(IReadOnlyList<StatedFact>), typeof(IReadOnlyList<Id<Evidence>>), typeof(MisfitDetails), typeof(RecommendationDetails),
    ];

    public static void Conventions(ModelConfigurationBuilder builder, bool guidsAsBytes)
    {
        builder.Conventions.Remove<ForeignKeyIndexConvention>();     // every index is named below: a million codings carry only those that serve a question
        foreach (var type in EntityKind.All.Select(k => k.Type))
        {
            builder.Properties(typeof(Id<>).MakeGenericType(type))
                .HaveConversion((guidsAsBytes ? typeof(IdBytesConverter<>) : typeof(IdGuidConverter<>)).MakeGenericType(type));
        }

        if (guidsAsBytes) builder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        foreach (var type in JsonTypes) builder.Properties(type).HaveConversion(typeof(JsonTextConverter<>).MakeGenericType(type), typeof(JsonComparer<>).MakeGenericType(type));
        builder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        builder.Properties<RatingValue>().HaveConversion<RatingValueTextConverter>();
        foreach (var type in (Type[])[
            typeof(Language), typeof(SourceKind), typeof(InformantGroup), typeof(VariableType), typeof(CodeOrigin), typeof(CodeLevel), typeof(Element), typeof(Pair),
            typeof(StrategyStatus), typeof(EvidenceKind), typeof(RatingState), typeof(VerdictKind), typeof(ChangeSetKind), typeof(ChangeOperation), typeof(ConflictKind)])
        {
            builder.Properties(type).HaveConversion<string>();
        }
    }

    public static void Build(ModelBuilder model)
    {
        model.Entity<Study>(e => Key(e, s => s.Id));
        model.Entity<Source>(e => { Key(e, s => s.Id); e.HasIndex(s => s.Name).IsUnique(); Refer<Source, Informant>(e, nameof(Source.InformantId)); });
        model.Entity<SourceRevision>(e => { Key(e, r => r.Id); e.HasIndex(r => new { r.SourceId, r.Number }).IsUnique(); Refer<SourceRevision, Source>(e, nameof(SourceRevision.SourceId)); });
        model.Entity<Informant>(e => { Key(e, i => i.Id); e.HasIndex(i => i.Name).IsUnique(); });
        model.Entity<Variable>(e => { Key(e, v => v.Id); e.HasIndex(v => v.Name).IsUnique(); });
        model.Entity<VariableValue>(e =>
        {
            Key(e, v => v.Id);
            e.HasIndex(v => new { v.InformantId, v.VariableId }).IsUnique();
            Refer<VariableValue, Informant>(e, nameof(VariableValue.InformantId));
            Refer<VariableValue, Variable>(e, nameof(VariableValue.VariableId));
        });
        model.Entity<Code>(e =>
        {
            Key(e, c => c.Id);
            e.HasIndex(c => c.Label).IsUnique();
            e.Ignore(c => c.Rules);
            Refer<Code, Code>(e, nameof(Code.ParentId));
        });
        model.Entity<CodebookVersion>(e => Key(e, v => v.Id));
        model.Entity<Coder>(e => { Key(e, c => c.Id); e.HasIndex(c => c.Name).IsUnique(); });
        model.Entity<Coding>(e =>
        {
            Key(e, c => c.Id);
            e.HasIndex(c => new { c.SourceId, c.Start, c.End, c.CodeId, c.CoderId, c.Revision }).IsUnique();
            e.HasIndex(c => new { c.CodeId, c.SourceId, c.Stance, c.Basis, c.Voice, c.Orphaned });     // a million codings are counted without opening them
            Refer<Coding, Source>(e, nameof(Coding.SourceId));
            Refer<Coding, Code>(e, nameof(Coding.CodeId));
            Refer<Coding, Coder>(e, nameof(Coding.CoderId));
            Refer<Coding, Strategy>(e, nameof(Coding.StrategyId));
        });
        model.Entity<DoneMark>(e =>
        {
            Key(e, d => d.Id);
            e.HasIndex(d => new { d.SourceId, d.CoderId }).IsUnique();
            Refer<DoneMark, Source>(e, nameof(DoneMark.SourceId));
            Refer<DoneMark, Coder>(e, nameof(DoneMark.CoderId));
        });
        model.Entity<Assignment>(e =>
        {
            Key(e, a => a.Id);
            e.HasIndex(a => new { a.SourceId, a.CoderId }).IsUnique();
            Refer<Assignment, Source>(e, nameof(Assignment.SourceId));
            Refer<Assignment, Coder>(e, nameof(Assignment.CoderId));
        });
        model.Entity<Note>(e => { Key(e, n => n.Id); e.HasIndex(n => n.TargetId); Refer<Note, Coder>(e, nameof(Note.CoderId)); });
        model.Entity<MergeChoice>(e => { Key(e, c => c.Id); e.HasIndex(c => c.ConflictId); Refer<MergeChoice, Coder>(e, nameof(MergeChoice.CoderId)); });
        BuildStrategies(model);
        BuildJournal(model);
    }

    private static void BuildStrategies(ModelBuilder model)
    {
        model.Entity<Strategy>(e => { Key(e, s => s.Id); e.HasIndex(s => s.Label).IsUnique(); e.Ignore(s => s.Details); });
        model.Entity<Performance>(e => { Key(e, p => p.Id); Refer<Performance, Strategy>(e, nameof(Performance.StrategyId)); });
        model.Entity<Evidence>(e =>
        {
            Key(e, v => v.Id);
            e.HasIndex(v => v.CodingId);
            e.Ignore(v => v.Details);
            Refer<Evidence, Coding>(e, nameof(Evidence.CodingId));
            Refer<Evidence, Strategy>(e, nameof(Evidence.StrategyId));
            Refer<Evidence, Coder>(e, nameof(Evidence.CoderId));
        });
        model.Entity<Factor>(e => Key(e, f => f.Id));
        model.Entity<Criterion>(e => { Key(e, c => c.Id); e.HasIndex(c => c.Label).IsUnique(); });
        model.Entity<Rating>(e =>
        {
            Key(e, r => r.Id);
            e.HasIndex(r => new { r.StrategyId, r.CriterionId, r.RaterId, r.Horizon }).IsUnique();
            e.HasIndex(r => new { r.StrategyId, r.CriterionId, r.RaterId }, "IX_Ratings_Now").IsUnique().HasFilter("\"Horizon\" IS NULL");     // nulls differ in an index
            Refer<Rating, Strategy>(e, nameof(Rating.StrategyId));
            Refer<Rating, Criterion>(e, nameof(Rating.CriterionId));
            Refer<Rating, Coder>(e, nameof(Rating.RaterId));
        });
        model.Entity<Verdict>(e => { Key(e, v => v.Id); Refer<Verdict, Strategy>(e, nameof(Verdict.StrategyId)); Refer<Verdict, Coder>(e, nameof(Verdict.AnalystId)); });
        model.Entity<Misfit>(e => { Key(e, m => m.Id); Refer<Misfit, Strategy>(e, nameof(Misfit.StrategyId)); Refer<Misfit, Criterion>(e, nameof(Misfit.CriterionId)); });
        model.Entity<Recommendation>(e => Key(e, r => r.Id));
        model.Entity<Narrative>(e => { Key(e, n => n.Id); e.HasIndex(n => n.Section).IsUnique(); Refer<Narrative, Coder>(e, nameof(Narrative.AuthorId)); });
    }

    private static void BuildJournal(ModelBuilder model)
    {
        model.Entity<Replica>(e => e.HasKey(r => r.Id));
        model.Entity<Conflict>(e => Key(e, c => c.Id));
        model.Entity<Alias>(e => { Key(e, a => a.Id); e.HasIndex(a => a.StandsFor); });
        model.Entity<Blob>(e => e.HasKey(b => b.Hash));
        model.Entity<ChangeSet>(e =>
        {
            e.HasKey(s => s.Id);
            e.HasIndex(s => s.Clock);
            e.HasIndex(s => new { s.CoderId, s.ReplicaId, s.Clock });
            e.Property(s => s.Id).ValueGeneratedNever();
        });
        model.Entity<Change>(e =>
        {
            e.HasKey(c => new { c.ChangeSetId, c.Ordinal });
            e.HasIndex(c => c.EntityId);
            e.HasOne<ChangeSet>().WithMany().HasForeignKey(c => c.ChangeSetId).OnDelete(DeleteBehavior.ClientNoAction);
        });
    }

    private static void Key<T, TKey>(EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, TKey>> key) where T : class
    {
        var name = ((System.Linq.Expressions.MemberExpression)key.Body).Member.Name;
        entity.HasKey(name);
        entity.Property(name).ValueGeneratedNever();
    }

    // The database refuses to remove what others refer to; Restrict would, before asking it, cut references of rows that happen to be loaded.
    private static void Refer<TFrom, TTo>(EntityTypeBuilder<TFrom> entity, string property) where TFrom : class where TTo : class =>
        entity.HasOne<TTo>().WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.ClientNoAction);
}

using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Studies;

/// <summary>Changes title, question, unit of analysis and particulars of a study.</summary>
public static class DescribeStudy
{
    /// <param name="Title">New title; null leaves it.</param>
    /// <param name="Question">New research question; null leaves it.</param>
    /// <param name="UnitOfAnalysis">New unit of analysis; null leaves it.</param>
    /// <param name="Particulars">Particulars to set, by key; a null value removes one.</param>
    public sealed record Request(
        string? Title = null, Bilingual? Question = null, Bilingual? UnitOfAnalysis = null, IReadOnlyDictionary<string, string?>? Particulars = null);

    public sealed record Response(
        Id<Study> Id, string Title, Bilingual Question, Bilingual UnitOfAnalysis, Language Language, string Template, Bilingual? SampleNotice, int CodebookVersion,
        bool CodebookFrozen, IReadOnlyDictionary<string, string> Particulars, DateTimeOffset CreatedAt);

    /// <returns>The study as it stands then, or <c>study/no-title</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Title is { } title && string.IsNullOrWhiteSpace(title)) return new Problem("study/no-title", "A study needs a title. Write one.");
        var found = await db.StudyAsync(cancellationToken);
        if (found.Problem is { } problem) return problem;
        var study = found.Value;
        study.Describe(request.Title?.Trim(), request.Question, request.UnitOfAnalysis);
        foreach (var (key, value) in request.Particulars ?? new Dictionary<string, string?>()) study.Set(key, value);
        await db.CommitAsync("Describe study", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return Of(study);
    }

    /// <summary>The study as it stands.</summary>
    public static async Task<Result<Response>> ReadAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var found = await db.StudyAsync(cancellationToken);
        return found.Problem is { } problem ? problem : Of(found.Value);
    }

    private static Response Of(Study s) => new(
        s.Id, s.Title, s.Question, s.UnitOfAnalysis, s.Language, s.Template, s.SampleNotice, s.CodebookVersion, s.CodebookFrozen, s.Particulars, s.CreatedAt);
}

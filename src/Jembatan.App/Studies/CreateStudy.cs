using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Studies;

/// <summary>Makes a study and fills it from a template.</summary>
public static class CreateStudy
{
    /// <param name="Title">Title, as people will cite it.</param>
    /// <param name="Language">Language of reports and pages.</param>
    /// <param name="Template"><c>informal-coverage</c>, <c>servo</c> or <c>blank</c>.</param>
    public sealed record Request(string Title, Language Language = Language.Indonesian, string Template = "blank");

    /// <param name="Id">The study.</param>
    /// <param name="Codes">Codes that the template brought.</param>
    /// <param name="Criteria">Criteria that it brought.</param>
    /// <param name="Strategies">Strategies that it brought.</param>
    /// <param name="Evidence">Statistics that it brought.</param>
    public sealed record Response(Id<Study> Id, string Title, Language Language, string Template, int Codes, int Criteria, int Strategies, int Evidence);

    /// <returns>The study, or <c>study/no-title</c>, <c>study/unknown-template</c>, <c>study/exists</c>, <c>study/no-folder</c>, <c>database/…</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, StudyLocation location, TimeProvider clock, CancellationToken cancellationToken)
    {
        var title = request.Title.Trim();
        if (title.Length == 0) return new Problem("study/no-title", "A study needs a title. Write it after --title.");
        if (!Template.Names.Contains(request.Template))
            return new Problem("study/unknown-template", $"There is no template '{request.Template}'. Choose {string.Join(", ", Template.Names)}.", request.Template);

        var study = new Study(title, request.Language, request.Template, clock.GetUtcNow());
        var made = await StudyStore.CreateAsync(location, study, clock, cancellationToken);
        if (made.Problem is { } problem) return problem;
        await using var store = made.Value;
        await using var db = store.NewDb();
        var template = Template.Of(request.Template, request.Language, await db.CoderAsync(Template.CoderName, cancellationToken), clock.GetUtcNow());
        if (!template.IsEmpty)
        {
            template.AddTo(db);
            await db.CommitAsync("Load template", null, cancellationToken);
        }

        return new Response(study.Id, study.Title, study.Language, study.Template, template.Codes.Count, template.Criteria.Count, template.Strategies.Count, template.Evidence.Count);
    }
}

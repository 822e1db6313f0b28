using System.Globalization;
using Jembatan.Core;
using Jembatan.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Frame;

/// <summary>What every component starts from: the look of the page, the study's database and the words.</summary>
public abstract class View : ComponentBase
{
    [Inject]
    public required Look Look { get; init; }

    [CascadingParameter]
    public required HttpContext Http { get; init; }

    protected CancellationToken Gone => Http.RequestAborted;

    protected string Say(Bilingual? words) => Look.Say(words);

    protected string Say(Bilingual words, params object?[] parts) => Look.Say(words, parts);
}

/// <summary>A page of the study: it asks slices for what it shows, and says what went wrong when one refuses.</summary>
public abstract class Page : View
{
    private const int MostOfAddress = 1_000_000;

    [Inject]
    public required JembatanDb Db { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    /// <summary>What kept the page from showing what was asked; shown in place of the content.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>The value, or null with the problem noted and the answer's status set.</summary>
    protected T? Take<T>(Result<T> result) where T : class
    {
        if (result.IsOk) return result.Value;
        Problem = result.Problem;
        if (!Http.Response.HasStarted) Http.Response.StatusCode = StatusOf(result.Problem!);
        return null;
    }

    /// <summary>A field of the form that was sent; empty when it was not.</summary>
    protected string Field(string name) => Http.Request.HasFormContentType ? Http.Request.Form[name].ToString() : "";

    /// <summary>All values of a field of the form that was sent.</summary>
    protected IReadOnlyList<string> Fields(string name) => Http.Request.HasFormContentType ? [.. Http.Request.Form[name].OfType<string>().Where(v => v.Length > 0)] : [];

    /// <summary>What was typed, so that a refused form keeps it, else what is there.</summary>
    protected string Kept(string name, string? there) => Http.Request.HasFormContentType && Http.Request.Form.ContainsKey(name) ? Field(name) : there ?? "";

    /// <summary>Notes what a write refused; the page stays as it is and says so.</summary>
    protected void Refuse(Problem problem)
    {
        Problem = problem;
        if (!Http.Response.HasStarted) Http.Response.StatusCode = StatusOf(problem);
    }

    // That there is no such page is said in place of the page, with all that was typed: it is for a path that leads nowhere, not for a form or a filter that names what is not there.
    private int StatusOf(Problem problem)
    {
        var status = Hosting.ProblemStatus.Of(problem);
        var isAsked = Http.Request.HasFormContentType || (problem.At is { } at && Http.Request.Query.Any(q => q.Value.Any(v => v?.Trim() == at.Trim())));
        return isAsked && status == StatusCodes.Status404NotFound ? StatusCodes.Status400BadRequest : status;
    }

    /// <summary>A whole number that an address gives, within a million of 0; null when it is none, so that a mistyped address opens all the same.</summary>
    protected static int? Whole(string? given) =>
        int.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, -MostOfAddress, MostOfAddress) : null;

    /// <summary>A slash in a name reaches the page still escaped.</summary>
    protected static string Named(string? segment) => (segment ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes on to a page after a write, so that loading it again writes nothing.</summary>
    protected void GoOn(string path) => Navigation.NavigateTo(path);
}

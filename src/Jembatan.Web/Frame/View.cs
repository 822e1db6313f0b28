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
        if (!Http.Response.HasStarted) Http.Response.StatusCode = Hosting.ProblemStatus.Of(result.Problem!);
        return null;
    }

    /// <summary>Goes on to a page after a write, so that loading it again writes nothing.</summary>
    protected void GoOn(string path) => Navigation.NavigateTo(path);
}

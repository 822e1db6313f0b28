using Jembatan.Web.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Jembatan.Web.Hosting;

/// <summary>Every address of the workspace: assets, pages, and the doors that scripts use.</summary>
internal static class Doors
{
    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<Assets>().Map(app);
        app.MapRazorComponents<Root>();
    }
}

using Jembatan.Core;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Hosting;

/// <summary>The one place that maps a problem to a status of HTTP.</summary>
internal static class ProblemStatus
{
    public static int Of(Problem problem) => problem.Code[(problem.Code.LastIndexOf('/') + 1)..] switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "changed-since" or "exists" or "frozen" or "ambiguous" => StatusCodes.Status409Conflict,
        "busy" or "read-only" => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };
}

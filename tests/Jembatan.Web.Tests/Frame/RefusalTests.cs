using Jembatan.Core;
using Jembatan.Web.Frame;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Tests.Frame;

/// <summary>What status a page answers with when a slice refuses what was asked.</summary>
public sealed class RefusalTests
{
    private sealed class Probe : Page
    {
        public void Meet(Problem problem) => Refuse(problem);

        public void Meet(Result<string> result) => Take(result);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_not_found() => Assert.Equal(404, StatusAt(new DefaultHttpContext(), Problem.NotFound("strategy", "NOPE")));

    [Fact]
    public void A_form_that_names_an_unknown_code_stays_on_its_page()
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/x-www-form-urlencoded";
        Assert.Equal(400, StatusAt(context, Problem.NotFound("code", "XX99")));
    }

    [Theory]
    [InlineData("?code=NOPE", 400)]
    [InlineData("?code=%20NOPE%20", 400)]
    [InlineData("?code=FI02", 404)]
    public void A_filter_that_names_an_unknown_code_stays_on_its_page(string query, int status)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        Assert.Equal(status, StatusAt(context, Problem.NotFound("code", "NOPE")));
    }

    private static int StatusAt(HttpContext context, Problem problem)
    {
        var page = new Probe { Http = context, Look = null!, Db = null!, Clock = TimeProvider.System, Navigation = null! };
        page.Meet(problem);
        var refused = context.Response.StatusCode;
        context.Response.StatusCode = 200;
        page.Meet((Result<string>)problem);
        Assert.Equal(refused, context.Response.StatusCode);
        return refused;
    }
}

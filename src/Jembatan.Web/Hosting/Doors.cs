using System.Globalization;
using Jembatan.App.Agreement;
using Jembatan.App.Codebooks;
using Jembatan.App.Codings;
using Jembatan.App.Coverage;
using Jembatan.App.Journals;
using Jembatan.App.Merges;
using Jembatan.App.Notes;
using Jembatan.App.Reports;
using Jembatan.App.Saturation;
using Jembatan.App.Tables;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Jembatan.Web.Coverage;
using Jembatan.Web.Frame;
using Jembatan.Web.Marks;
using Jembatan.Web.Tables;
using Jembatan.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Jembatan.Web.Hosting;

/// <summary>Every address of the workspace: assets, pages, and the small writes that both forms and the coding script send.</summary>
/// <remarks>A script asks for JSON and gets it; a form without script is sent back to the page that it names.</remarks>
internal static class Doors
{
    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<Assets>().Map(app);
        var doors = app.MapGroup("/doors");
        doors.MapPost("/codings", ApplyAsync);
        doors.MapPost("/mark", MarkAsync);
        doors.MapPost("/uncode", UncodeAsync);
        doors.MapPost("/done", DoneAsync);
        doors.MapPost("/note", NoteAsync);
        doors.MapPost("/adjudicate", AdjudicateAsync);
        doors.MapPost("/undo", UndoAsync);
        doors.MapPost("/redo", RedoAsync);
        doors.MapPost("/choose", ChooseAsync);
        app.MapGet("/report/file.{format}", ReportAsync);
        app.MapGet("/coverage/file.{format}", CoverageAsync);
        app.MapGet("/tables/saturation/file.{format}", SaturationAsync);
        app.MapGet("/tables/file.{format}", TableAsync);
        app.MapGet("/tables/together/file.{format}", PairsAsync);
        app.MapGet("/coverage/work/{which}", FollowAsync);
        app.MapRazorComponents<Root>();
    }

    // The curve of all informants, or of the group that the page names.
    private static async Task<IResult> SaturationAsync(string format, string? group, string? of, HttpContext context, JembatanDb db, Look look)
    {
        var variable = group is { Length: > 0 } ? group : "group";
        var drawn = await DrawSaturation.HandleAsync(new(new(Group: variable), format, of, SaturationPage.NameOf(variable, of, look), look.Language), db, context.RequestAborted);
        if (drawn.Problem is { } problem) return Refuse(context, look, problem);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.File(drawn.Value.Content, drawn.Value.ContentType, drawn.Value.FileName);
    }

    // The crosstab that the page shows, or informants × codes.
    private static async Task<IResult> TableAsync(string format, string? table, string? by, string? coders, HttpContext context, JembatanDb db, Look look) =>
        Given(await ExportTable.HandleAsync(
            new(Enum.TryParse<ExportedTable>(table, ignoreCase: true, out var named) ? named : ExportedTable.Crosstab, format, Coders: CoderChoice.Of(coders), By: by is { Length: > 0 } ? by : "group"),
            db, context.RequestAborted), context, look);

    private static async Task<IResult> PairsAsync(string format, string? within, string? words, string? coders, HttpContext context, JembatanDb db, Look look) =>
        Given(await ExportTable.HandleAsync(
            new(ExportedTable.Pairs, format, Coders: CoderChoice.Of(coders), Within: Enum.TryParse<CooccurrenceUnit>(within, ignoreCase: true, out var unit) ? unit : CooccurrenceUnit.Overlap, Words: int.TryParse(words, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var most) ? most : 0),
            db, context.RequestAborted), context, look);

    private static IResult Given(Result<ExportTable.Response> table, HttpContext context, Look look) =>
        table.Problem is { } problem ? Refuse(context, look, problem) : Results.File(table.Value.Content, table.Value.ContentType, table.Value.Name);

    // A picture or table of the scenario that the page with the same question shows.
    private static async Task<IResult> CoverageAsync(string format, HttpContext context, JembatanDb db, CoverageWork work, Look look)
    {
        var asked = ScenarioForm.Asked(context.Request.Query);
        if (asked.Problem is { } none) return Refuse(context, look, none);
        var written = await ExportCoverage.HandleAsync(new(asked.Value, ScenarioForm.Draws(context.Request.Query), format, look.Language), db, context.RequestAborted, work.Runs);
        if (written.Problem is { } problem) return Refuse(context, look, problem);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.File(written.Value.Content, written.Value.ContentType, written.Value.Name);
    }

    // One line each time something moved: the share that is done, and an end when it is over.
    private static async Task FollowAsync(string which, HttpContext context, CoverageWork work)
    {
        if (which is not ("backtest" or "sensitivity"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        var task = which == "backtest" ? work.BackTest.Begin() : work.Sensitivity.Begin();
        do
        {
            var done = which == "backtest" ? work.BackTest.Done : work.Sensitivity.Done;
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{done:0.###}\n"), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
        while (await Task.WhenAny(task, Task.Delay(200, context.RequestAborted)) != task && !context.RequestAborted.IsCancellationRequested);
    }

    // A report carries its own style; it is shut off from everything else instead, and may not run scripts.
    private static async Task<IResult> ReportAsync(string format, bool? download, HttpContext context, JembatanDb db, TimeProvider clock, CoverageWork work, Look look)
    {
        var written = await WriteReport.HandleAsync(new(format, look.Language), db, clock, context.RequestAborted, work.Runs);
        if (written.Problem is { } problem) return Refuse(context, look, problem);
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.File(written.Value.Content, written.Value.ContentType, format == "docx" || download is not null ? $"jembatan.{format}" : null);
    }

    private sealed record Answer(string Words, string? Id = null, string? Code = null, int? Start = null, int? End = null, string? GoTo = null);

    private static async Task<IResult> ApplyAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!int.TryParse(form["start"], out var start) || !int.TryParse(form["end"], out var end)) return Refuse(context, look, new Problem("selection/empty", "Select a few words first."));
        var code = await NewCode.KnownOrNewAsync(form["code"].ToString(), look.Coder, db, clock, context.RequestAborted);
        if (code.Problem is { } noCode) return Refuse(context, look, noCode);
        var stance = int.TryParse(form["stance"], out var given) ? given : 1;
        Basis? basis = Enum.TryParse<Basis>(form["basis"], out var named) ? named : null;
        var applied = await ApplyCode.HandleAsync(new(form["source"].ToString(), start, end, code.Value, stance, basis), look.Coder, db, clock, context.RequestAborted);
        if (applied.Problem is { } problem) return Refuse(context, look, problem);
        var coding = applied.Value.Coding;
        return Went(context, form["back"], new(look.Say(ReadWords.Applied, coding.Code), coding.Id.ToString(), coding.Code, coding.Start, coding.End), Links.Coding(coding.Source, coding.Start, coding.End, coding.Id));
    }

    private static async Task<IResult> MarkAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        int? stance = int.TryParse(form["stance"], out var given) ? given : null;
        Basis? basis = Enum.TryParse<Basis>(form["basis"], out var named) ? named : null;
        var marked = await MarkCoding.HandleAsync(new(form["coding"].ToString(), stance, basis), look.Coder, db, clock, context.RequestAborted);
        return marked.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(marked.Value.Coding.Code, marked.Value.Coding.Id.ToString()));
    }

    private static async Task<IResult> UncodeAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["sure"] != "yes" && await ShowRemoval.HandleAsync(new(form["coding"].ToString()), db, context.RequestAborted) is { IsOk: true, Value: { Ratings.Count: > 0 } resting })
        {
            // Ratings rest on it: the page that names them asks first.
            var ask = Links.TakeBack(resting.CodingId, form["back"].ToString());
            return AsksJson(context) ? Results.Json(new Answer("", GoTo: ask)) : Results.LocalRedirect(ask);
        }

        var removed = await RemoveCoding.HandleAsync(new(form["coding"].ToString()), look.Coder, db, clock, context.RequestAborted);
        return removed.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(JournalWords.Of("Remove coding", look)));
    }

    private static async Task<IResult> DoneAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var marked = await MarkDone.HandleAsync(new(form["source"].ToString(), form["done"] != "false"), look.Coder, db, clock, context.RequestAborted);
        return marked.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(marked.Value.Source));
    }

    private static async Task<IResult> NoteAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var text = form["remove"].Count > 0 ? "" : form["text"].ToString();
        var written = await WriteNote.HandleAsync(new(form["target"].ToString(), text), look.Coder, db, clock, context.RequestAborted);
        return written.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(look.Say(written.Value.NoteId is null ? NoteWords.Removed : NoteWords.Kept)), "/memos");
    }

    private static async Task<IResult> AdjudicateAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!int.TryParse(form["start"], out var start) || !int.TryParse(form["end"], out var end)) return Refuse(context, look, new Problem("selection/empty", "Choose a disagreement from the page of agreement."));
        var accept = form["accept"].ToString() is { Length: > 0 } named ? named : null;
        int? newStart = int.TryParse(form["newStart"], out var from) ? from : null;
        int? newEnd = int.TryParse(form["newEnd"], out var to) ? to : null;
        var settled = await Adjudicate.HandleAsync(new(form["source"].ToString(), form["code"].ToString(), start, end, accept, newStart, newEnd), look.Coder, db, clock, context.RequestAborted);
        return settled.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(JournalWords.Of("Adjudicate", look)), "/agreement");
    }

    private static async Task<IResult> UndoAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var undone = await Undo.HandleAsync(new(Source: form["source"].ToString() is { Length: > 0 } source ? source : null), look.Coder, db, clock, context.RequestAborted);
        return undone.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(look.Say(JournalWords.WasUndo, JournalWords.Of(undone.Value.Steps[0].Label, look))));
    }

    private static async Task<IResult> RedoAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var redone = await Redo.HandleAsync(new(), look.Coder, db, clock, context.RequestAborted);
        return redone.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(look.Say(JournalWords.WasRedo, JournalWords.Of(redone.Value.Steps[0].Label, look))));
    }

    private static async Task<IResult> ChooseAsync(HttpContext context, JembatanDb db, TimeProvider clock, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var chosen = await ChooseInConflict.HandleAsync(new(form["conflict"].ToString(), form["side"] != "theirs"), look.Coder, db, clock, context.RequestAborted);
        return chosen.Problem is { } problem ? Refuse(context, look, problem) : Went(context, form["back"], new(look.Say(ConflictWords.Settled, chosen.Value.Name)), "/conflicts");
    }

    private static bool AsksJson(HttpContext context) => context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    private static IResult Went(HttpContext context, StringValues back, Answer answer, string? otherwise = null) =>
        AsksJson(context) ? Results.Json(answer) : Results.LocalRedirect(Local(back.ToString()) ?? otherwise ?? "/");

    private static IResult Refuse(HttpContext context, Look look, Problem problem)
    {
        var status = ProblemStatus.Of(problem);
        if (AsksJson(context)) return Results.Json(new { problem = new { code = problem.Code, message = ProblemWords.Of(problem, look) } }, statusCode: status);
        var back = context.Request.HasFormContentType ? Local(context.Request.Form["back"].ToString()) : null;
        return new RazorComponentResult<Root>(new Dictionary<string, object?> { [nameof(Root.Refused)] = problem, [nameof(Root.Back)] = back }) { StatusCode = status };
    }

    // A form may send back only into this workspace.
    private static string? Local(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal) ? path : null;
}

using System.Net;
using System.Text.RegularExpressions;
using Jembatan.EndToEnd.Tests.Stage;

namespace Jembatan.EndToEnd.Tests.Journeys;

/// <summary>What a form without script meets when it cannot be carried out as it is.</summary>
public sealed class FormTests(Theatre theatre)
{
    [Fact]
    public async Task A_form_that_names_an_unknown_code_keeps_what_was_typed()
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        var (status, html) = await SendAsync(caller, "/strategies", new() { ["_handler"] = "new-strategy", ["title"] = "Koperasi desa", ["label"] = "koperasi-desa", ["claims"] = "FI03, XX99" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Kode ini tidak ada dalam buku kode", html, StringComparison.Ordinal);
        Assert.Contains("value=\"Koperasi desa\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"FI03, XX99\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_names_an_unknown_code_is_told_on_its_page()
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        using var answer = await caller.GetAsync(await RateAsync(caller) + "?code=NOPE");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("code/not-found", html, StringComparison.Ordinal);
        Assert.Contains("id=\"f-rationale\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_of_another_code_come_beside_the_ticked_ones_and_leave_the_rating_as_it_was_typed()
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        var path = await RateAsync(caller);
        var ticked = Regex.Match(await caller.ReadAsync(path), "value=\"(coding:[^\"]+)\"").Groups[1].Value;
        var (status, html) = await SendAsync(caller, path, new() { ["_handler"] = "rate", ["show"] = "quotes", ["code"] = "FI02", ["value"] = "-1", ["rationale"] = "Baru separuh jadi", ["evidence"] = ticked });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Baru separuh jadi</textarea>", html, StringComparison.Ordinal);
        Assert.Matches($"<input[^>]*value=\"{ticked}\"[^>]*checked", html);
        Assert.Matches("<input[^>]*value=\"-1\"[^>]*checked", html);
        Assert.Contains("FI02 ·", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_that_stays_shut_says_so_in_the_reader_s_language_and_leads_back()
    {
        using var caller = await Caller.EnterAsync(theatre.Sample);
        var (status, html) = await SendAsync(caller, "/doors/codings", new() { ["source"] = "N1", ["back"] = "/causes?sort=status" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Pilihan tidak memuat satu huruf pun", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/causes?sort=status\"", html, StringComparison.Ordinal);
        Assert.Contains("jembatan.css", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Not possible yet", html, StringComparison.Ordinal);

        var (gone, missing) = await SendAsync(caller, "/doors/uncode", new() { ["coding"] = "0199aaaa-0000-7000-8000-000000000001", ["back"] = "//elsewhere.example" });
        Assert.Equal(HttpStatusCode.NotFound, gone);
        Assert.Contains("coding/not-found", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", missing, StringComparison.Ordinal);
    }

    private static async Task<string> RateAsync(Caller caller) => Regex.Match(await caller.ReadAsync("/strategies/perisai"), "href=\"(/strategies/[^\"?#]+/rate/[^\"?#]+)\"").Groups[1].Value;

    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(Caller caller, string path, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = await caller.FormTokenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        using var answer = await caller.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

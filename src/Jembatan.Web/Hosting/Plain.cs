using System.Net;
using Jembatan.Core;
using Microsoft.AspNetCore.Http;

namespace Jembatan.Web.Hosting;

/// <summary>A page without frame, style or content of the study, in both languages, for those who may not enter.</summary>
internal static class Plain
{
    public static Task WriteAsync(HttpContext context, int status, Bilingual title, Bilingual text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        static string Safe(string s) => WebUtility.HtmlEncode(s);
        return context.Response.WriteAsync(
            $"<!DOCTYPE html><html lang=\"id\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Safe(title.Id)} · Jembatan</title>"
            + $"<main><h1>{Safe(title.Id)}</h1><p>{Safe(text.Id)}</p><div lang=\"en\"><h2>{Safe(title.En)}</h2><p>{Safe(text.En)}</p></div></main></html>");
    }
}

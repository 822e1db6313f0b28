using System.Globalization;
using Jembatan.App.Codebooks;
using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.Web.Hosting;

/// <summary>Takes what a coder typed: a code that is there, or a new one born from the data.</summary>
internal static class NewCode
{
    private const string Prefix = "DT";

    /// <returns>The label of the code, or a problem of naming it.</returns>
    public static async Task<Result<string>> KnownOrNewAsync(string typed, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var name = typed.Trim();
        var known = await db.CodeAsync(name, cancellationToken);
        if (known.Problem is not { Code: "code/not-found" } || name.Length == 0) return known.Problem is { } problem ? problem : known.Value.Label;
        var codes = await ListCodes.HandleAsync(new(WithInformants: false), db, cancellationToken);
        if (codes.Problem is { } unread) return unread;
        var rules = new CodeRules(Bilingual.Same(name)) { Origin = CodeOrigin.Data };
        var added = await AddCode.HandleAsync(new(NextLabel(codes.Value.Codes.Select(c => c.Code)), rules), coder, db, clock, cancellationToken);
        return added.Problem is { } refused ? refused : added.Value.Code;
    }

    /// <summary>The next free label of codes born from the data, such as <c>DT03</c>.</summary>
    public static string NextLabel(IEnumerable<string> labels)
    {
        var last = labels.Where(l => l.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(l => int.TryParse(l.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty(0).Max();
        return Prefix + (last + 1).ToString("00", CultureInfo.InvariantCulture);
    }
}

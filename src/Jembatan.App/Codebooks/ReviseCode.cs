using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Codebooks;

/// <summary>Changes what the codebook says of a code.</summary>
public static class ReviseCode
{
    /// <param name="Code">Label or identity of the code.</param>
    /// <param name="Rules">What the codebook says of it from now on, whole; begin from the rules in <see cref="ListCodes.Row"/>.</param>
    /// <param name="AnchorExample">The coding that shows best what it means; empty takes it away, null leaves it.</param>
    public sealed record Request(string Code, CodeRules? Rules = null, string? AnchorExample = null);

    public sealed record Response(Id<Code> CodeId, string Code);

    /// <returns>The code, or <c>code/not-found</c>, <c>code/no-name</c>, <c>code/long-name</c>, <c>codebook/frozen</c>, <c>coding/not-found</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var found = await db.CodeAsync(request.Code, cancellationToken);
        if (found.Problem is { } problem) return problem;
        var code = found.Value;
        if (request.Rules is { } rules)
        {
            if (rules.Name != code.Name && CodeLabel.BadName(code.Label, rules.Name) is { } badName) return badName;
            if (await Frozen.RefusesAsync(db, [code], cancellationToken) is { } frozen) return frozen;
            code.Revise(rules);
        }

        if (request.AnchorExample is { } example)
        {
            if (example.Length == 0)
            {
                code.Show(null);
            }
            else
            {
                var coding = await db.CodingAsync(example, cancellationToken);
                if (coding.Problem is { } noCoding) return noCoding;
                code.Show(coding.Value.Id);
            }
        }

        await db.CommitAsync("Revise code", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return new Response(code.Id, code.Label);
    }
}

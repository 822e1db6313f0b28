using System.Text.Json;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Codebooks;

/// <summary>What a frozen codebook refuses: changes to the codes that were frozen. Codes born from the data since then stay open.</summary>
internal static class Frozen
{
    public static Problem Problem(int version) => new(
        "codebook/frozen",
        $"Version {version} of the codebook is frozen. Add a code born from the data (origin data), or begin a new version with 'jembatan codebook STUDY --new-version'.");

    /// <summary>Why these codes may not be changed; null when they may.</summary>
    public static async Task<Problem?> RefusesAsync(JembatanDb db, IReadOnlyCollection<Code> codes, CancellationToken cancellationToken)
    {
        var study = await db.Studies.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (study is not { CodebookFrozen: true }) return null;
        var version = await db.CodebookVersions.AsNoTracking().Where(v => v.Number == study.CodebookVersion).OrderByDescending(v => v.At).FirstOrDefaultAsync(cancellationToken);
        if (version is null) return Problem(study.CodebookVersion);
        using var snapshot = JsonDocument.Parse(version.Snapshot);
        var frozen = snapshot.RootElement.EnumerateArray().Select(c => c.GetProperty("id").GetGuid()).ToHashSet();
        return codes.Any(c => frozen.Contains(c.Id.Value)) ? Problem(study.CodebookVersion) : null;
    }

    /// <summary>The codebook as JSON, in the order of the tree.</summary>
    public static string Snapshot(IReadOnlyList<Code> codes)
    {
        var tree = CodeTree.Of(codes);
        return JsonSerializer.Serialize(tree.InOrder().Select(at => new
        {
            id = at.Code.Id.Value,
            code = at.Code.Label,
            parent = tree.Find(at.Code.ParentId)?.Label,
            name = at.Code.Name,
            definition = at.Code.Definition,
            include = at.Code.Include,
            exclude = at.Code.Exclude,
            indicator = at.Code.Indicator,
            element = at.Code.Element?.ToString(),
            origin = at.Code.Origin.ToString(),
            level = at.Code.Level.ToString(),
            isCause = at.Code.IsCause,
            retired = at.Code.Retired,
        }));
    }
}

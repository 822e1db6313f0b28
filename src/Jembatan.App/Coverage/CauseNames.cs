using Jembatan.App.Causes;
using Jembatan.Core;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Coverage;

/// <summary>The causes of a study by label, with how many informants name each.</summary>
internal sealed class CauseNames
{
    private readonly Dictionary<string, NamedCause> byCode;

    private CauseNames(Dictionary<string, NamedCause> byCode) => this.byCode = byCode;

    public static async Task<CauseNames> ReadAsync(RankCauses.Response ranked, JembatanDb db, CancellationToken cancellationToken)
    {
        var informants = ranked.Causes.ToDictionary(c => c.Code, c => c.Informants);
        var codes = await db.Codes.AsNoTracking().Where(c => !c.Retired).ToListAsync(cancellationToken);
        return new(codes.DistinctBy(c => c.Label).ToDictionary(c => c.Label, c => new NamedCause(c.Label, c.Name, informants.GetValueOrDefault(c.Label)), StringComparer.Ordinal));
    }

    /// <summary>Those of the codes that this study has, most named first.</summary>
    public IReadOnlyList<NamedCause> Of(IEnumerable<string> codes) =>
        [.. codes.Where(byCode.ContainsKey).Select(c => byCode[c]).OrderByDescending(c => c.Informants).ThenBy(c => c.Code, StringComparer.Ordinal)];
}

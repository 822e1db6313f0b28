using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;

namespace Jembatan.App.Causes;

/// <summary>Ranks the causes of non-coverage by the informants who name them.</summary>
public static class RankCauses
{
    /// <param name="Coders"><c>any</c>: a coding by any coder counts; <c>all</c>: an informant counts when every coder of the informant's sources coded it so; else the name of one coder.</param>
    /// <param name="WithInterviewer">Count codings in interviewer turns too.</param>
    /// <param name="WithQuotes">Choose quotes and co-occurring causes; lists that show none are faster without.</param>
    public sealed record Request(string Coders = "any", bool WithInterviewer = false, bool WithQuotes = true);

    /// <param name="OfInformants">Informants with a coded source.</param>
    /// <param name="GroupSizes">The same by group.</param>
    /// <param name="Notice">That shares of purposively chosen informants are not prevalences.</param>
    /// <param name="Causes">Codes that name a cause and are coded or claimed by a strategy: informants, then groups reached, then code.</param>
    /// <param name="Categories">Categories and themes above them, counted the same way.</param>
    /// <param name="Unnamed">Strategies aimed at causes that nobody names.</param>
    public sealed record Response(
        int OfInformants, IReadOnlyDictionary<InformantGroup, int> GroupSizes, string Coders, bool WithInterviewer, Bilingual Notice, IReadOnlyList<CauseRow> Causes,
        IReadOnlyList<CauseRow> Categories, IReadOnlyList<UnnamedAim> Unnamed);

    /// <returns>The ranking, or <c>coder/not-found</c>.</returns>
    public static Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken) => throw new NotImplementedException();
}

using Jembatan.Core;
using Jembatan.Statistics.Agreement;

namespace Jembatan.App.Agreement;

/// <summary>How many units, coders and values there are.</summary>
/// <param name="Units">Units, or sections of all coders when unitizing.</param>
/// <param name="Coders">Coders.</param>
/// <param name="Values">Values given.</param>
/// <param name="Missing">Values not given.</param>
/// <param name="DroppedUnits">Units with fewer than two values.</param>
public sealed record AgreementData(long Units, int Coders, long Values, long Missing, long DroppedUnits)
{
    internal static AgreementData Of(ReliabilityData data) => new(data.Units, data.Coders.Count, data.Values, (data.Units * data.Coders.Count) - data.Values, data.DroppedUnits);
}

/// <summary>Estimates with the data they rest on.</summary>
/// <param name="Data">The data.</param>
/// <param name="Estimates">The estimates.</param>
/// <param name="Notices">What a reader of a file should know about it.</param>
public sealed record AgreementAnswer(AgreementData Data, IReadOnlyList<AgreementEstimate> Estimates, IReadOnlyList<Bilingual> Notices);

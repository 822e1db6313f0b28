using Jembatan.Core;
using Jembatan.Core.Strategies;
using Jembatan.Web.Words;

namespace Jembatan.Web.Strategies;

/// <summary>How far a strategy has come, in words.</summary>
internal static class StatusWords
{
    public static Bilingual Of(StrategyStatus status) => status switch
    {
        StrategyStatus.Planned => StrategyWords.Planned,
        StrategyStatus.Pilot => StrategyWords.Pilot,
        StrategyStatus.Ended => StrategyWords.Ended,
        _ => StrategyWords.Running,
    };
}

using Jembatan.Simulation.Engine;

namespace Jembatan.Simulation.Tests.Engine;

public sealed class PurposeTests
{
    [Fact]
    public void Purposes_keep_their_numbers() =>
        Assert.Equal(["Income=0", "Moves=1", "Start=2", "StartIncome=3", "Traits=4", "Sponsors=5", "Reach=6", "AgentService=7"], Enum.GetValues<Purpose>().Select(p => $"{p}={(uint)p}"));
}

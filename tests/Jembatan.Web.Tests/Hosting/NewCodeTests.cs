using Jembatan.Web.Hosting;

namespace Jembatan.Web.Tests.Hosting;

public sealed class NewCodeTests
{
    [Fact]
    public void The_next_label_follows_the_highest_and_minds_no_other_label()
    {
        Assert.Equal("DT01", NewCode.NextLabel([]));
        Assert.Equal("DT01", NewCode.NextLabel(["FI02", "DTX", "data"]));
        Assert.Equal("DT08", NewCode.NextLabel(["DT02", "dt07", "FI99"]));
        Assert.Equal("DT100", NewCode.NextLabel(["DT99"]));
    }
}

using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.Core.Tests.Qualitative;

public sealed class CodeTests
{
    private static readonly CodeRules Rules = new(new Bilingual("Pendapatan tidak menentu", "Irregular income"))
    {
        Definition = new("apa", "what"), Include = new("ya", "yes"), Exclude = new("tidak", "no"), Indicator = new("hari kosong", "empty days"), Abstraction = new("mengapa", "why"),
        Element = Element.Environment, Origin = CodeOrigin.Data, Level = CodeLevel.Category, IsCause = false, Color = "#112233", Citations = ["a", "b"],
    };

    [Fact]
    public void A_code_keeps_every_rule_that_it_was_given()
    {
        var code = new Code("FI02", Rules, null, 3);
        Assert.Equal(Rules, code.Rules);
        code.Revise(Rules with { Name = Bilingual.Same("lain"), Element = null });
        Assert.Equal(Rules with { Name = Bilingual.Same("lain"), Element = null }, code.Rules);
        Assert.Equal(("FI02", 3), (code.Label, code.Order));
    }

    [Fact]
    public void A_merged_code_is_out_of_use_and_comes_back_whole()
    {
        var (code, other) = (new Code("A", Rules, null, 0), new Code("B", Rules, null, 1));
        code.MergeInto(other.Id);
        Assert.Equal((true, (Id<Code>?)other.Id), (code.Retired, code.MergedInto));
        code.Restore();
        Assert.Equal((false, null), (code.Retired, code.MergedInto));
        code.Retire();
        Assert.Equal((true, null), (code.Retired, code.MergedInto));
    }

    [Fact]
    public void A_code_moves_is_renamed_and_shows_an_example()
    {
        var (code, above) = (new Code("A", Rules, null, 0), new Code("B", Rules, null, 1));
        var example = Id<Coding>.New();
        code.Move(above.Id);
        code.Relabel("A9");
        code.Show(example);
        Assert.Equal((above.Id, "A9", example), (code.ParentId!.Value, code.Label, code.AnchorExample!.Value));
        code.Move(null);
        code.Show(null);
        Assert.Equal((null, null), ((Id<Code>?)code.ParentId, code.AnchorExample));
    }
}

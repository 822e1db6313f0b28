namespace Jembatan.Architecture.Tests;

public sealed class TypeTests
{
    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Rules.None(Rules.Open(House.Types));

    [Fact]
    public void Nothing_static_can_change() => Rules.None(Rules.SharedState(House.Types));

    [Fact]
    public void The_nouns_do_not_change_but_entities_through_named_methods() =>
        Rules.None(Rules.Changeable(House.Built["Core"].GetExportedTypes().Where(Rules.IsWritten)));

    [Fact]
    public void An_interface_has_two_implementations_or_is_an_extension_point() => Rules.None(Rules.LonelyInterfaces(House.Types));

    [Fact]
    public void Names_say_what_a_type_does_in_the_word_of_the_field() => Rules.None(Rules.EmptyWords(House.Types));

    [Fact]
    public void The_rules_see_the_types_of_the_house() => Assert.True(House.Types.Count > 60, $"Only {House.Types.Count} types were found.");

    // Each rule is held against a type that breaks it: a rule that catches nothing protects nothing.
    [Fact]
    public void The_rules_catch_what_they_forbid()
    {
        Assert.Single(Rules.Open([typeof(OpenExample)]));
        Assert.Equal(3, Rules.SharedState([typeof(StateExample)]).Count());
        Assert.Equal(4, Rules.Changeable([typeof(ChangeableExample)]).Distinct().Count());
        Assert.Single(Rules.LonelyInterfaces([typeof(ILonelyExample), typeof(StateExample)]));
        Assert.Single(Rules.EmptyWords([typeof(ExampleManager)]));
        Assert.Empty(Rules.Open([typeof(ExampleManager)]).Concat(Rules.SharedState([typeof(ExampleManager)])).Concat(Rules.Changeable([typeof(ExampleManager)])));
    }

    public class OpenExample;

    public sealed class StateExample : ILonelyExample
    {
        internal static readonly int[] Shared = [1];
        private static readonly List<int> Seen = [];
        private static int count;

        public int Next() => ++count + Seen.Count + Shared.Length;
    }

    public sealed class ChangeableExample
    {
        public int Free { get; set; }

        public List<int> Open { get; } = [];

        public int Kept { get; init; }

        private int counted;

        public int Count() => ++counted;
    }

    public sealed record ExampleManager(int Value);

    public interface ILonelyExample;
}

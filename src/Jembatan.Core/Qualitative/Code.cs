using Jembatan.Core.Strategies;

namespace Jembatan.Core.Qualitative;

/// <summary>Where a code came from (Hsieh and Shannon 2005).</summary>
public enum CodeOrigin
{
    /// <summary>From theory or earlier studies, before coding.</summary>
    Theory,

    /// <summary>Born from the data, while coding.</summary>
    Data,

    /// <summary>From a count of words.</summary>
    Keyword,
}

/// <summary>How far a code is abstracted (Elo and Kyngäs 2008).</summary>
public enum CodeLevel
{
    /// <summary>A code, put on words.</summary>
    Code,

    /// <summary>A category that gathers codes.</summary>
    Category,

    /// <summary>A theme that gathers categories.</summary>
    Theme,
}

/// <summary>What a codebook says of a code beyond its key and place.</summary>
/// <param name="Name">Name in both languages.</param>
public sealed record CodeRules(Bilingual Name)
{
    /// <summary>What the code means.</summary>
    public Bilingual Definition { get; init; } = Bilingual.Empty;

    /// <summary>When to use it.</summary>
    public Bilingual Include { get; init; } = Bilingual.Empty;

    /// <summary>When not to, and what to use instead.</summary>
    public Bilingual Exclude { get; init; } = Bilingual.Empty;

    /// <summary>What could be measured for it.</summary>
    public Bilingual Indicator { get; init; } = Bilingual.Empty;

    /// <summary>Why these codes or categories were gathered.</summary>
    public Bilingual Abstraction { get; init; } = Bilingual.Empty;

    /// <summary>SERVO element; null takes the parent's.</summary>
    public Element? Element { get; init; }

    /// <summary>Where it came from.</summary>
    public CodeOrigin Origin { get; init; } = CodeOrigin.Theory;

    /// <summary>How far it is abstracted.</summary>
    public CodeLevel Level { get; init; } = CodeLevel.Code;

    /// <summary>Whether it names a cause of non-coverage and so is ranked among the causes.</summary>
    public bool IsCause { get; init; } = true;

    /// <summary>Colour as <c>#rrggbb</c>.</summary>
    public string Color { get; init; } = "#46514b";

    /// <summary>Citations, as in the shipped sources; empty for a code of one's own.</summary>
    public IReadOnlyList<string> Citations { get; init; } = [];
}

/// <summary>A category of meaning in the codebook.</summary>
public sealed class Code : IEntity
{
    private Code() { }

    /// <summary>A new code.</summary>
    /// <param name="label">Its key, such as <c>FI02</c>, unique in the study.</param>
    /// <param name="rules">What the codebook says of it.</param>
    /// <param name="parentId">The code above it; null at the root.</param>
    /// <param name="order">Place among its siblings.</param>
    public Code(string label, CodeRules rules, Id<Code>? parentId, int order) =>
        (Id, Label, Rules, ParentId, Order) = (Id<Code>.New(), label, rules, parentId, order);

    /// <summary>Its identity.</summary>
    public Id<Code> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its key, such as <c>FI02</c>.</summary>
    public string Label { get; private set; } = "";

    /// <summary>Name in both languages.</summary>
    public Bilingual Name { get; private set; } = Bilingual.Empty;

    /// <summary>What it means.</summary>
    public Bilingual Definition { get; private set; } = Bilingual.Empty;

    /// <summary>When to use it.</summary>
    public Bilingual Include { get; private set; } = Bilingual.Empty;

    /// <summary>When not to.</summary>
    public Bilingual Exclude { get; private set; } = Bilingual.Empty;

    /// <summary>What could be measured for it.</summary>
    public Bilingual Indicator { get; private set; } = Bilingual.Empty;

    /// <summary>Why its members were gathered.</summary>
    public Bilingual Abstraction { get; private set; } = Bilingual.Empty;

    /// <summary>Its own SERVO element; null takes the parent's.</summary>
    public Element? Element { get; private set; }

    /// <summary>Where it came from.</summary>
    public CodeOrigin Origin { get; private set; }

    /// <summary>How far it is abstracted.</summary>
    public CodeLevel Level { get; private set; }

    /// <summary>Whether it is ranked among the causes of non-coverage.</summary>
    public bool IsCause { get; private set; } = true;

    /// <summary>Colour as <c>#rrggbb</c>.</summary>
    public string Color { get; private set; } = "#46514b";

    /// <summary>Citations.</summary>
    public IReadOnlyList<string> Citations { get; private set; } = [];

    /// <summary>The code above it.</summary>
    public Id<Code>? ParentId { get; private set; }

    /// <summary>Place among its siblings.</summary>
    public int Order { get; private set; }

    /// <summary>Whether it is no longer offered for coding.</summary>
    public bool Retired { get; private set; }

    /// <summary>The code that it was merged into.</summary>
    public Id<Code>? MergedInto { get; private set; }

    /// <summary>The coding that shows best what it means.</summary>
    public Id<Coding>? AnchorExample { get; private set; }

    /// <summary>What the codebook says of it, as one value.</summary>
    public CodeRules Rules
    {
        get => new(Name)
        {
            Definition = Definition, Include = Include, Exclude = Exclude, Indicator = Indicator, Abstraction = Abstraction,
            Element = Element, Origin = Origin, Level = Level, IsCause = IsCause, Color = Color, Citations = Citations,
        };
        private set => Apply(value);
    }

    /// <summary>Changes what the codebook says of it.</summary>
    /// <param name="rules">The new rules.</param>
    public void Revise(CodeRules rules) => Apply(rules);

    /// <summary>Gives it another key.</summary>
    /// <param name="label">The new key.</param>
    public void Relabel(string label) => Label = label;

    /// <summary>Moves it below another code.</summary>
    /// <param name="parentId">The new parent; null for the root.</param>
    public void Move(Id<Code>? parentId) => ParentId = parentId;

    /// <summary>Takes it out of use; its codings stay.</summary>
    public void Retire() => Retired = true;

    /// <summary>Puts it back into use.</summary>
    public void Restore() => (Retired, MergedInto) = (false, null);

    /// <summary>Retires it in favour of another, which takes its codings.</summary>
    /// <param name="other">The code that stays.</param>
    public void MergeInto(Id<Code> other) => (Retired, MergedInto) = (true, other);

    /// <summary>Names the coding that shows best what it means.</summary>
    /// <param name="coding">The coding, or null.</param>
    public void Show(Id<Coding>? coding) => AnchorExample = coding;

    private void Apply(CodeRules rules) =>
        (Name, Definition, Include, Exclude, Indicator, Abstraction, Element, Origin, Level, IsCause, Color, Citations) =
        (rules.Name, rules.Definition, rules.Include, rules.Exclude, rules.Indicator, rules.Abstraction, rules.Element, rules.Origin, rules.Level,
            rules.IsCause, rules.Color, rules.Citations);
}

/// <summary>A frozen or past state of the codebook.</summary>
public sealed class CodebookVersion : IEntity
{
    private CodebookVersion() { }

    /// <summary>Records the codebook as it stands.</summary>
    /// <param name="number">Version number, from 1.</param>
    /// <param name="note">Why it was frozen.</param>
    /// <param name="snapshot">The codebook as JSON.</param>
    /// <param name="at">When.</param>
    public CodebookVersion(int number, string note, string snapshot, DateTimeOffset at) =>
        (Id, Number, Note, Snapshot, At) = (Id<CodebookVersion>.New(), number, note, snapshot, at);

    /// <summary>Its identity.</summary>
    public Id<CodebookVersion> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Version number.</summary>
    public int Number { get; private set; }

    /// <summary>Why it was frozen.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The codebook as JSON.</summary>
    public string Snapshot { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

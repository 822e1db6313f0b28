using System.Globalization;

namespace Jembatan.Core.Qualitative;

/// <summary>On which side of the scheme an informant stands.</summary>
public enum InformantGroup
{
    /// <summary>Head office.</summary>
    HeadOffice,

    /// <summary>Branch office.</summary>
    Branch,

    /// <summary>Agent, such as Perisai.</summary>
    Agent,

    /// <summary>Local government, district or village.</summary>
    LocalGovernment,

    /// <summary>Expert from outside.</summary>
    Expert,

    /// <summary>Worker; covered, lapsed and never covered are a variable, not a group.</summary>
    Worker,
}

/// <summary>Who was interviewed or answered (<i>narasumber</i>): the case of comparison, with consent and group.</summary>
public sealed class Informant : IEntity
{
    private Informant() { }

    /// <summary>A new informant.</summary>
    /// <param name="name">Code name, unique in the study.</param>
    /// <param name="group">Group; null when not known yet.</param>
    public Informant(string name, InformantGroup? group) => (Id, Name, Group) = (Id<Informant>.New(), name, group);

    /// <summary>Its identity.</summary>
    public Id<Informant> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Code name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Group.</summary>
    public InformantGroup? Group { get; private set; }

    /// <summary>Scope of consent in words; empty when nothing is on record.</summary>
    public string Consent { get; private set; } = "";

    /// <summary>Whether consent was withdrawn.</summary>
    public bool ConsentWithdrawn { get; private set; }

    /// <summary>Changes name, group or consent; null leaves a field as it is.</summary>
    /// <param name="name">New name.</param>
    /// <param name="group">New group.</param>
    /// <param name="consent">New scope of consent.</param>
    public void Describe(string? name = null, InformantGroup? group = null, string? consent = null) =>
        (Name, Group, Consent) = (name ?? Name, group ?? Group, consent ?? Consent);

    /// <summary>Notes that consent was withdrawn and the name overwritten.</summary>
    /// <param name="marker">What stands in place of the name.</param>
    public void Withdraw(string marker) => (ConsentWithdrawn, Name, Consent) = (true, marker, "");
}

/// <summary>The type of a variable's values.</summary>
public enum VariableType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Decimal numbers, point as separator.</summary>
    Float,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>ISO date.</summary>
    Date,
}

/// <summary>A property in which informants are compared.</summary>
public sealed class Variable : IEntity
{
    private Variable() { }

    /// <summary>A new variable.</summary>
    /// <param name="name">Its name, unique in the study.</param>
    /// <param name="type">Type of its values.</param>
    public Variable(string name, VariableType type) => (Id, Name, Type) = (Id<Variable>.New(), name, type);

    /// <summary>Its identity.</summary>
    public Id<Variable> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Type of its values.</summary>
    public VariableType Type { get; private set; }

    /// <summary>Widens the type, as when words come to a column of numbers.</summary>
    /// <param name="type">The wider type.</param>
    public void Widen(VariableType type) => Type = type;

    /// <summary>The narrowest type that holds all values of a column as they are written: <c>0812</c> and <c>+62</c> are no numbers, else they would come back as 812 and 62.</summary>
    /// <param name="values">The values as written; empty ones are missing.</param>
    public static VariableType TypeOf(IEnumerable<string> values)
    {
        var present = values.Where(v => !string.IsNullOrWhiteSpace(v)).ToList();
        if (present.Count == 0) return VariableType.Text;
        var numbers = !present.Exists(HasMeaningInItsForm);
        if (numbers && present.All(v => long.TryParse(v, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))) return VariableType.Integer;
        if (numbers && present.All(v => double.TryParse(v, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && double.IsFinite(d))) return VariableType.Float;
        if (present.All(v => bool.TryParse(v, out _))) return VariableType.Boolean;
        return present.All(v => DateOnly.TryParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) ? VariableType.Date : VariableType.Text;
    }

    // Telephone numbers, postal codes, numbers of forms.
    private static bool HasMeaningInItsForm(string written)
    {
        var digits = written.Trim().TrimStart('-');
        return digits.StartsWith('+') || (digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]));
    }
}

/// <summary>One informant's value of one variable.</summary>
public sealed class VariableValue : IEntity
{
    private VariableValue() { }

    /// <summary>A new value.</summary>
    /// <param name="informantId">Whose.</param>
    /// <param name="variableId">Of what.</param>
    /// <param name="value">The value in invariant notation.</param>
    public VariableValue(Id<Informant> informantId, Id<Variable> variableId, string value) =>
        (Id, InformantId, VariableId, Value) = (Id<VariableValue>.New(), informantId, variableId, value);

    /// <summary>Its identity.</summary>
    public Id<VariableValue> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Whose.</summary>
    public Id<Informant> InformantId { get; private set; }

    /// <summary>Of what.</summary>
    public Id<Variable> VariableId { get; private set; }

    /// <summary>The value in invariant notation.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Replaces the value.</summary>
    /// <param name="value">The new value.</param>
    public void Set(string value) => Value = value;
}

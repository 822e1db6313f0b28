namespace Jembatan.Interchange.Yaml;

/// <summary>A value of a YAML text with the line where it begins.</summary>
/// <param name="Line">Line, from 1.</param>
public abstract record YamlNode(int Line);

/// <summary>A single value, as written.</summary>
/// <param name="Text">The text, without quotes.</param>
/// <param name="IsQuoted">Whether it stood in quotes or in a block, so that it is a word even when it looks like a number or like nothing.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record YamlScalar(string Text, bool IsQuoted, int Line) : YamlNode(Line)
{
    /// <summary>Whether it stands for no value: empty, <c>~</c> or <c>null</c>, without quotes.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null";
}

/// <summary>Values in order.</summary>
/// <param name="Items">The values.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>Named values in the order of the text.</summary>
/// <param name="Entries">Names, each once, with their values.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record YamlMap(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line)
{
    /// <summary>The value of a name, or null.</summary>
    /// <param name="key">The name.</param>
    public YamlNode? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
}

/// <summary>A name and its value.</summary>
/// <param name="Key">The name.</param>
/// <param name="Line">Line of the name, from 1.</param>
/// <param name="Value">The value.</param>
public sealed record YamlEntry(string Key, int Line, YamlNode Value);

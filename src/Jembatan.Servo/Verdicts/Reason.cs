using Jembatan.Core;

namespace Jembatan.Servo;

/// <summary>Why a number, label or priority does not exist, or why a verdict is withheld.</summary>
/// <param name="Code">Stable machine id, such as <c>fit/unrated</c>.</param>
/// <param name="Words">The reason for a reader, in both languages.</param>
public sealed record Reason(string Code, Bilingual Words)
{
    internal static Reason Of(string code, string indonesian, string english) => new(code, new(indonesian, english));
}

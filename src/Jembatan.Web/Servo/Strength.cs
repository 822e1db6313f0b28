using Jembatan.App.Servo;

namespace Jembatan.Web.Servo;

/// <summary>Evidence strength as five dots, and fit in words for the eye.</summary>
internal static class Strength
{
    public static int Of5(double strength) => (int)Math.Round(Math.Clamp(strength, 0, 1) * 5, MidpointRounding.AwayFromZero);

    public static string Dots(double strength) => new string('●', Of5(strength)) + new string('○', 5 - Of5(strength));

    /// <summary>The criterion that opens by itself: the one asked for, else the lowest rated, else the first.</summary>
    public static BoardCriterion? Opened(BoardPair pair, string? asked) =>
        pair.Criteria.FirstOrDefault(c => c.Label == asked) ?? pair.Criteria.Where(c => c.Mean is not null).MinBy(c => c.Mean) ?? (pair.Criteria.Count > 0 ? pair.Criteria[0] : null);
}

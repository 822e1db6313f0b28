using Jembatan.App.Causes;

namespace Jembatan.Web.Causes;

/// <summary>How informants are drawn as squares: one each, or 2, 5 or 10 where a row would grow past sixty.</summary>
/// <param name="Unit">Informants per square.</param>
/// <param name="Left">Most squares that contradict.</param>
/// <param name="Right">Most squares that name.</param>
public sealed record SquareScale(int Unit, int Left, int Right)
{
    public const int Step = 14;

    public int Axis => (Left * Step) + 2;

    public int Width => Axis + 5 + (Right * Step);

    public static SquareScale Of(IReadOnlyList<RankedCause> rows)
    {
        var left = rows.Count == 0 ? 0 : rows.Max(r => r.Contradicting);
        var right = rows.Count == 0 ? 0 : rows.Max(r => r.Informants);
        var unit = Math.Max(left, right) switch { <= 60 => 1, <= 120 => 2, <= 300 => 5, _ => 10 };
        return new(unit, Math.Max(1, Up(left, unit)), Math.Max(1, Up(right, unit)));
    }

    public int Of(int informants) => Up(informants, Unit);

    private static int Up(int informants, int unit) => (informants + unit - 1) / unit;
}

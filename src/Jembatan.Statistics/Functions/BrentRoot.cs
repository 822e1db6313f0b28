namespace Jembatan.Statistics.Functions;

/// <summary>A root between two points of opposite sign, by Brent's mixture of halving, secant and inverse parabola.</summary>
/// <remarks>Source: Brent, R. P. (1973). Algorithms for Minimization without Derivatives, Prentice-Hall, ch. 4. The bounds on a step are those of R's <c>uniroot</c>, so that stopping early ends at the same number.</remarks>
internal static class BrentRoot
{
    /// <summary>The root of f between low and high to a tolerance.</summary>
    public static double Of(Func<double, double> f, double low, double high, double tolerance)
    {
        const double Epsilon = 2.220446049250313e-16;
        (double X, double Y) last = (low, f(low)), best = (high, f(high));
        if (last.Y == 0) return low;
        if (best.Y == 0) return high;
        var opposite = last; // the root lies between best and opposite
        for (var i = 0; i < 1000; i++)
        {
            var before = best.X - last.X;
            if (Math.Abs(opposite.Y) < Math.Abs(best.Y)) (last, best, opposite) = (best, opposite, best);
            var enough = (2 * Epsilon * Math.Abs(best.X)) + (tolerance / 2);
            var step = (opposite.X - best.X) / 2;
            if (Math.Abs(step) <= enough || best.Y == 0) break;
            if (Math.Abs(before) >= enough && Math.Abs(last.Y) > Math.Abs(best.Y))
            {
                var (p, q) = Interpolate(last, best, opposite);
                var width = opposite.X - best.X;
                if (p < (.75 * width * q) - (Math.Abs(enough * q) / 2) && p < Math.Abs(before * q / 2)) step = p / q;
            }

            if (Math.Abs(step) < enough) step = step > 0 ? enough : -enough;
            last = best;
            best = (best.X + step, f(best.X + step));
            if (Math.Sign(best.Y) * Math.Sign(opposite.Y) > 0) opposite = last;
        }

        return best.X;
    }

    // The step p/q to the root of the line through two points or the inverse parabola through three, p at least 0.
    private static (double P, double Q) Interpolate((double X, double Y) last, (double X, double Y) best, (double X, double Y) opposite)
    {
        double p, q, width = opposite.X - best.X, toLast = best.Y / last.Y;
        if (last.X == opposite.X)
        {
            (p, q) = (width * toLast, 1 - toLast);
        }
        else
        {
            double r = last.Y / opposite.Y, toOpposite = best.Y / opposite.Y;
            p = toLast * ((width * r * (r - toOpposite)) - ((best.X - last.X) * (toOpposite - 1)));
            q = (r - 1) * (toOpposite - 1) * (toLast - 1);
        }

        return p > 0 ? (p, -q) : (-p, q);
    }
}

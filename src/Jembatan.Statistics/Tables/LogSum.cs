namespace Jembatan.Statistics.Tables;

/// <summary>Σ exp(x) kept as a logarithm.</summary>
internal sealed class LogSum
{
    private double top = double.NegativeInfinity;
    private double scaled;

    /// <summary>ln Σ; −∞ before anything was added.</summary>
    public double Value => double.IsNegativeInfinity(top) ? top : top + Math.Log(scaled);

    public void Add(double log)
    {
        if (double.IsNegativeInfinity(log)) return;
        if (log <= top)
        {
            scaled += Math.Exp(log - top);
            return;
        }

        scaled = (scaled * Math.Exp(top - log)) + 1;
        top = log;
    }
}

using Jembatan.Simulation.Engine.Lanes;

namespace Jembatan.Simulation.Membership;

/// <summary>The moves of one cell in one month, as probabilities, and what they do to any measure of persons that goes along with them.</summary>
internal sealed class ExactMoves(MembershipTables tables, ExactLayout layout, Cell cell)
{
    private const double LeastLogPrice = -9.21034037; // a ≥ 10⁻⁴
    private readonly double[] first = new double[layout.Size], second = new double[layout.Size];
    private readonly double formal = Math.Min(1, tables.P["formal-job.probability"] * TileStart.FormalFactor(cell.Age, cell.Schooling));
    private double death = Functions<Lanes1, float, uint>.Exp((float)(tables.P["death.intercept"] + (tables.P["death.slope"] / 12 * cell.Age))) / 12;
    private double dies, back, success;

    /// <summary>Makes the probabilities of the next month; months come in order.</summary>
    public void Prepare(int month)
    {
        death *= tables.DeathGrowth;
        (dies, back) = (cell.Age + month >= tables.AgeOutMonths ? 1 : Math.Min(1, death), tables.Back[month]);
        success = month >= tables.SuccessFrom && (cell.Bits & tables.SuccessBit) != 0 ? tables.SuccessWithLever : tables.Success;
        var price = Math.Max(tables.LogCost[month][cell.Cost] - (cell.Usual + tables.Shift[month][cell.Group]), LeastLogPrice) - tables.LogReference;
        for (var at = 0; at < layout.Size; at++)
        {
            var row = layout.RowOf[at];
            if (!ExactLayout.IsInformal(row)) continue;
            var s = ExactLayout.StateOf(row);
            var own = Math.Exp(tables.Intercept[s] + (tables.Affordability[s] * price) + (tables.Duration[s] * layout.LogDuration[layout.DurationOf[at]]) + Push(month, s));
            var all = 1 + own + tables.SecondExit[s];
            (first[at], second[at]) = (own / all, row != ExactLayout.Bare && (cell.Cost & 4) != 0 ? tables.SecondExit[s] / all : 0);
        }
    }

    /// <summary>Moves a measure by one month.</summary>
    /// <param name="from">Before.</param>
    /// <param name="to">After; overwritten.</param>
    /// <param name="flows">Where what changes state is added, by old and new state in a table of 16 × 16; null when it is not wanted.</param>
    public void Apply(double[] from, double[] to, double[]? flows)
    {
        Array.Clear(to);
        for (var at = 0; at < from.Length; at++)
        {
            if (from[at] == 0) continue;
            var row = layout.RowOf[at];
            if (row == (int)PersonState.Gone) to[at] += from[at];
            else if (ExactLayout.IsInformal(row)) Informal(to, flows, row, layout.DurationOf[at], from[at], at);
            else Formal(to, flows, row, from[at], at);
        }
    }

    /// <summary>Moves spells of membership by one month: what is left, by place within active and grace, and how much of a spell's mass ends by the rule and otherwise.</summary>
    public (double ByRule, double Otherwise) Spells(double[] from, double[] to)
    {
        var (offset, grace) = (layout.At(PersonState.Active, 0), layout.At(PersonState.Grace, 0));
        var (byRule, otherwise) = (0.0, 0.0);
        Array.Clear(to);
        for (var i = 0; i < from.Length; i++)
        {
            if (from[i] == 0) continue;
            var (row, d) = (layout.RowOf[offset + i], layout.DurationOf[offset + i]);
            var stays = from[i] * (1 - dies) * (1 - formal);
            otherwise += from[i] - stays;
            var moves = stays * first[offset + i];
            stays -= moves;
            if (row == (int)PersonState.Active)
            {
                to[layout.At(PersonState.Grace, 1) - offset] += moves;
                to[layout.At(row, d + 1) - offset] += stays;
            }
            else
            {
                to[0] += moves;
                if (d + 1 >= tables.GraceEnd) byRule += stays;
                else to[layout.At(row, d + 1) - offset] += stays;
            }
        }

        return (byRule, otherwise);
    }

    private void Formal(double[] to, double[]? flows, int row, double m, int at)
    {
        Add(to, flows, row, m * dies, (int)PersonState.Gone, 0);
        m *= 1 - dies;
        var home = row switch { ExactLayout.FormalSaved => (int)PersonState.Ended, ExactLayout.FormalBare => ExactLayout.Bare, _ => (int)PersonState.Aware };
        Add(to, flows, row, m * back, home, 0);
        to[at] += m * (1 - back);
    }

    private void Informal(double[] to, double[]? flows, int row, int d, double m, int at)
    {
        Add(to, flows, row, m * dies, (int)PersonState.Gone, 0);
        m *= 1 - dies;
        var work = !ExactLayout.IsRegistered(row) ? (int)PersonState.Formal : row is (int)PersonState.Registered or (int)PersonState.Claimed or ExactLayout.Bare ? ExactLayout.FormalBare : ExactLayout.FormalSaved;
        Add(to, flows, row, m * formal, work, 0);
        m *= 1 - formal;
        var (moves, claims) = (m * first[at], m * second[at]);
        var stays = m - moves - claims;
        Add(to, flows, row, claims, (int)PersonState.Claimed, 0);
        var target = (int)tables.Target[ExactLayout.StateOf(row)];
        if (row is (int)PersonState.Aware or (int)PersonState.Attempted)
        {
            Add(to, flows, row, moves * success, target, 0);
            if (row == (int)PersonState.Aware) Add(to, flows, row, moves * (1 - success), (int)PersonState.Attempted, 0);
            else stays += moves * (1 - success);
        }
        else Add(to, flows, row, moves, target, target == (int)PersonState.Grace ? 1 : 0);

        if (row == (int)PersonState.Grace && d + 1 >= tables.GraceEnd) Add(to, flows, row, stays, (int)PersonState.Ended, 0);
        else to[layout.At(row, d + 1)] += stays;
    }

    private void Add(double[] to, double[]? flows, int row, double m, int target, int duration)
    {
        to[layout.At(target, duration)] += m;
        if (flows is not null) flows[(ExactLayout.StateOf(row) * CountedClass.Count) + ExactLayout.StateOf(target)] += m;
    }

    // Levers on one barrier: their sum less half the smaller.
    private double Push(int month, int s)
    {
        var (sum, most) = (0.0, 0.0);
        foreach (var effect in tables.Effects[month])
        {
            var push = (cell.Bits & effect.Bit) != 0 ? effect.Shifts[s] * tables.Direction[s] : 0;
            (sum, most) = (sum + push, Math.Max(most, push));
        }

        return tables.Direction[s] * (most > 0 ? .5 * (sum + most) : sum);
    }
}

using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Macro;

public sealed class VectorAutoregressionTests
{
    private static readonly double[,] A = { { 0.5, 0.1 }, { 0, 0.8 } };
    private static readonly double[,] Sigma = { { 1, 0.3 }, { 0.3, 1 } };

    // Published: closed form T15 of the model's specification.
    [Fact]
    public void The_stationary_variance_is_the_closed_form()
    {
        var v = new VectorAutoregression([0, 0], A, Sigma).StationaryVariance().Value;
        Assert.Equal(1.48641975, v[0, 0], 1e-8);
        Assert.Equal(0.87037037, v[0, 1], 1e-8);
        Assert.Equal(0.87037037, v[1, 0], 1e-8);
        Assert.Equal(2.77777778, v[1, 1], 1e-8);
    }

    // V = A V A′ + Σ, whatever A and Σ.
    [Fact]
    public void The_stationary_variance_reproduces_itself() => Gen.Double[-0.45, 0.45].Array[6].Sample(x =>
    {
        double[,] a = { { x[0], x[1] }, { x[2], x[3] } };
        double[,] s = { { 1 + (x[4] * x[4]), x[4] * x[5] }, { x[4] * x[5], 0.5 + (x[5] * x[5]) } };
        var v = new VectorAutoregression([0, 0], a, s).StationaryVariance().Value;
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 2; j++)
            {
                var sum = s[i, j];
                for (var p = 0; p < 2; p++) for (var q = 0; q < 2; q++) sum += a[i, p] * v[p, q] * a[j, q];
                if (Math.Abs(sum - v[i, j]) > 1e-10) return false;
            }

        return true;
    });

    [Fact]
    public void A_process_that_does_not_come_back_has_no_variance()
    {
        var model = new VectorAutoregression([0], new[,] { { 1.0 } }, new[,] { { 1.0 } });
        Assert.Equal(1, model.MaxModulus, 1e-12);
        Assert.Equal("macro/not-stationary", model.StationaryVariance().Problem!.Code);
        Assert.Equal(0.8, new VectorAutoregression([0, 0], A, Sigma).MaxModulus, 1e-12);
    }

    [Fact]
    public void Without_innovations_least_squares_gives_the_matrix_back()
    {
        var rows = new double[12, 2];
        (rows[0, 0], rows[0, 1]) = (3, -2);
        for (var t = 1; t < 12; t++)
        {
            rows[t, 0] = 0.2 + (0.5 * rows[t - 1, 0]) + (0.1 * rows[t - 1, 1]);
            rows[t, 1] = -0.1 + (0.8 * rows[t - 1, 1]);
        }

        var fitted = VectorAutoregression.Fit(rows, double.PositiveInfinity).Value;
        Assert.Equal(0.2, fitted.Constant[0], 1e-8);
        for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++) Assert.Equal(A[i, j], fitted.Matrix[i, j], 1e-8);
    }

    [Fact]
    public void A_tight_ridge_leaves_the_prior_and_a_loose_one_least_squares()
    {
        var rows = Simulated(80);
        var free = VectorAutoregression.Fit(rows, double.PositiveInfinity).Value.Matrix;
        var tight = VectorAutoregression.Fit(rows, 1e-5).Value.Matrix;
        var loose = VectorAutoregression.Fit(rows, 1e5).Value.Matrix;
        Assert.Equal(0.7, tight[0, 0], 1e-3);
        Assert.Equal(0, tight[0, 1], 1e-3);
        for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++) Assert.Equal(free[i, j], loose[i, j], 1e-6);
    }

    [Fact]
    public void A_long_series_gives_its_matrix_back_within_sampling_error()
    {
        var fitted = VectorAutoregression.Fit(Simulated(4000), double.PositiveInfinity).Value;
        for (var i = 0; i < 2; i++) for (var j = 0; j < 2; j++) Assert.Equal(A[i, j], fitted.Matrix[i, j], 0.06);
        Assert.Equal(0.3, fitted.Covariance[0, 1], 0.08);
    }

    [Fact]
    public void Too_few_quarters_and_holes_are_told()
    {
        Assert.Equal("macro/too-few-quarters", VectorAutoregression.Fit(new double[4, 2]).Problem!.Code);
        var rows = Simulated(20);
        rows[4, 1] = double.NaN;
        Assert.Equal("macro/not-a-number", VectorAutoregression.Fit(rows).Problem!.Code);
    }

    [Fact]
    public void A_forecast_holds_what_it_is_told_to_hold_and_repeats_by_seed()
    {
        var model = new VectorAutoregression([0.1, 0], A, Sigma);
        MacroCondition[] held = [new(3, 0, -2.5), new(4, 0, -3), new(4, 1, 0.25)];
        var path = MacroForecast.Draw(model, [0, 0], 8, held, 7, 3).Value;
        Assert.Equal(-2.5, path[2, 0], 1e-8);
        Assert.Equal(-3, path[3, 0], 1e-8);
        Assert.Equal(0.25, path[3, 1], 1e-8);
        Assert.Equal(path[7, 1], MacroForecast.Draw(model, [0, 0], 8, held, 7, 3).Value[7, 1]);
        Assert.NotEqual(path[7, 1], MacroForecast.Draw(model, [0, 0], 8, held, 7, 4).Value[7, 1]);
    }

    // Conditional on F₂ of a one-factor model, F₁ is normal with mean ρF₂/(1+ρ²) and variance 1/(1+ρ²).
    [Fact]
    public void A_held_forecast_has_the_conditional_distribution()
    {
        var model = new VectorAutoregression([0], new[,] { { 0.6 } }, new[,] { { 1.0 } });
        var draws = Enumerable.Range(0, 4000).Select(i => MacroForecast.Draw(model, [0], 2, [new(2, 0, 1.5)], 11, (ulong)i).Value[0, 0]).ToArray();
        var mean = draws.Average();
        Assert.Equal(0.6 * 1.5 / 1.36, mean, 4 * Math.Sqrt(1 / 1.36 / 4000));
        Assert.Equal(1 / 1.36, draws.Average(d => (d - mean) * (d - mean)), 0.08);
    }

    [Fact]
    public void Conditions_outside_the_forecast_or_against_each_other_are_told()
    {
        var model = new VectorAutoregression([0, 0], A, Sigma);
        Assert.Equal("macro/condition", MacroForecast.Draw(model, [0, 0], 4, [new(5, 0, 1)], 1, 0).Problem!.Code);
        Assert.Equal("macro/condition", MacroForecast.Draw(model, [0, 0], 4, [new(2, 0, 1), new(2, 0, 2)], 1, 0).Problem!.Code);
    }

    [Fact]
    public void Months_lie_on_straight_lines_of_logs_between_quarters()
    {
        var months = MonthlyInterpolation.OfLogLevels([100, 110, 99]);
        Assert.Equal(7, months.Length);
        Assert.Equal(100, months[0], 1e-9);
        Assert.Equal(110, months[3], 1e-9);
        Assert.Equal(100 * Math.Pow(1.1, 1 / 3.0), months[1], 1e-9);
        Assert.Equal(99, months[6], 1e-9);
        Assert.Throws<ArgumentException>(() => MonthlyInterpolation.OfLogLevels([1, 0]));
    }

    private static double[,] Simulated(int quarters)
    {
        var stream = new PhiloxStream(5, "test/var", 0);
        var rows = new double[quarters, 2];
        for (var t = 1; t < quarters; t++)
        {
            var (e, f) = (NormalDraws.Next(stream), NormalDraws.Next(stream));
            rows[t, 0] = (0.5 * rows[t - 1, 0]) + (0.1 * rows[t - 1, 1]) + e;
            rows[t, 1] = (0.8 * rows[t - 1, 1]) + (0.3 * e) + (Math.Sqrt(0.91) * f);
        }

        return rows;
    }
}

using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Transitions;

namespace Jembatan.Simulation.Tests.Transitions;

public sealed class AllTransitionsTests
{
    [Fact]
    public void Every_parameter_has_an_id_of_its_transition_a_source_and_a_grade()
    {
        foreach (var t in AllTransitions.All)
        {
            Assert.NotEmpty(t.From);
            Assert.All(t.Parameters, p => Assert.StartsWith(t.Id + ".", p.Id, StringComparison.Ordinal));
            Assert.All(t.Parameters, p => Assert.NotEmpty(p.Source));
            Assert.All(t.Parameters, p => Assert.False(p.IsUnverified, p.Id));
        }

        Assert.Distinct(AllTransitions.All.Select(t => t.Id));
    }

    [Fact]
    public void Starting_values_give_the_published_probabilities()
    {
        var p = ModelParameters.Default;
        double Probability(string id) => 1 / (1 + Math.Exp(-p[id]));
        Assert.Equal(.01, Probability("awareness.intercept"), 1e-4);
        Assert.Equal(.40, Probability("first-payment.intercept"), 2e-3);
        Assert.Equal(.10, Probability("missed-payment.intercept"), 3e-4);
        Assert.Equal(.25, Probability("catch-up.intercept"), 3e-4);
        Assert.Equal(.02, Probability("re-entry.intercept"), 3e-4);
        // Three months of grace: a miss that is not caught up in any of them is a lapse.
        Assert.Equal(.042, Probability("missed-payment.intercept") * Math.Pow(1 - Probability("catch-up.intercept"), 3), 3e-4);
        // After support: .413 missed, .175 lapsed a month, Nicaragua's < 10 % after a year.
        var after = 1 / (1 + Math.Exp(-(p["missed-payment.intercept"] + p["missed-payment.after-support"])));
        Assert.Equal(1 - Math.Pow(.1, 1.0 / 12), after * Math.Pow(1 - Probability("catch-up.intercept"), 3), 1e-3);
    }

    [Fact]
    public void Grades_floor_the_spread_of_priors()
    {
        foreach (var p in ModelParameters.Default.All.Values.Where(p => p.Unit == "log-odds" && p.Prior.Family == PriorFamily.Normal))
            Assert.True(p.Believed.Second >= EvidenceGrades.LeastSdLogOdds(p.Grade), p.Id);
    }

    [Fact]
    public void Draws_of_one_parameter_do_not_move_with_others()
    {
        var all = ModelParameters.Default.Drawn(42, 3);
        var one = ParameterSet.Of([ModelParameters.Default.All["catch-up.intercept"]]).Drawn(42, 3);
        Assert.Equal(one["catch-up.intercept"], all["catch-up.intercept"]);
        Assert.NotEqual(ModelParameters.Default.Drawn(42, 4)["catch-up.intercept"], all["catch-up.intercept"]);
    }
}

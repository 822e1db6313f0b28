using System.Text;
using Jembatan.App.Coverage;

namespace Jembatan.App.Tests.Coverage;

public sealed class CalibrateCoverageTests
{
    private static readonly NamedFile Map = BackTestCoverageTests.File("map.json", """
        { "columns": [ { "field": "month", "column": "Bulan" }, { "field": "payer", "column": "Pembayar" }, { "field": "joined", "column": "Baru" }, { "field": "ended", "column": "Keluar" } ],
          "payers": [ { "word": "Mandiri", "payer": "self" }, { "word": "APBD", "payer": "local-budget" } ] }
        """);

    [Fact]
    public async Task Stocks_alone_are_fitted_with_a_warning_and_pairs_that_give_the_same_stock()
    {
        var fitted = (await CalibrateCoverage.HandleAsync(new(Particles: 100), CancellationToken.None)).Value;
        Assert.True(fitted.IsComplete);
        Assert.Contains("lapse", fitted.Confounded);
        Assert.Contains("cannot tell", fitted.Warning!.En, StringComparison.Ordinal);
        Assert.All(fitted.Targets, t => Assert.True(t.Implausibility < 1));
        Assert.Equal(0.00544, fitted.Pairs.Single(p => p.Lapse == 0.04).Entry, 5e-6);
        Assert.Equal(0.01088, fitted.Pairs.Single(p => p.Lapse == 0.08).Entry, 5e-6);
    }

    // Flows that say 5 % lapse and 120,000 joiners a month pull both there, which stocks cannot do.
    [Fact]
    public async Task The_institutions_flows_narrow_entry_and_lapse()
    {
        var table = new StringBuilder("Bulan;Pembayar;Baru;Keluar\n");
        foreach (var month in new[] { "2021-03", "2021-06", "2021-09", "2021-12" }) table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{month};Mandiri;120000;\n{month};APBD;50000;40000\n");
        var without = (await CalibrateCoverage.HandleAsync(new(Particles: 150), CancellationToken.None)).Value;
        var with = (await CalibrateCoverage.HandleAsync(new(Flows: BackTestCoverageTests.File("arus.csv", table.ToString()), Map: Map, Particles: 150), CancellationToken.None)).Value;
        double Width(CalibrateCoverage.Response r) => r.Parameters.Single(p => p.Name == "entry") is var p ? p.P95 - p.P05 : 0;
        Assert.Equal(0.12, with.Parameters.Single(p => p.Name == "entry").Mean, 0.01);
        Assert.True(Width(with) < Width(without) / 3, $"{Width(with)} against {Width(without)}");
        Assert.Contains(with.Targets, t => t.Name == "joined/2021-12");
    }

    [Fact]
    public async Task A_target_that_no_parameters_reach_is_named()
    {
        var problem = (await CalibrateCoverage.HandleAsync(new(BackTestCoverageTests.File("t.json", """
            { "targets": [
              { "id": "start", "name": "a", "month": "2020-12", "value": 2490000, "tolerance": 0.1, "measure": "member-stock", "use": "fit", "mark": "B", "source": "x" },
              { "id": "next", "name": "b", "month": "2021-01", "value": 2500000, "tolerance": 0.1, "measure": "member-stock", "use": "fit", "mark": "B", "source": "x" },
              { "id": "moon", "name": "c", "month": "2021-02", "value": 900000000, "tolerance": 0.01, "measure": "member-stock", "use": "fit", "mark": "B", "source": "x" } ] }
            """), Particles: 60), CancellationToken.None)).Problem!;
        Assert.Equal("calibration/unreachable-target", problem.Code);
        Assert.Equal("t.json, line 4, field value", problem.At);
        Assert.Contains("moon", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_flows_are_told_with_file_line_and_column()
    {
        async Task<Core.Problem> Told(string csv) => (await CalibrateCoverage.HandleAsync(new(Flows: BackTestCoverageTests.File("arus.csv", csv), Map: Map), CancellationToken.None)).Problem!;
        Assert.Equal("arus.csv, line 3, field Baru", (await Told("Bulan;Pembayar;Baru;Keluar\n2021-01;Mandiri;1;1\n2021-02;Mandiri;x;1\n")).At);
        Assert.Equal("flows/no-self-payers", (await Told("Bulan;Pembayar;Baru;Keluar\n2021-01;APBD;1;1\n")).Code);
        Assert.Equal("flows/no-column", (await Told("Bulan;Pembayar;Baru\n2021-01;APBD;1\n")).Code);
    }

    [Fact]
    public async Task The_membership_model_is_fitted_person_by_person_and_gives_lines_for_its_file()
    {
        var model = Assert.IsType<MembershipFile>(CoverageModel.Shipped());
        var fitted = (await CalibrateCoverage.HandleAsync(new(Particles: 50, Model: model, Persons: 1000), CancellationToken.None)).Value;
        Assert.Contains("registration.intercept: {value: -", fitted.ForTheModel, StringComparison.Ordinal);
        // What holds from 2024 on: two years of growth on the intercept of 2021. A fit that ended early is not called a calibration.
        double Median(string name) => fitted.Parameters.Single(p => p.Name == name).Median;
        Assert.Contains(FormattableString.Invariant($"registration.intercept: {{value: {Median("registration.intercept") + (2 * Median("registration-growth")):0.000},"), fitted.ForTheModel, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"in 2024: those of the file times {Median("places-2023") * Median("renewal"):0.000};"), fitted.ForTheModel, StringComparison.Ordinal);
        Assert.Equal(fitted.IsComplete, fitted.ForTheModel!.Contains("calibrated-to", StringComparison.Ordinal));
        Assert.Equal(!fitted.IsComplete, fitted.ForTheModel.Contains("no calibration", StringComparison.Ordinal));
        Assert.True(CoverageModel.Read(CoverageModel.Shipped().Text.Split("parameters:")[0].Split("calibrated-to:")[0] + fitted.ForTheModel + "\n", "m.yaml").IsOk);
        Assert.Contains("missed-payment.intercept", fitted.Confounded);
        Assert.Equal(["registration.intercept", "missed-payment.intercept", "registration-growth", "places-2021", "places-2022", "places-2023", "renewal"], fitted.Parameters.Select(p => p.Name));
        var flows = BackTestCoverageTests.File("arus.csv", "Bulan;Pembayar;Baru;Keluar\n2021-01;Mandiri;1;1\n");
        Assert.Equal("coverage/option", (await CalibrateCoverage.HandleAsync(new(Flows: flows, Map: Map, Model: model), CancellationToken.None)).Problem!.Code);
        Assert.Equal("coverage/option", (await CalibrateCoverage.HandleAsync(new(Model: model, Persons: 10), CancellationToken.None)).Problem!.Code);
    }
}

using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Uncertainty;
using Jembatan.Simulation.Validation;

namespace Jembatan.Simulation.Calibration;

/// <summary>Fits the membership model, person by person, to published stocks, and predicts from the fit.</summary>
/// <remarks>
/// Calibrated are the intercepts of registration and of missed payments, a yearly growth of registration (log odds, held after the last fitted year, since constant hazards cannot make the growth of 2021 to 2023) and, for each
/// year, how many places sponsors had: a multiple of the model's own. The model is moved to the month of the first target, whose members it starts
/// with; sponsors repeat their calendar months in every year. Years after the fitted ones have the last fitted multiple times a renewal that is assumed.
/// <para><b>Cost</b>: persons × months a run; runs are hundreds to thousands.</para>
/// <para><b>Left out</b>: sponsors before the first target. The economy is the model's own, moved to the first target's month; see <see cref="Of"/>.</para>
/// </remarks>
public sealed class MembershipFit
{
    private const double Million = 1e6;
    private const int MostStretches = 24, MostPaths = 200;
    private readonly MembershipModel model;
    private readonly IReadOnlyList<CalibrationTarget> fit;
    private readonly int lastYear;
    private readonly long persons;
    private (AbcSettings Settings, Result<AbcPosterior> Posterior)? fitted;

    private MembershipFit(MembershipModel model, IReadOnlyList<CalibrationTarget> fit, int lastYear, long persons) => (this.model, this.fit, this.lastYear, this.persons) = (model, fit, lastYear, persons);

    /// <summary>Makes a model ready to be fitted.</summary>
    /// <param name="model">The model.</param>
    /// <param name="targets">Stocks to fit, the first being the start; at least three.</param>
    /// <param name="hasSponsors">Whether its sponsors take part.</param>
    /// <param name="last">Last month that will be predicted.</param>
    /// <param name="persons">Persons of a run.</param>
    /// <param name="economy">What the economy did from the first target's month on; null for what the model says, else a calm one.</param>
    /// <returns>The fit, or <c>validation/too-few</c>, <c>calibration/unreachable-target</c>, <c>calibration/too-many-sponsors</c>.</returns>
    public static Result<MembershipFit> Of(MembershipModel model, IReadOnlyList<CalibrationTarget> targets, bool hasSponsors, CalendarMonth last, long persons, MacroScenario? economy = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(targets);
        if (economy is not null) model = model with { Macro = economy };
        if (targets.Count < 3) return new Problem("validation/too-few", FormattableString.Invariant($"{targets.Count} stocks cannot be fitted; give a start and two more."));
        var share = targets[0].Value / model.Population.Persons;
        if (share >= 1) return new Problem("calibration/unreachable-target", FormattableString.Invariant($"The first target, {targets[0].Value:0} members, is more than the population of {model.Population.Persons}. Check the target and its denominator."), targets[0].Id);
        var years = last.Year - targets[0].Month.Year + 1;
        if (hasSponsors && model.Sponsors.Length * years > MostStretches)
            return new Problem("calibration/too-many-sponsors", FormattableString.Invariant($"{model.Sponsors.Length} sponsors over {years} years are more than {MostStretches} yearly stretches. Join sponsors that pay in the same months."));
        return new MembershipFit(Moved(model, targets[0].Month, share, hasSponsors, last), targets, targets[^1].Month.Year, Math.Min(persons, model.Population.Persons));
    }

    /// <summary>What is calibrated, with its priors.</summary>
    public ImmutableArray<CalibratedParameter> Parameters =>
    [
        .. ((string[])["registration.intercept", "missed-payment.intercept"]).Select(id => new CalibratedParameter(id, model.Parameters.All[id].Believed)),
        new("registration-growth", new(PriorFamily.Normal, 0.2, 0.3)),
        .. model.Sponsors.IsEmpty ? (CalibratedParameter[])[] :
        [
            .. Enumerable.Range(fit[0].Month.Year + 1, lastYear - fit[0].Month.Year).Select(y => new CalibratedParameter(FormattableString.Invariant($"places-{y}"), new(PriorFamily.LogNormal, -0.3, 0.6))),
            new("renewal", new(PriorFamily.LogNormal, 0, 0.3)),
        ],
    ];

    /// <summary>What is matched: the stocks after the first, millions.</summary>
    public IReadOnlyList<MatchedOutput> Outputs => [.. fit.Skip(1).Select(t => new MatchedOutput(t.Id, t.Value / Million, t.Variance / (Million * Million), 0))];

    /// <summary>The model as a function of what is calibrated.</summary>
    /// <param name="parameters">One value a parameter.</param>
    /// <param name="drawId">Keys the luck.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public SimulatedOutputs Run(IReadOnlyList<double> parameters, ulong drawId, CancellationToken cancellationToken)
    {
        var stock = Path(parameters, drawId, fit[^1].Month.Since(fit[0].Month), cancellationToken);
        var values = fit.Skip(1).Select(t => stock[t.Month.Since(fit[0].Month)]).ToImmutableArray();
        var population = model.Population.Persons / Million;
        return new(values, [.. values.Select(v => v / population is var p ? population * population * p * (1 - p) / persons : 0)]);
    }

    /// <summary>Members month by month from the first target on, millions; numbers that do not exist are NaN and are ruled out.</summary>
    /// <param name="parameters">One value a parameter.</param>
    /// <param name="seed">Keys the luck.</param>
    /// <param name="months">Months after the start.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    /// <param name="economy">Another course of the economy, from the first target's month on; null for the one that was fitted.</param>
    public double[] Path(IReadOnlyList<double> parameters, ulong seed, int months, CancellationToken cancellationToken, MacroPath? economy = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var changed = With(parameters);
        if (economy is not null && changed.Macro is { } macro) changed = changed with { Macro = macro with { Path = economy } };
        var run = MembershipRun.Of(new Scenario(changed) { Effects = Growth(parameters[2], months) }, months);
        if (!run.IsOk) return [.. Enumerable.Repeat(double.NaN, months + 1)];
        var tally = run.Value.Count(new RunSettings { Persons = persons, Months = months, Seed = seed }, 0, null, cancellationToken);
        return tally.IsOk ? [.. run.Value.Project([tally.Value], persons, "replicates").Monthly.Select(m => (m.Values["members"] ?? double.NaN) / Million)] : [.. Enumerable.Repeat(double.NaN, months + 1)];
    }

    // One push a year on those who know the scheme, none in the first.
    private ImmutableArray<LeverEffect> Growth(double perYear, int months)
    {
        var effects = ImmutableArray.CreateBuilder<LeverEffect>();
        for (var month = 1; month <= months; month++)
        {
            var year = model.Start.Plus(month).Year;
            if (month > 1 && model.Start.Plus(month).Month != 1) continue;
            var shift = perYear * (Math.Min(year, lastYear) - model.Start.Plus(1).Year);
            if (shift == 0) continue;
            effects.Add(new("registration-growth", Reach.Everybody, ImmutableDictionary<PersonState, double>.Empty.Add(PersonState.Aware, shift).Add(PersonState.Attempted, shift), month, year >= lastYear ? months : 12, null));
            if (year >= lastYear) break;
        }

        return effects.ToImmutable();
    }

    /// <summary>The model with calibrated values in it; the growth of registration is an effect and not in it.</summary>
    /// <param name="parameters">One value a parameter.</param>
    public MembershipModel With(IReadOnlyList<double> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var changed = model with { Parameters = model.Parameters.With(new Dictionary<string, double> { ["registration.intercept"] = parameters[0], ["missed-payment.intercept"] = parameters[1] }) };
        if (model.Sponsors.IsEmpty) return changed;
        return changed with
        {
            // One entry a year: equal ids share their persons, so that a renewal keeps them.
            Sponsors = [.. model.Sponsors.SelectMany(s => s.Starts.GroupBy(m => model.Start.Plus(m).Year).Select(y => s with { Places = (long)(s.Places * PlacesIn(parameters, y.Key)!.Value), Starts = [.. y] }))],
        };
    }

    /// <summary>The intercept of registration in a month, growth included.</summary>
    /// <param name="parameters">One value a parameter.</param>
    /// <param name="month">A month; after the last fitted year the growth is held.</param>
    public double RegistrationIn(IReadOnlyList<double> parameters, CalendarMonth month)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters[0] + (parameters[2] * Math.Max(0, Math.Min(month.Year, lastYear) - model.Start.Plus(1).Year));
    }

    /// <summary>By what the model's places of sponsors are multiplied in a year; null without sponsors.</summary>
    /// <param name="parameters">One value a parameter.</param>
    /// <param name="year">A year; after the last fitted one each has the renewal once more.</param>
    public double? PlacesIn(IReadOnlyList<double> parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (model.Sponsors.IsEmpty) return null;
        return year <= lastYear ? parameters[3 + Math.Max(0, year - fit[0].Month.Year - 1)] : parameters[^2] * Math.Pow(parameters[^1], year - lastYear);
    }

    /// <summary>A forecaster that fits by approximate Bayesian computation and predicts.</summary>
    /// <param name="id">Stable id.</param>
    /// <param name="name">For people.</param>
    /// <param name="settings">How the fit is run.</param>
    /// <param name="cancellationToken">Stops between runs.</param>
    /// <param name="unseen">The economy after the fitted months as one who stood there could draw it; null for what it was.</param>
    public Forecaster Forecaster(string id, Bilingual name, AbcSettings settings, CancellationToken cancellationToken, UnseenEconomy? unseen = null) => new(id, name, false, (_, months) =>
    {
        ArgumentNullException.ThrowIfNull(settings);
        var posterior = Posterior(settings, cancellationToken);
        if (posterior.Problem is { } problem) return problem;
        var last = months.Max().Since(fit[0].Month);
        var paths = new List<double[]>();
        foreach (var (i, p) in posterior.Value.Particles.OrderByDescending(p => p.Weight).Take(MostPaths).Index())
        {
            var economy = unseen?.Draw(fit[0].Month, last + 1, settings.Seed, (ulong)i);
            if (economy?.Problem is { } undrawn) return undrawn;
            paths.Add(Path(p.Point.Parameters, HistoryMatching.Mix(settings.Seed ^ 0xF0Ful, (ulong)i), last, cancellationToken, economy?.Value));
        }

        return months.Select(m => new Forecast(m, [.. paths.Select(p => p[m.Since(fit[0].Month)])])).ToImmutableArray();
    });

    // Forecasters of one fit differ in what they know of the economy afterwards, not in the fit.
    private Result<AbcPosterior> Posterior(AbcSettings settings, CancellationToken cancellationToken)
    {
        if (fitted is not { } known || known.Settings != settings) fitted = known = (settings, SequentialAbc.Run(Parameters, Outputs, Run, settings, null, cancellationToken));
        return known.Posterior;
    }

    // The model in another month, with so many members at the start; sponsors repeat their months of the year until the last month.
    private static MembershipModel Moved(MembershipModel model, CalendarMonth start, double share, bool hasSponsors, CalendarMonth last)
    {
        var shares = model.StartShares.ToArray();
        var members = shares[(int)PersonState.Active] + shares[(int)PersonState.Grace];
        var outside = shares[(int)PersonState.Unaware] + shares[(int)PersonState.Aware];
        foreach (var state in (PersonState[])[PersonState.Active, PersonState.Grace]) shares[(int)state] *= members > 0 ? share / members : 0;
        if (members == 0) shares[(int)PersonState.Active] = share;
        foreach (var state in (PersonState[])[PersonState.Unaware, PersonState.Aware]) shares[(int)state] *= outside > 0 ? Math.Max(0, outside + members - share) / outside : 0;
        var sum = shares.Sum();
        var sponsors = !hasSponsors ? [] : model.Sponsors.Select(s => s with
        {
            Starts = [.. s.Starts.Select(m => model.Start.Plus(m).Month).Distinct().SelectMany(month => Enumerable.Range(start.Year, last.Year - start.Year + 1).Select(year => CalendarMonth.Of(year, month).Since(start))).Where(m => m > 0).Order()],
        }).Where(s => !s.Starts.IsEmpty).ToImmutableArray();
        return model with { Start = start, StartShares = [.. shares.Select(s => s / sum)], Sponsors = sponsors };
    }
}

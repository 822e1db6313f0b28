using Jembatan.Core;
using Jembatan.Simulation.Macro;
using Jembatan.Simulation.Parameters;
using Jembatan.Simulation.Population;
using Jembatan.Simulation.Rules;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Membership;

/// <summary>A push of a lever in one month: who is reached, and the push by state.</summary>
internal sealed record ActiveEffect(uint Bit, float[] Shifts);

/// <summary>A stretch of a sponsor that begins: who has a place, through which month it is paid, how many months are paid in arrears, and what those cost a person outside transport and in it.</summary>
internal sealed record Activation(uint Bit, uint PaidStored, uint Payer, int RetroMonths, long[] RetroRupiah);

/// <summary>Who is reached by something, as one bit of a person.</summary>
internal sealed record ReachBit(uint Bit, Reach Reach, uint Stream);

/// <summary>A scenario as numbers that the kernel reads: tables of 16 by state, arrays by month.</summary>
internal sealed class MembershipTables
{
    public const int Groups = Sectors.Count * 16;

    /// <summary>Longest duration that is told apart, months.</summary>
    public const uint LongestDuration = 60;

    private const int MostSponsors = 32;
    private const float Never = -80f;
    private readonly List<ReachBit> reaches = [];

    private MembershipTables(Scenario scenario, int months) => (Scenario, Months) = (scenario, months);

    public Scenario Scenario { get; }

    public int Months { get; }

    public MembershipModel Model => Scenario.Model;

    public ParameterSet P => Model.Parameters;

    public float[] Intercept { get; } = Filled(Never);

    public float[] Affordability { get; } = new float[16];

    public float[] Illiquid { get; } = new float[16];

    public float[] Duration { get; } = new float[16];

    /// <summary>Odds of the second exit of a state, against staying.</summary>
    public float[] SecondExit { get; } = new float[16];

    public uint[] Target { get; } = [.. Enumerable.Range(0, 16).Select(s => (uint)s)];

    /// <summary>All ones for states whose own move is a payment.</summary>
    public uint[] IsPayment { get; } = new uint[16];

    /// <summary>Where beneficial pushes point: +1, and −1 for missing a payment.</summary>
    public float[] Direction { get; } = Filled(1f);

    public float AfterSupport { get; private set; }

    public float FrailtySd { get; private set; }

    public float PermanentSd { get; private set; }

    public float Rho { get; private set; }

    public float SdInnovation { get; private set; }

    public float SdTransitory { get; private set; }

    public float ZeroMonth { get; private set; }

    /// <summary>ln of expected over median income.</summary>
    public float LogExpected { get; private set; }

    public float LogReference { get; private set; }

    public float Response { get; private set; }

    public float Drift { get; private set; }

    public float MostLiquidity { get; private set; }

    public float TakesFromBuffer { get; private set; }

    public uint GraceEnd { get; private set; }

    public uint AgeOutMonths { get; private set; }

    public float DeathGrowth { get; private set; }

    public float Success { get; private set; }

    public float SuccessWithLever { get; private set; }

    public uint SuccessBit { get; private set; }

    /// <summary>First month of the other probability of success.</summary>
    public uint SuccessFrom { get; private set; }

    public uint SubsidyBit { get; private set; }

    public uint FlexibleBit { get; private set; }

    public uint FlexibleExtra { get; private set; }

    public uint AgentBit { get; private set; }

    /// <summary>Who pays another price: reached by a subsidy that acts through it, or by channels that come nearer to some; 0 when nobody does.</summary>
    public uint PriceBit { get; private set; }

    /// <summary>Push of the subsidy by state while it runs; null when it acts through the price or there is none.</summary>
    public float[]? SubsidyPush { get; private set; }

    public float InterestFactor { get; private set; }

    public float[][] Shift { get; private set; } = [];

    public float[][] LogCost { get; private set; } = [];

    public float[] Back { get; private set; } = [];

    public bool[] SubsidyOn { get; private set; } = [];

    public ActiveEffect[][] Effects { get; private set; } = [];

    public Activation[][] Activations { get; private set; } = [];

    /// <summary>Share of eligible persons that a sponsor has places for.</summary>
    public float[] SponsorShare { get; private set; } = [];

    public uint[] SponsorStream { get; private set; } = [];

    public ReachBit[] Reaches { get; private set; } = [];

    /// <summary>Rupiah of the basic package and of old-age savings by month: [month, transport], as a member pays, and as a sponsor pays.</summary>
    public long[,] MemberBasic { get; private set; } = new long[0, 0];

    public long[,] SponsorBasic { get; private set; } = new long[0, 0];

    /// <summary>As a village, a company or a neighbour pays.</summary>
    public long[,] PrivateBasic { get; private set; } = new long[0, 0];

    public float SavingsRupiah { get; private set; }

    /// <summary>Makes the tables.</summary>
    public static Result<MembershipTables> Of(Scenario scenario, int months)
    {
        if (scenario is { Subsidy.ThroughPrice: true, CashCost: { Reach.Target: var some } } && some != Membership.Target.Everybody)
            return new Problem("lever/together", "A subsidy that acts through the price and nearer channels for some cannot be pulled together. Leave the target of channel-density out, or set subsidy.through-price=0.", "channel-density");
        if (scenario.Model.Sponsors.Length > MostSponsors)
            return new Problem("lever/too-many-sponsors", FormattableString.Invariant($"With a target sponsor-continuity doubles the sponsors to {scenario.Model.Sponsors.Length}; at most {MostSponsors} are run. Leave the target out, or join sponsors."), "sponsor-continuity");
        if (scenario.Model.Switches.Entrants)
        {
            var grown = scenario.Model.Population.WithEntrants(months);
            if (grown.Problem is { } none) return none;
            scenario = scenario with { Model = scenario.Model with { Population = grown.Value } };
        }

        var tables = new MembershipTables(scenario, months);
        if (tables.Contributions() is { } problem) return problem;
        tables.Moves();
        tables.Numbers();
        tables.Time();
        tables.Sponsorships();
        tables.Levers();
        tables.Reaches = [.. tables.reaches];
        tables.LogCost = [.. Enumerable.Range(0, months + 1).Select(t => Enumerable.Range(0, 16).Select(c => (float)Math.Log(tables.Cost(t, c))).ToArray())];
        return tables;
    }

    private void Moves()
    {
        void Own(PersonState from, PersonState to, string id, double push = 0)
        {
            var s = (int)from;
            Intercept[s] = (float)(P[$"{id}.intercept"] + push);
            Affordability[s] = (float)Maybe($"{id}.affordability");
            Illiquid[s] = Model.Switches.Liquidity ? (float)Maybe($"{id}.illiquid") : 0;
            Duration[s] = (float)Maybe($"{id}.duration");
            Target[s] = (uint)to;
            if (to == PersonState.Active) IsPayment[s] = uint.MaxValue;
        }

        Own(PersonState.Unaware, PersonState.Aware, "awareness");
        Own(PersonState.Aware, PersonState.Registered, "registration");
        Own(PersonState.Attempted, PersonState.Registered, "registration", -Math.Log(2));
        Own(PersonState.Registered, PersonState.Active, "first-payment");
        Own(PersonState.Active, PersonState.Grace, "missed-payment");
        Own(PersonState.Grace, PersonState.Active, "catch-up");
        Own(PersonState.Ended, PersonState.Active, "re-entry");
        Own(PersonState.Claimed, PersonState.Active, "re-entry", P["re-entry.after-claim"]);
        Direction[(int)PersonState.Active] = -1;
        var claim = P["savings-claim.probability"];
        SecondExit[(int)PersonState.Ended] = (float)(claim / (1 - claim));
        AfterSupport = (float)P["missed-payment.after-support"];
        GraceEnd = (uint)P["ended-by-rule.grace-months"] + 1;
        AgeOutMonths = (uint)((P["age-out.last-age"] + 1) * 12);
        DeathGrowth = (float)Math.Exp(P["death.slope"] / 12);
        Success = (float)P["registration.success"];
    }

    private void Numbers()
    {
        var (noise, buffer) = (Model.Switches.IncomeNoise, Model.Switches.Liquidity);
        var (rho, sdEta, sdEps, zero) = (P["income.rho"], noise ? P["income.sd-innovation"] : 0, noise ? P["income.sd-transitory"] : 0, noise ? P["income.zero-month"] : 0);
        (Rho, SdInnovation, SdTransitory, ZeroMonth) = ((float)rho, (float)sdEta, (float)sdEps, (float)zero);
        LogExpected = (float)((((sdEta * sdEta / (1 - (rho * rho))) + (sdEps * sdEps)) / 2) + Math.Log(1 - zero));
        PermanentSd = noise ? (float)Incomes.ResidualSd(Model.Population, P) : 0;
        FrailtySd = Model.Switches.Frailty ? (float)P["frailty.sd"] : 0;
        LogReference = (float)Math.Log(P["affordability.reference"]);
        (Response, Drift, TakesFromBuffer) = buffer ? ((float)P["liquidity.response"], (float)P["liquidity.drift"], 1f) : (0f, 0f, 0f);
        MostLiquidity = (float)P["liquidity.most"];
        InterestFactor = (float)Math.Pow(1 + P["savings.interest"], 1.0 / 12);
    }

    private void Time()
    {
        var macro = Model.Macro;
        (Shift, Back) = (new float[Months + 1][], new float[Months + 1]);
        var (prices, phi) = (0.0, P["income.price-pass-through"]);
        for (var t = 0; t <= Months; t++)
        {
            var (shift, calendar) = (new float[Groups], Model.Start.Plus(t).Month);
            if (macro is { IncomeEffectIsReal: false }) prices = (.97 * prices) + ((1 - phi) * macro.Path[t, MacroFactor.InflationSurprise]);
            foreach (var sector in Sectors.All)
                foreach (var status in Enum.GetValues<WorkStatus>())
                    foreach (var urban in (bool[])[false, true])
                        shift[GroupOf(sector, status, urban)] = (float)(Season(sector, calendar) - prices + (macro?.LogIncomeShift(t, sector, status, urban) ?? 0));
            Shift[t] = shift;
            var unemployment = 100 * (macro?.Path[t, MacroFactor.UnemploymentGap] ?? 0);
            Back[t] = (float)Math.Clamp(P["formal-return.probability"] * (1 + (2 * unemployment)), 0, 1);
        }
    }

    private double Season(Sector sector, int month) => sector == Sector.Agriculture ? P["income.season-agriculture"] * Math.Cos(2 * Math.PI * (month - 4) / 12) : 0;

    public static int GroupOf(Sector sector, WorkStatus status, bool urban) => ((int)sector * 16) + ((int)status * 2) + (urban ? 1 : 0);

    private void Sponsorships()
    {
        Activations = [.. Enumerable.Range(0, Months + 1).Select(_ => Array.Empty<Activation>())];
        var sponsors = Model.Sponsors;
        SponsorShare = new float[sponsors.Length];
        SponsorStream = [.. sponsors.Select(s => Philox.StreamOf(s.Id))];
        for (var k = 0; k < sponsors.Length; k++)
        {
            var s = sponsors[k];
            var eligible = 0L;
            for (var i = 0; i < Model.Population.Rows.Length; i++) if (Model.Population.Rows[i].EntersInYear == 0 && s.Eligible.Has(Model.Population.Rows[i])) eligible += Model.Population.CountOf(i);
            SponsorShare[k] = eligible == 0 ? 0 : (float)Math.Min(1, s.Places / (double)eligible);
            foreach (var (start, length, payment) in s.Stretches)
            {
                var last = start + length - 1;
                var month = payment == SponsorPayment.AtEnd ? last : Math.Max(start, 0);
                if (month < 0 || month > Months || last < 0) continue;
                var retro = payment == SponsorPayment.AtEnd ? Math.Min(length, month + 1) - 1 : 0;
                var amounts = s.Payer is Payer.Village or Payer.Donor ? PrivateBasic : SponsorBasic;
                Activations[month] = [.. Activations[month], new(1u << k, (uint)last + 1, (uint)s.Payer, retro, [.. Enumerable.Range(0, 2).Select(transport => Enumerable.Range(1, retro).Sum(ago => amounts[month - ago, transport]))])];
            }
        }
    }

    private void Levers()
    {
        Effects = [.. Enumerable.Range(0, Months + 1).Select(_ => Array.Empty<ActiveEffect>())];
        foreach (var effect in Scenario.Effects)
        {
            var bit = BitOf(effect.Lever, effect.Reach);
            for (var t = Math.Max(1, effect.From); t < Math.Min(Months + 1L, (long)effect.From + effect.Months); t++)
            {
                var fading = effect.HalfLife is { } half ? Math.Pow(2, -(t - effect.From) / half) : 1;
                var shifts = new float[16];
                foreach (var (state, push) in effect.Shifts) shifts[(int)state] = (float)(push * fading);
                Effects[t] = [.. Effects[t], new(bit, shifts)];
            }
        }

        SubsidyOn = new bool[Months + 1];
        if (Scenario.Subsidy is { } subsidy)
        {
            SubsidyBit = BitOf("subsidy", subsidy.Reach);
            if (subsidy.ThroughPrice) PriceBit = SubsidyBit;
            if (Scenario.Effects.FirstOrDefault(e => e.Lever == "subsidy") is { } effect)
                SubsidyPush = [.. Enumerable.Range(0, 16).Select(s => (float)effect.Shifts.GetValueOrDefault((PersonState)s))];
            for (var t = Math.Max(1, subsidy.From); t < Math.Min(Months + 1L, (long)subsidy.From + subsidy.Months); t++) SubsidyOn[t] = subsidy.Share > 0;
        }

        SuccessWithLever = Success;
        if (Scenario.Success is { } success) (SuccessBit, SuccessWithLever, SuccessFrom) = (BitOf("simpler-registration", success.Reach), (float)success.Probability, (uint)success.From);
        if (Scenario.FlexibleRhythm is { } rhythm) (FlexibleBit, FlexibleExtra) = (BitOf("flexible-rhythm", rhythm.Reach), (uint)rhythm.Months - 1);
        if (Scenario.CashCost is { Reach: var near } && near.Target != Membership.Target.Everybody) PriceBit = BitOf("channel-density", near);
        if (Scenario.Agents is { } agents) AgentBit = BitOf("agents", agents.Reach);
    }

    private uint BitOf(string lever, Reach reach)
    {
        if (reaches.FirstOrDefault(r => r.Stream == Philox.StreamOf(lever) && r.Reach == reach) is { } known) return known.Bit;
        var bit = 1u << reaches.Count;
        reaches.Add(new(bit, reach, Philox.StreamOf(lever)));
        return bit;
    }

    private Problem? Contributions()
    {
        (MemberBasic, SponsorBasic, PrivateBasic) = (new long[Months + 1, 2], new long[Months + 1, 2], new long[Months + 1, 2]);
        for (var t = 0; t <= Months; t++)
        {
            var calendar = Model.Start.Plus(t);
            for (var transport = 0; transport < 2; transport++)
            {
                var sector = transport == 1 ? Sector.Transport : Sector.Trade;
                var member = Model.Rules.ContributionRupiah(calendar, sector, Payer.Self, RuleWords.Basic);
                if (member.Problem is { } problem) return problem;
                var sponsor = Model.Rules.ContributionRupiah(calendar, sector, Payer.LocalBudget, RuleWords.Basic);
                if (sponsor.Problem is { } other) return other;
                var others = Model.Rules.ContributionRupiah(calendar, sector, Payer.Village, RuleWords.Basic);
                if (others.Problem is { } none) return none;
                (MemberBasic[t, transport], SponsorBasic[t, transport], PrivateBasic[t, transport]) = (member.Value, sponsor.Value, others.Value);
            }

            var savings = Model.Rules.ContributionRupiah(calendar, Sector.Trade, Payer.Self, [Programme.OldAge]);
            if (savings.Problem is { } nothing) return nothing;
            SavingsRupiah = savings.Value;
        }

        return null;
    }

    // Cost classes: bit 0 transport, bit 1 digital, bit 2 old-age savings, bit 3 pays another price.
    private double Cost(int month, int @class)
    {
        var off = (@class & 8) != 0 && Scenario.Subsidy is { ThroughPrice: true, Share: var share } && SubsidyOn[month] ? share : 0;
        var cash = Scenario.CashCost is { } near && (near.Reach.Target == Membership.Target.Everybody || (@class & 8) != 0) ? near.Rupiah : P["cost.cash"];
        return Math.Max(1, (MemberBasic[month, @class & 1] * (1 - off)) + ((@class & 4) != 0 ? SavingsRupiah : 0) + ((@class & 2) != 0 ? P["cost.digital"] : cash));
    }

    private double Maybe(string id) => P.All.TryGetValue(id, out var parameter) ? parameter.Value : 0;

    private static float[] Filled(float value) => [.. Enumerable.Repeat(value, 16)];
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Jembatan.Simulation.Engine;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Simulation.Rules;

namespace Jembatan.Simulation.Membership;

/// <summary>The second half of a month: age, death, formal work, payment, grace, registration and awareness; then the buffer, the counts of the person and the digest.</summary>
internal static class MovePhase<W, F, I>
    where W : struct, ILanes<F, I>
    where F : struct
    where I : struct
{
    private const uint AdultMonths = 15 * 12, PayerMask = 0xF0, Dependent = 2, NotPayer = ~PayerMask;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(MembershipTables tables, Tile tile, uint month, in PhiloxKeys keys, uint replicate)
    {
        ref var stateAt = ref MemoryMarshal.GetArrayDataReference(tile.State);
        ref var durationAt = ref MemoryMarshal.GetArrayDataReference(tile.Duration);
        ref var flagsAt = ref MemoryMarshal.GetArrayDataReference(tile.Flags);
        ref var paidAt = ref MemoryMarshal.GetArrayDataReference(tile.PaidStored);
        ref var registeredAt = ref MemoryMarshal.GetArrayDataReference(tile.Registered);
        var subsidyOn = tables.SubsidyOn[month] ? W.Of(uint.MaxValue) : W.Of(0u);
        for (nuint i = 0; i < (nuint)tile.Lanes; i += (nuint)W.Count)
        {
            W.Philox(Load(tile.Id, i), month, (uint)Purpose.Moves, replicate, in keys, out var w0, out var w1, out var w2, out var w3);
            var (state, duration, flags, paid, bits) = (W.Load(in stateAt, i), W.Load(in durationAt, i), W.Load(in flagsAt, i), W.Load(in paidAt, i), Load(tile.Bits, i));
            var age = W.Add(Load(tile.Age, i), W.Of(month));
            state = W.Select(W.AndNot(Is(state, PersonState.Minor), W.Less(age, W.Of(AdultMonths))), W.Of((uint)PersonState.Unaware), state);

            // Age and death, then formal work.
            var death = W.Multiply(LoadF(tile.Death, i), W.Of(tables.DeathGrowth));
            Store(death, tile.Death, i);
            var dies = W.And(W.Less(state, W.Of((uint)PersonState.Gone)), W.Or(W.Less(Uniform(w2), death), Not(W.Less(age, W.Of(tables.AgeOutMonths)))));
            var toFormal = W.And(W.Less(state, W.Of((uint)PersonState.Formal)), W.Less(Uniform(w3), LoadF(tile.FormalJob, i)));
            var back = W.And(Is(state, PersonState.Formal), W.Less(Uniform(w3), W.Of(tables.Back[month])));

            // Who pays: a stretch that is over leaves the member alone.
            var active = Is(state, PersonState.Active);
            var ahead = W.And(active, W.Less(W.Of(month), paid));
            flags = W.Select(ahead, flags, W.And(flags, W.Of(NotPayer)));
            var sponsored = W.And(ahead, Not(W.Equal(W.And(flags, W.Of(PayerMask)), W.Of(0u))));
            var subsidised = W.And(Has(bits, tables.SubsidyBit), subsidyOn);

            // The own move of the state.
            var signs = Load(tile.Signs, i);
            var eta = Eta(tables, tile, i, month, state, duration, flags, active, W.Or(subsidised, ahead), bits, signs);
            var (first, second) = (Functions<W, F, I>.Exp(eta), Table(tables.SecondExit, state));
            var u = Uniform(w0);
            var product = W.Multiply(u, W.Add(W.Add(W.Of(1f), first), second));
            var moves = W.Less(product, first);
            var claims = W.And(W.AndNot(W.Less(product, W.Add(first, second)), moves), W.And(Is(state, PersonState.Ended), W.Less(W.Of(0f), LoadF(tile.Savings, i))));
            var broke = Has(signs, 2);
            moves = W.AndNot(moves, W.And(broke, Table(tables.IsPayment, state)));
            moves = W.AndNot(W.Or(moves, W.And(active, broke)), ahead);

            var next = W.Select(moves, Table(tables.Target, state), state);
            var success = W.Less(Uniform(w1), W.Select(Has(bits, month >= tables.SuccessFrom ? tables.SuccessBit : 0), W.Of(tables.SuccessWithLever), W.Of(tables.Success)));
            var registering = W.Or(Is(state, PersonState.Aware), Is(state, PersonState.Attempted));
            next = W.Select(W.AndNot(W.And(moves, registering), success), W.Of((uint)PersonState.Attempted), next);
            var unpaid = W.Add(duration, W.Of(1u));
            next = W.Select(W.AndNot(W.AndNot(Is(state, PersonState.Grace), moves), W.Less(unpaid, W.Of(tables.GraceEnd))), W.Of((uint)PersonState.Ended), next);
            next = W.Select(claims, W.Of((uint)PersonState.Claimed), next);
            next = W.Select(toFormal, W.Of((uint)PersonState.Formal), next);
            var registered = W.Load(in registeredAt, i);
            var never = W.Equal(registered, W.Of(0u));
            next = W.Select(back, W.Select(never, W.Of((uint)PersonState.Aware), W.Of((uint)PersonState.Ended)), next);
            next = W.Select(dies, W.Of((uint)PersonState.Gone), next);

            // What was paid.
            var covered = Is(next, PersonState.Active);
            var pays = W.AndNot(covered, ahead);
            var extra = W.Select(W.And(Has(bits, tables.FlexibleBit), W.Less(W.Of(1.25f), LoadF(tile.Income, i))), W.Of(tables.FlexibleExtra), W.Of(0u));
            paid = W.Select(pays, W.Add(W.Of(month + 1), extra), paid);
            W.Store(paid, ref paidAt, i);
            var becomes = W.And(never, W.Or(covered, Is(next, PersonState.Registered)));
            W.Store(W.Select(becomes, W.Of(month + 1), registered), ref registeredAt, i);
            var coveredOne = W.And(covered, W.Of(1u));
            Store(W.Add(Load(tile.PaidMonths, i), coveredOne), tile.PaidMonths, i);
            Store(W.And(W.Or(W.Left(Load(tile.Mask, i), 1), coveredOne), W.Of(0xFFFu)), tile.Mask, i);
            var deposit = W.Select(W.And(covered, Has(Load(tile.Cost, i), 4)), W.Of(tables.SavingsRupiah), W.Of(0f));
            Store(W.Select(W.And(claims, Is(next, PersonState.Claimed)), W.Of(0f), W.Fma(LoadF(tile.Savings, i), W.Of(tables.InterestFactor), deposit)), tile.Savings, i);

            if (tables.SubsidyPush is { } push && tables.SubsidyOn[month])
            {
                // Who registers thanks to the subsidy alone depends on it afterwards; who would have come anyway does not.
                var without = Functions<W, F, I>.Exp(W.Subtract(eta, Table(push, state)));
                var anyway = W.Less(W.Multiply(u, W.Add(W.Add(W.Of(1f), without), second)), without);
                var thanks = W.And(W.AndNot(W.And(W.And(moves, registering), subsidised), anyway), Is(next, PersonState.Registered));
                flags = W.Or(flags, W.And(thanks, W.Of(Dependent)));
            }

            flags = W.AndNot(flags, W.And(Is(next, PersonState.Ended), W.Of(Dependent)));
            W.Store(flags, ref flagsAt, i);

            var held = LoadF(tile.Liquidity, i);
            var capped = W.Subtract(W.Min(LoadF(tile.Income, i), W.Of(3f)), W.Of(1f));
            held = W.Add(W.Fma(W.Of(tables.Response), capped, held), W.Of(tables.Drift));
            var spent = W.Multiply(LoadF(tile.Burden, i), W.Multiply(W.Number(W.Add(extra, W.Of(1u))), W.Of(tables.TakesFromBuffer)));
            held = W.Select(pays, W.Subtract(held, spent), held);
            Store(W.Min(W.Max(held, W.Of(0f)), W.Of(tables.MostLiquidity)), tile.Liquidity, i);

            var stays = W.Equal(next, state);
            var longer = W.Select(W.Less(unpaid, W.Of(MembershipTables.LongestDuration)), unpaid, W.Of(MembershipTables.LongestDuration));
            W.Store(W.Select(stays, longer, W.And(Is(next, PersonState.Grace), W.Of(1u))), ref durationAt, i);
            W.Store(next, ref stateAt, i);
            var classOf = W.Select(W.And(covered, subsidised), W.Of((uint)CountedClass.Subsidised), next);
            var payer = W.And(flags, W.Of(PayerMask));
            var byOthers = W.Select(W.Or(W.Equal(payer, W.Of((uint)Payer.Village << 4)), W.Equal(payer, W.Of((uint)Payer.Donor << 4))), W.Of((uint)CountedClass.SponsoredPrivately), W.Of((uint)CountedClass.Sponsored));
            Store(W.Select(W.And(covered, sponsored), byOthers, classOf), tile.NewClass, i);
            Store(W.Add(W.Multiply(Load(tile.HashA, i), W.Of(Histories.KA)), next), tile.HashA, i);
            Store(W.Add(W.Multiply(Load(tile.HashB, i), W.Of(Histories.KB)), next), tile.HashB, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Eta(MembershipTables tables, Tile tile, nuint i, uint month, I state, I duration, I flags, I active, I supported, I bits, I signs)
    {
        var eta = W.Fma(Table(tables.Affordability, state), LoadF(tile.Price, i), Table(tables.Intercept, state));
        eta = W.Add(eta, W.Select(Has(signs, 1), Table(tables.Illiquid, state), W.Of(0f)));
        eta = W.Fma(Table(tables.Duration, state), Functions<W, F, I>.Ln(W.Number(W.Add(duration, W.Of(1u)))), eta);
        eta = W.Add(eta, LoadF(tile.Frailty, i));
        eta = W.Add(eta, W.Select(W.AndNot(W.And(active, Has(flags, Dependent)), supported), W.Of(tables.AfterSupport), W.Of(0f)));
        var effects = tables.Effects[month];
        if (effects.Length == 0) return eta;
        var direction = Table(tables.Direction, state);
        var (sum, most) = (W.Of(0f), W.Of(0f));
        foreach (var effect in effects)
        {
            var push = W.Multiply(direction, W.Select(Has(bits, effect.Bit), Table(effect.Shifts, state), W.Of(0f)));
            (sum, most) = (W.Add(sum, push), W.Max(most, push));
        }

        // Two levers on one barrier: their sum less half the smaller; one alone counts in full. A harmful push has no greatest part to halve.
        var joint = W.Select(W.Less(W.Of(0f), most), W.Multiply(W.Of(.5f), W.Add(sum, most)), sum);
        return W.Fma(direction, joint, eta);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Uniform(I word) => Functions<W, F, I>.Uniform(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static I Is(I state, PersonState which) => W.Equal(state, W.Of((uint)which));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static I Has(I bits, uint bit) => Not(W.Equal(W.And(bits, W.Of(bit)), W.Of(0u)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static I Not(I mask) => W.Xor(mask, W.Of(uint.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Table(float[] table, I state) => W.Pick(in MemoryMarshal.GetArrayDataReference(table), state);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static I Table(uint[] table, I state) => W.Pick(in MemoryMarshal.GetArrayDataReference(table), state);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static I Load(uint[] values, nuint at) => W.Load(in MemoryMarshal.GetArrayDataReference(values), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F LoadF(float[] values, nuint at) => W.Load(in MemoryMarshal.GetArrayDataReference(values), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(I value, uint[] values, nuint at) => W.Store(value, ref MemoryMarshal.GetArrayDataReference(values), at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(F value, float[] values, nuint at) => W.Store(value, ref MemoryMarshal.GetArrayDataReference(values), at);
}

using System.Runtime.Intrinsics;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Tests.Engine.Lanes;

/// <summary>Known answers T14: kat_vectors of the Random123 distribution, philox4x32 10.</summary>
public sealed class PhiloxLanesTests
{
    public static TheoryData<uint[], ulong, uint[]> KnownAnswers => new()
    {
        { [0, 0, 0, 0], 0, [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        { [uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue], ulong.MaxValue, [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd] },
        { [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], 0x299f31d0a4093822, [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1] },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Every_width_gives_the_known_answers(uint[] counter, ulong key, uint[] expected)
    {
        var keys = PhiloxKeys.Of(key);
        Lanes1.Philox(counter[0], counter[1], counter[2], counter[3], in keys, out var a0, out var a1, out var a2, out var a3);
        Assert.Equal<uint[]>(expected, [a0, a1, a2, a3]);
        if (Lanes8.IsSupported)
        {
            Lanes8.Philox(Vector256.Create(counter[0]), counter[1], counter[2], counter[3], in keys, out var b0, out var b1, out var b2, out var b3);
            for (var k = 0; k < 8; k++) Assert.Equal<uint[]>(expected, [b0[k], b1[k], b2[k], b3[k]]);
        }

        if (Lanes16.IsSupported)
        {
            Lanes16.Philox(Vector512.Create(counter[0]), counter[1], counter[2], counter[3], in keys, out var c0, out var c1, out var c2, out var c3);
            for (var k = 0; k < 16; k++) Assert.Equal<uint[]>(expected, [c0[k], c1[k], c2[k], c3[k]]);
        }
    }

    [Fact]
    public void Every_lane_has_the_block_of_its_own_person() =>
        Gen.Select(Gen.UInt, Gen.UInt, Gen.UInt, Gen.UInt, Gen.ULong).Sample((person, month, purpose, replicate, seed) =>
        {
            var keys = PhiloxKeys.Of(seed);
            var first = Math.Min(person, uint.MaxValue - 16);
            PhiloxBlock Expected(int lane) => Philox.Block(new(first + (uint)lane, month, purpose, replicate), seed);
            if (Lanes8.IsSupported)
            {
                Lanes8.Philox(Vector256.Create(first) + Vector256<uint>.Indices, month, purpose, replicate, in keys, out var w0, out var w1, out var w2, out var w3);
                for (var k = 0; k < 8; k++) if (new PhiloxBlock(w0[k], w1[k], w2[k], w3[k]) != Expected(k)) return false;
            }

            if (Lanes16.IsSupported)
            {
                Lanes16.Philox(Vector512.Create(first) + Vector512<uint>.Indices, month, purpose, replicate, in keys, out var w0, out var w1, out var w2, out var w3);
                for (var k = 0; k < 16; k++) if (new PhiloxBlock(w0[k], w1[k], w2[k], w3[k]) != Expected(k)) return false;
            }

            return true;
        });
}

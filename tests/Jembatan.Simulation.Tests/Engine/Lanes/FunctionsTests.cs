using System.Runtime.Intrinsics;
using Jembatan.Simulation.Engine.Lanes;
using Jembatan.Statistics.Random;
using One = Jembatan.Simulation.Engine.Lanes.Functions<Jembatan.Simulation.Engine.Lanes.Lanes1, float, uint>;
using Eight = Jembatan.Simulation.Engine.Lanes.Functions<Jembatan.Simulation.Engine.Lanes.Lanes8, System.Runtime.Intrinsics.Vector256<float>, System.Runtime.Intrinsics.Vector256<uint>>;
using Sixteen = Jembatan.Simulation.Engine.Lanes.Functions<Jembatan.Simulation.Engine.Lanes.Lanes16, System.Runtime.Intrinsics.Vector512<float>, System.Runtime.Intrinsics.Vector512<uint>>;

namespace Jembatan.Simulation.Tests.Engine.Lanes;

public sealed class FunctionsTests
{
    private static IEnumerable<float> Between(float low, float high, int steps) => Enumerable.Range(0, steps + 1).Select(i => low + ((high - low) * ((float)i / steps)));

    [Fact]
    public void The_smallest_and_the_largest_word_give_uniforms_inside_zero_and_one()
    {
        Assert.Equal(1.0 / (1 << 24), One.Uniform(0));
        Assert.Equal(1 - (1.0 / (1 << 24)), One.Uniform(uint.MaxValue));
    }

    [Fact]
    public void Logarithms_agree_with_double_precision_over_the_whole_range()
    {
        foreach (var x in Between(1e-6f, 2f, 200_000).Concat(Between(1f, 1e7f, 50_000)).Append(6e-8f))
        {
            var (exact, ours) = (Math.Log(x), (double)One.Ln(x));
            Assert.True(Math.Abs(ours - exact) <= Math.Max(1e-7, 2e-7 * Math.Abs(exact)), $"ln {x}: {ours} for {exact}");
        }
    }

    [Fact]
    public void Exponentials_agree_with_double_precision_and_are_held_at_the_ends()
    {
        foreach (var x in Between(-86f, 87f, 300_000))
            Assert.True(Math.Abs(One.Exp(x) / Math.Exp(x) - 1) < 2e-7, $"exp {x}: {One.Exp(x)} for {Math.Exp(x)}");
        Assert.True(One.Exp(-1e9f) is > 0 and < 1e-37f);
        Assert.True(float.IsFinite(One.Exp(1e9f)));
    }

    [Fact]
    public void The_circle_agrees_with_double_precision()
    {
        foreach (var u in Between(0f, 1f, 200_000))
        {
            var (sin, cos) = One.SinCosTurns(u);
            Assert.True(Math.Abs(sin - Math.Sin(2 * Math.PI * u)) < 2e-7, $"sin at {u} turns");
            Assert.True(Math.Abs(cos - Math.Cos(2 * Math.PI * u)) < 2e-7, $"cos at {u} turns");
        }
    }

    [Fact]
    public void Normals_have_the_moments_of_the_normal_distribution()
    {
        const int N = 200_000;
        double sum = 0, squares = 0, fourth = 0, cross = 0;
        for (var i = 0; i < N; i++)
        {
            var block = Philox.Block(new((uint)i, 1, 0, 0), 42);
            var (a, b) = One.Normals(block.W0, block.W1);
            (sum, squares, fourth, cross) = (sum + a + b, squares + (a * a) + (b * b), fourth + Math.Pow(a, 4) + Math.Pow(b, 4), cross + (a * b));
        }

        Assert.InRange(sum / (2 * N), -4 / Math.Sqrt(2 * N), 4 / Math.Sqrt(2 * N));
        Assert.InRange(squares / (2 * N), 1 - (4 * Math.Sqrt(2.0 / (2 * N))), 1 + (4 * Math.Sqrt(2.0 / (2 * N))));
        Assert.InRange(fourth / (2 * N), 3 - (4 * Math.Sqrt(96.0 / (2 * N))), 3 + (4 * Math.Sqrt(96.0 / (2 * N))));
        Assert.InRange(cross / N, -4 / Math.Sqrt(N), 4 / Math.Sqrt(N));
    }

    [Fact]
    public void Every_width_gives_the_same_bits()
    {
        Assert.SkipUnless(Lanes8.IsSupported, "AVX2 is not on this machine");
        var sixteen = Lanes16.IsSupported;
        for (var i = 0u; i < 20_000; i++)
        {
            var words = Enumerable.Range(0, 16).Select(k => Philox.Block(new(i, (uint)k, 9, 0), 7).W0).ToArray();
            var second = Enumerable.Range(0, 16).Select(k => Philox.Block(new(i, (uint)k, 9, 0), 7).W1).ToArray();
            var (a, b) = Eight.Normals(Vector256.Create<uint>(words), Vector256.Create<uint>(second));
            var (exp, ln) = (Eight.Exp(Vector256.Multiply(a, 20f)), Eight.Ln(Vector256.Abs(a) + Vector256.Create(1e-6f)));
            for (var k = 0; k < 8; k++)
            {
                var (x, y) = One.Normals(words[k], second[k]);
                Assert.Equal((x, y, One.Exp(x * 20f), One.Ln(Math.Abs(x) + 1e-6f)), (a[k], b[k], exp[k], ln[k]));
            }

            if (!sixteen) continue;
            var (c, d) = Sixteen.Normals(Vector512.Create<uint>(words), Vector512.Create<uint>(second));
            var (exp16, ln16) = (Sixteen.Exp(Vector512.Multiply(c, 20f)), Sixteen.Ln(Vector512.Abs(c) + Vector512.Create(1e-6f)));
            for (var k = 0; k < 16; k++)
            {
                var (x, y) = One.Normals(words[k], second[k]);
                Assert.Equal((x, y, One.Exp(x * 20f), One.Ln(Math.Abs(x) + 1e-6f)), (c[k], d[k], exp16[k], ln16[k]));
            }
        }
    }
}

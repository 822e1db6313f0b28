using System.Runtime.CompilerServices;

namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>The ten round keys of a seed, low and high word in turn.</summary>
[InlineArray(20)]
internal struct PhiloxKeys
{
    public const uint M0 = 0xD2511F53, M1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    private uint first;

    public static PhiloxKeys Of(ulong seed)
    {
        var keys = default(PhiloxKeys);
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < 10; round++)
        {
            (keys[2 * round], keys[(2 * round) + 1]) = (k0, k1);
            unchecked { (k0, k1) = (k0 + Weyl0, k1 + Weyl1); }
        }

        return keys;
    }
}

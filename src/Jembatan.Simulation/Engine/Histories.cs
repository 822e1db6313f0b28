using Jembatan.Statistics.Random;

namespace Jembatan.Simulation.Engine;

/// <summary>The digest of a person's history: two polynomials in 32 bits over the states, h ← h·K + state each month, finalised with the person's number.</summary>
internal static class Histories
{
    public const uint KA = 0x9E3779B1, KB = 0x85EBCA77;
    private const ulong FinalKey = 0x4A656D626174616EUL; // fixed for ever: digests are compared between runs and machines

    /// <summary>128 bits of a person's whole history.</summary>
    public static UInt128 Finalise(uint person, uint a, uint b, uint replicate)
    {
        var block = Philox.Block(new(person, a, b, replicate), FinalKey);
        return new UInt128(((ulong)block.W3 << 32) | block.W2, ((ulong)block.W1 << 32) | block.W0);
    }
}

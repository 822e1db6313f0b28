namespace Jembatan.Simulation.Engine.Lanes;

/// <summary>One width of arithmetic: the kernels are written once against it and compiled for 16, 8 and 1 persons at a time, so that every width does the same operations in the same order.</summary>
/// <remarks>A mask is a <typeparamref name="I"/> whose lanes are all ones or all zeros. <see cref="Fma"/> rounds once in every width; nothing else is contracted.</remarks>
/// <typeparam name="F">Lanes of 32-bit floating-point numbers.</typeparam>
/// <typeparam name="I">Lanes of 32-bit words.</typeparam>
internal interface ILanes<F, I>
    where F : struct
    where I : struct
{
    static abstract int Count { get; }

    static abstract F Of(float value);

    static abstract I Of(uint value);

    static abstract F Load(ref readonly float first, nuint at);

    static abstract I Load(ref readonly uint first, nuint at);

    static abstract void Store(F value, ref float first, nuint at);

    static abstract void Store(I value, ref uint first, nuint at);

    static abstract F Add(F a, F b);

    static abstract F Subtract(F a, F b);

    static abstract F Multiply(F a, F b);

    static abstract F Fma(F a, F b, F c);

    static abstract F Sqrt(F a);

    static abstract F Min(F a, F b);

    static abstract F Max(F a, F b);

    static abstract I Less(F a, F b);

    static abstract F Select(I mask, F yes, F no);

    static abstract I Select(I mask, I yes, I no);

    static abstract I Add(I a, I b);

    static abstract I Subtract(I a, I b);

    static abstract I Multiply(I a, I b);

    static abstract I And(I a, I b);

    static abstract I Or(I a, I b);

    static abstract I Xor(I a, I b);

    static abstract I AndNot(I a, I not);

    static abstract I Equal(I a, I b);

    /// <summary>Below, both read without sign.</summary>
    static abstract I Less(I a, I b);

    static abstract I Left(I a, int bits);

    static abstract I Right(I a, int bits);

    /// <summary>Shift to the right that keeps the sign.</summary>
    static abstract I RightSigned(I a, int bits);

    /// <summary>The number, read with its sign, as floating point.</summary>
    static abstract F Number(I a);

    static abstract I Bits(F a);

    static abstract F FromBits(I a);

    /// <summary>One bit a lane, set where the mask is.</summary>
    static abstract uint MaskBits(I mask);

    /// <summary>Lane by lane, the entry of a table of 16 whose number stands in the lane (0 to 15).</summary>
    static abstract F Pick(ref readonly float table, I at);

    /// <summary>Lane by lane, the entry of a table of 16 whose number stands in the lane (0 to 15).</summary>
    static abstract I Pick(ref readonly uint table, I at);

    /// <summary>The four words of the Philox block of counter (first, second, third, fourth) for each lane's first word.</summary>
    static abstract void Philox(I first, uint second, uint third, uint fourth, in PhiloxKeys keys, out I w0, out I w1, out I w2, out I w3);
}

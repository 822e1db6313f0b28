using System.Diagnostics.CodeAnalysis;

namespace Jembatan.Core;

/// <summary>A value, or the problem that kept it from being there.</summary>
/// <remarks>Use: <c>if (x.Problem is { } problem) return problem;</c></remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Result<T>
{
    private readonly T value;

    private Result(T value) => this.value = value;

    private Result(Problem problem) => (value, Problem) = (default!, problem);

    /// <summary>What went wrong, or null when there is a value.</summary>
    public Problem? Problem { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Problem is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none: the caller did not look at <see cref="Problem"/>.</exception>
    public T Value => IsOk ? value : throw new InvalidOperationException($"{Problem.Code}: {Problem.Message}");

    /// <summary>Success.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Failure.</summary>
    /// <param name="problem">What went wrong.</param>
    public static implicit operator Result<T>(Problem problem) => new(problem);
}

/// <summary>The value of a result that has nothing to say beyond success.</summary>
public readonly record struct Done;

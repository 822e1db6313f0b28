using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Membership;
using Jembatan.Simulation.Parameters;

namespace Jembatan.Simulation.Transitions;

/// <summary>A move between states with its parameters.</summary>
/// <remarks>
/// For a move by choice: logit p = intercept + affordability·ln(a/ā) + illiquid·1[L &lt; a] + duration·ln(1 + d) + frailty·v + levers, per month, with a = cost/income, ā = 0.02, v ~ N(0, σ²).
/// A coefficient that a transition does not name is zero.
/// </remarks>
/// <param name="Id">Stable id; its parameters are <c>id.intercept</c> and so on.</param>
/// <param name="Name">For people.</param>
/// <param name="From">States it leaves.</param>
/// <param name="To">State it reaches.</param>
/// <param name="Parameters">Its parameters, each with grade and source.</param>
public sealed record Transition(string Id, Bilingual Name, ImmutableArray<PersonState> From, PersonState To, ImmutableArray<Parameter> Parameters);

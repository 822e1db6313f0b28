using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage;

/// <summary>A query that is translated once for each kind of database instead of being looked up by its expression each time, for the few that every coding asks.</summary>
/// <typeparam name="TQuery">What <c>EF.CompileAsyncQuery</c> returns.</typeparam>
/// <param name="compile">Translates it.</param>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> translated = [];

    /// <summary>The query for the database of this unit of work.</summary>
    public TQuery On(JembatanDb db) => translated.GetValue(db.Model, _ => compile());
}

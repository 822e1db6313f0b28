using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage;

/// <summary>Whose eyes a unit of work reads with while sources are coded blind: on these sources the reader sees only their own codings.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Sources">Sources that the reader codes blind and that not all have finished.</param>
public sealed record Blindfold(Id<Coder> Reader, IReadOnlyList<Id<Source>> Sources)
{
    /// <summary>Whether the reader may not see it yet.</summary>
    public bool Hides(Coding coding) => coding.CoderId != Reader && Sources.Contains(coding.SourceId);

    /// <summary>Whether anybody works blind at all: asked before every reading, so it costs one look at a table that is mostly empty.</summary>
    public static async Task<bool> IsUsedAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(db, "SELECT 1 FROM \"Assignments\" WHERE \"Blind\" LIMIT 1");
            return await command.ExecuteScalarAsync(cancellationToken) is not null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

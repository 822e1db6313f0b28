using System.Data.Common;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Bulk;

/// <summary>Codings of a code in a source, counted.</summary>
/// <param name="Code">The code itself, without those below it.</param>
/// <param name="Holding">Codings of stance 1 or 0.</param>
/// <param name="Contradicting">Codings of stance −1.</param>
/// <param name="Experience">Codings told from experience, any stance.</param>
/// <param name="Knowledge">Codings told from knowledge.</param>
/// <param name="Observation">Codings told from observation.</param>
public readonly record struct CodingCount(Id<Code> Code, Id<Source> Source, int Holding, int Contradicting, int Experience, int Knowledge, int Observation)
{
    /// <summary>All of them.</summary>
    public int All => Holding + Contradicting;
}

/// <summary>Counts the codings of a whole study where they are stored, from one index: a million are never loaded.</summary>
public static class CodingCounts
{
    /// <summary>Every code and source with at least one coding, in the order of the codes.</summary>
    /// <param name="coder">Only this coder's; null for any.</param>
    /// <param name="withOrphaned">Also those whose words are not found in the current revision.</param>
    /// <param name="withInterviewer">Also those in interviewer turns.</param>
    public static async Task<List<CodingCount>> ReadAsync(JembatanDb db, Id<Coder>? coder, bool withOrphaned, bool withInterviewer, CancellationToken cancellationToken)
    {
        var conditions = Conditions(coder, withOrphaned, withInterviewer);
        var sql = $"""
            SELECT "CodeId", "SourceId", COUNT(*) FILTER (WHERE "Stance" >= 0), COUNT(*) FILTER (WHERE "Stance" < 0),
              COUNT(*) FILTER (WHERE "Basis" = {(int)Basis.Experience}), COUNT(*) FILTER (WHERE "Basis" = {(int)Basis.Knowledge}), COUNT(*) FILTER (WHERE "Basis" = {(int)Basis.Observation})
            FROM "Codings" {conditions} GROUP BY "CodeId", "SourceId" ORDER BY "CodeId"
            """;
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(db, sql);
            if (coder is { } one) command.Bind("@coder", Rows.Stored(db, one.Value));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var counts = new List<CodingCount>();
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                counts.Add(new(
                    new(Rows.ReadGuid(reader, 0)), new(Rows.ReadGuid(reader, 1)), (int)reader.GetInt64(2), (int)reader.GetInt64(3), (int)reader.GetInt64(4), (int)reader.GetInt64(5), (int)reader.GetInt64(6)));
            }

            return counts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The WHERE of codings that count; a coder is bound as <c>@coder</c>.</summary>
    internal static string Conditions(Id<Coder>? coder, bool withOrphaned, bool withInterviewer)
    {
        string?[] all = [withOrphaned ? null : "NOT \"Orphaned\"", withInterviewer ? null : $"\"Voice\" <> {(int)Voice.Interviewer}", coder is null ? null : "\"CoderId\" = @coder"];
        var given = all.OfType<string>().ToList();
        return given.Count == 0 ? "" : $"WHERE {string.Join(" AND ", given)}";
    }
}

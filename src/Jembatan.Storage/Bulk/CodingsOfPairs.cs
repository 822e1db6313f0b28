using System.Data.Common;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.Storage.Bulk;

/// <summary>A coding as lists of quotes need it.</summary>
public sealed record QuotedCoding(Id<Coding> Id, Id<Code> CodeId, Id<Source> SourceId, int Revision, int Start, int End, string Quote, Basis? Basis, int Stance);

/// <summary>Reads the codings of many pairs of code and source: thousands of small questions at the price of one.</summary>
public static class CodingsOfPairs
{
    private const string Columns = "\"Id\", c.\"CodeId\", c.\"SourceId\", \"Revision\", \"Start\", \"End\", \"Quote\", \"Basis\", \"Stance\"";

    /// <param name="pairs">The pairs, each once.</param>
    /// <param name="coder">Only this coder's; null for any.</param>
    /// <param name="withInterviewer">Also those in interviewer turns.</param>
    /// <param name="except">Not this coder's; null for nobody.</param>
    /// <returns>Codings that are not orphaned, pair after pair on SQLite, in any order on PostgreSQL.</returns>
    public static async Task<List<QuotedCoding>> ReadAsync(
        JembatanDb db, IReadOnlyCollection<(Id<Code> Code, Id<Source> Source)> pairs, Id<Coder>? coder, bool withInterviewer, CancellationToken cancellationToken, Id<Coder>? except = null)
    {
        var found = new List<QuotedCoding>();
        if (pairs.Count == 0) return found;
        var conditions = CodingCounts.Conditions(db, coder, withOrphaned: false, withInterviewer, except: except);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (db is PostgresJembatanDb)
            {
                await using var command = Rows.Command(db, $"SELECT {Columns} FROM unnest(@codes, @sources) AS p(code, source) JOIN \"Codings\" c ON c.\"CodeId\" = p.code AND c.\"SourceId\" = p.source {conditions}");
                command.Bind("@codes", pairs.Select(p => p.Code.Value).ToArray());
                command.Bind("@sources", pairs.Select(p => p.Source.Value).ToArray());
                CodingCounts.BindConditions(db, command, coder, except);
                await TakeAsync(command, found, cancellationToken);
            }
            else
            {
                await using var command = Rows.Command(db, $"SELECT {Columns} FROM \"Codings\" c {conditions} AND c.\"CodeId\" = @code AND c.\"SourceId\" = @source");
                var (code, source) = (command.Bind("@code", null), command.Bind("@source", null));
                CodingCounts.BindConditions(db, command, coder, except);
                foreach (var pair in pairs)
                {
                    (code.Value, source.Value) = (Rows.Stored(db, pair.Code.Value), Rows.Stored(db, pair.Source.Value));
                    await TakeAsync(command, found, cancellationToken);
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        return found;
    }

    private static async Task TakeAsync(DbCommand command, List<QuotedCoding> found, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new(
                new(Rows.ReadGuid(reader, 0)), new(Rows.ReadGuid(reader, 1)), new(Rows.ReadGuid(reader, 2)), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetString(6),
                reader.IsDBNull(7) ? null : (Basis)reader.GetInt32(7), reader.GetInt32(8)));
        }
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
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

    // Digits 0 to 3 are stances that hold, 4 to 7 those against; in each four: no basis, experience, knowledge, observation.
    internal static CodingCount OfDigits(Id<Code> code, Id<Source> source, ReadOnlySpan<int> digits) => new(
        code, source, digits[0] + digits[1] + digits[2] + digits[3], digits[4] + digits[5] + digits[6] + digits[7], digits[1] + digits[5], digits[2] + digits[6], digits[3] + digits[7]);

    internal CodingCount Plus(CodingCount other) =>
        new(Code, Source, Holding + other.Holding, Contradicting + other.Contradicting, Experience + other.Experience, Knowledge + other.Knowledge, Observation + other.Observation);
}

/// <summary>Counts the codings of a whole study where they are stored, from one index: a million are never loaded.</summary>
public static class CodingCounts
{
    private const int Hex = 32, Against = 4;

    /// <summary>Every code and source with at least one coding, in the order of the codes.</summary>
    /// <param name="coder">Only this coder's; null for any.</param>
    /// <param name="withOrphaned">Also those whose words are not found in the current revision.</param>
    /// <param name="withInterviewer">Also those in interviewer turns.</param>
    /// <param name="only">Only codings of these codes themselves; null for all.</param>
    /// <param name="except">Not this coder's; null for nobody.</param>
    public static async Task<List<CodingCount>> ReadAsync(
        JembatanDb db, Id<Coder>? coder, bool withOrphaned, bool withInterviewer, CancellationToken cancellationToken, IReadOnlyCollection<Id<Code>>? only = null, Id<Coder>? except = null)
    {
        if (only is { Count: 0 }) return [];
        var conditions = Conditions(db, coder, withOrphaned, withInterviewer, only is null ? null : $"\"CodeId\" IN ({string.Join(", ", only.Select((_, i) => $"@code{i}"))})", except);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = Rows.Command(db, db is PostgresJembatanDb ? InGroups(conditions) : InStrings(conditions));
            BindConditions(db, command, coder, except);
            foreach (var (i, code) in (only ?? []).Index()) command.Bind($"@code{i}", Rows.Stored(db, code.Value));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var counts = new List<CodingCount>();
            while (await reader.ReadAsync(cancellationToken))
            {
                if (db is PostgresJembatanDb) counts.Add(Group(reader));
                else Unpack(new(Rows.ReadGuid(reader, 0)), reader.GetFieldValue<byte[]>(1), counts);
            }

            return counts;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string InGroups(string conditions, string first = "") => $"""
        SELECT {first}"CodeId", "SourceId", COUNT(*), SUM(CASE WHEN "Stance" < 0 THEN 1 ELSE 0 END),
          SUM(CASE "Basis" WHEN {(int)Basis.Experience} THEN 1 ELSE 0 END), SUM(CASE "Basis" WHEN {(int)Basis.Knowledge} THEN 1 ELSE 0 END), SUM(CASE "Basis" WHEN {(int)Basis.Observation} THEN 1 ELSE 0 END)
        FROM "Codings" {conditions} GROUP BY {first}"CodeId", "SourceId" ORDER BY {first}"CodeId", "SourceId"
        """;

    private static CodingCount Group(DbDataReader reader, int first = 0)
    {
        int Count(int column) => (int)reader.GetInt64(first + column);
        return new(new(Rows.ReadGuid(reader, first)), new(Rows.ReadGuid(reader, first + 1)), Count(2) - Count(3), Count(3), Count(4), Count(5), Count(6));
    }

    private static string Digit => $"""
        (CASE WHEN "Stance" < 0 THEN {Against} ELSE 0 END
          + CASE "Basis" WHEN {(int)Basis.Experience} THEN 1 WHEN {(int)Basis.Knowledge} THEN 2 WHEN {(int)Basis.Observation} THEN 3 ELSE 0 END)
        """;

    // To pass a row from SQLite costs more than to count it, so all codings of a code come in one string: of each the source in hex and a digit that tells stance and basis.
    private static string InStrings(string conditions) => $"""
        SELECT "CodeId", CAST(group_concat(hex("SourceId") || {Digit}, '') AS BLOB)
        FROM "Codings" {conditions} GROUP BY "CodeId" ORDER BY "CodeId"
        """;

    private static void Unpack(Id<Code> code, ReadOnlySpan<byte> codings, List<CodingCount> counts)
    {
        Span<byte> id = stackalloc byte[Hex / 2];
        Span<int> digits = stackalloc int[2 * Against];
        var (start, inOrder) = (counts.Count, true);
        for (var at = 0; at < codings.Length;)
        {
            var source = codings.Slice(at, Hex);
            inOrder &= at == 0 || source.SequenceCompareTo(codings.Slice(at - Hex - 1, Hex)) > 0;
            digits.Clear();
            do
            {
                digits[codings[at + Hex] - '0']++;
                at += Hex + 1;
            }
            while (at < codings.Length && codings.Slice(at, Hex).SequenceEqual(source));

            if (Convert.FromHexString(source, id, out _, out _) != System.Buffers.OperationStatus.Done) throw new InvalidDataException("A source's identity is not one.");
            counts.Add(CodingCount.OfDigits(code, new(new Guid(id, bigEndian: true)), digits));
        }

        if (inOrder) return;        // as the index gives them
        var sums = counts.Skip(start).GroupBy(c => c.Source).Select(g => g.Aggregate((a, b) => a.Plus(b))).OrderBy(c => c.Source).ToList();
        counts.RemoveRange(start, counts.Count - start);
        counts.AddRange(sums);
    }

    /// <summary>The same for each coder apart; codings that are not orphaned. One reading of the whole table, kept in eight bytes a coding.</summary>
    /// <param name="db">The study; it may not be asked anything else before the last coder was taken.</param>
    /// <param name="withInterviewer">Also those in interviewer turns.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Every code and source in which a coder has at least one coding, in any order, coder after coder.</returns>
    public static async IAsyncEnumerable<(Id<Coder> Coder, List<CodingCount> Counts)> ByCoderAsync(
        JembatanDb db, bool withInterviewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var conditions = Conditions(db, null, withOrphaned: false, withInterviewer);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (db is not PostgresJembatanDb)
            {
                foreach (var coder in (await PackedCodings.ReadAsync(db, conditions, Digit, cancellationToken)).ByCoder()) yield return coder;
                yield break;
            }

            await using var command = Rows.Command(db, InGroups(conditions, "\"CoderId\", "));
            BindConditions(db, command, null);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var (coding, counts) = (default(Id<Coder>), new List<CodingCount>());
            while (await reader.ReadAsync(cancellationToken))
            {
                var next = new Id<Coder>(Rows.ReadGuid(reader, 0));
                if (counts.Count > 0 && next != coding)
                {
                    yield return (coding, counts);
                    counts = [];
                }

                coding = next;
                counts.Add(Group(reader, 1));
            }

            if (counts.Count > 0) yield return (coding, counts);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The WHERE of codings that count and that the reader may see; <see cref="BindConditions"/> gives its parameters.</summary>
    internal static string Conditions(JembatanDb db, Id<Coder>? coder, bool withOrphaned, bool withInterviewer, string? further = null, Id<Coder>? except = null)
    {
        var blind = db.Blindfold is { } b ? $"(\"CoderId\" = @reader OR \"SourceId\" NOT IN ({string.Join(", ", b.Sources.Select((_, i) => $"@blind{i}"))}))" : null;
        string?[] all = [withOrphaned ? null : "NOT \"Orphaned\"", withInterviewer ? null : $"\"Voice\" <> {(int)Voice.Interviewer}", coder is null ? null : "\"CoderId\" = @coder", except is null ? null : "\"CoderId\" <> @except", blind, further];
        var given = all.OfType<string>().ToList();
        return given.Count == 0 ? "" : $"WHERE {string.Join(" AND ", given)}";
    }

    internal static void BindConditions(JembatanDb db, DbCommand command, Id<Coder>? coder, Id<Coder>? except = null)
    {
        if (coder is { } one) command.Bind("@coder", Rows.Stored(db, one.Value));
        if (except is { } other) command.Bind("@except", Rows.Stored(db, other.Value));
        if (db.Blindfold is not { } blind) return;
        command.Bind("@reader", Rows.Stored(db, blind.Reader.Value));
        foreach (var (i, source) in blind.Sources.Index()) command.Bind($"@blind{i}", Rows.Stored(db, source.Value));
    }
}

using Jembatan.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jembatan.Storage;

/// <summary>What a storage exception means for the reader. The hosts call it once, where they catch.</summary>
public static class StorageProblems
{
    /// <summary>The problem behind an exception; null when it is none of ours to explain.</summary>
    public static Problem? From(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => new Problem("study/changed-meanwhile", "Somebody else changed or removed this while you worked on it. Look at it again, then repeat the step."),
        SqliteException e => From(e),
        PostgresException e => From(e),
        NpgsqlException => new Problem("database/unreachable", "The database does not answer. Check host, port and whether the server runs, then try again."),
        { InnerException: { } inner } => From(inner),
        _ => null,
    };

    internal static Problem Older(string study) =>
        new("study/older", "The study was written by an older Jembatan and must be brought up to date before it can be read. Open it once for writing, or work on a copy.", study);

    private static Problem From(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => new Problem("study/busy", "Another program is writing to this study. Wait for it to finish, or close it, then repeat the step."),
        8 => new Problem("study/read-only", "The study cannot be written to, or was opened for reading only. Change the permissions of file and folder, or work on a copy ('jembatan copy')."),
        10 => new Problem("study/disk-error", "The disk failed while reading or writing. Nothing acknowledged is lost; check the disk, then run 'jembatan doctor'."),
        11 or 26 => new Problem("study/damaged", "The study file is damaged. Keep it as it is, run 'jembatan doctor', and go back to the last copy."),
        13 => new Problem("study/disk-full", "The disk is full. Nothing acknowledged is lost; free some space and repeat the last step."),
        14 => new Problem("study/no-access", "The study file cannot be opened. Check that the folder can be written to."),
        19 when e.SqliteExtendedErrorCode is 2067 or 1555 => new Problem("study/duplicate", "This is there already. Choose another name, or use the one that is there."),
        19 => new Problem("study/still-used", "Something else in the study still refers to this. Take that away first."),
        _ => new Problem("study/storage", $"The study could not be read or written (SQLite {e.SqliteErrorCode}). Run 'jembatan doctor'."),
    };

    private static Problem From(PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => new Problem("study/duplicate", "This is there already. Choose another name, or use the one that is there."),
        PostgresErrorCodes.ForeignKeyViolation => new Problem("study/still-used", "Something else in the study still refers to this. Take that away first."),
        PostgresErrorCodes.ReadOnlySqlTransaction => new Problem("study/read-only", "The study was opened for reading only. Open it for writing, then repeat the step."),
        PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire =>
            new Problem("study/bad-character", "The text holds a character that the database cannot keep (U+0000). Remove it, then repeat the step."),
        PostgresErrorCodes.DiskFull => new Problem("study/disk-full", "The database's disk is full. Nothing acknowledged is lost; free some space and repeat the last step."),
        PostgresErrorCodes.InvalidCatalogName => new Problem("database/not-found", "There is no database of that name on the server. Make it first, or correct the name."),
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification or PostgresErrorCodes.InsufficientPrivilege =>
            new Problem("database/refused", "The database refused this user. Check user name, password and rights."),
        _ => new Problem("database/error", $"The database reported an error ({e.SqlState}). Run 'jembatan doctor'."),
    };
}

using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange;
using Jembatan.Interchange.Survey;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Brings files in as sources. A file comes in whole, as one step of undo, or not at all.</summary>
public static class ImportSources
{
    /// <param name="Files">The files, see <see cref="ImportFile.Of"/>.</param>
    /// <param name="Kind">What they are; a survey is a table with one text per respondent and open question.</param>
    /// <param name="Cases">A case table to match with the sources; null for none.</param>
    /// <param name="Map">Kinds of a survey's columns; null to guess them.</param>
    /// <param name="Revise">Whether a file of the same name with another text makes the next revision.</param>
    public sealed record Request(
        IReadOnlyList<ImportFile> Files, SourceKind Kind = SourceKind.Interview, ImportFile? Cases = null, ImportFile? Map = null, bool Revise = false)
    {
        /// <summary>The column of the case table that holds the names; null to choose the one that matches most.</summary>
        public string? NameColumn { get; init; }
    }

    /// <param name="Files">What became of each file, in their order.</param>
    /// <param name="Cases">What became of the case table; null when there was none.</param>
    public sealed record Response(IReadOnlyList<ImportOutcome> Files, MatchCases.Response? Cases)
    {
        /// <summary>Why not everything came in; null when it did.</summary>
        public Problem? Problem => Files.Where(f => f.Status == ImportStatus.Failed).ToList() switch
        {
            [] => null,
            [var one] => one.Problem,
            var many => new Problem("import/some-failed", $"{many.Count} of {Files.Count} files did not come in, the first of them because: {many[0].Problem!.Message}"),
        };
    }

    /// <returns>What became of the files, also when some failed; or a problem of the case table or the mapping, before any file is read:
    /// <c>import/nothing</c>, <c>cases/no-match</c>, <c>table/…</c>, <c>survey/bad-mapping</c>.</returns>
    public static async Task<Result<Response>> HandleAsync(
        Request request, string coder, IProgress<ImportProgress>? progress, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var files = request.Files.Where(f => request.Cases?.Path is not { } cases || f.Path != cases).ToList();
        if (files.Count == 0 && request.Cases is null) return new Problem("import/nothing", "There is no file to import: the folder is empty, or holds hidden files only. Name files, or another folder.");
        SurveyMapping? mapping = null;
        if (request.Map is { } map)
        {
            var read = await map.ReadAsync(stream => SurveyMapping.ReadAsync(map.Name, stream, cancellationToken), cancellationToken);
            if (read.Problem is { } badMap) return badMap;
            mapping = read.Value;
        }

        var coming = files.Select(f => Path.GetFileNameWithoutExtension(f.Name)).ToList();
        if (request.Cases is { } table && request.Kind != SourceKind.Survey)
        {
            var preview = await MatchCases.HandleAsync(new MatchCases.Request(table, request.NameColumn, Preview: true, AlsoNames: coming), coder, db, clock, cancellationToken);
            if (preview.Problem is { } noMatch) return noMatch;
        }

        var outcomes = new List<ImportOutcome>(files.Count);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new ImportProgress(outcomes.Count, files.Count, file.Name));
            outcomes.Add(request.Kind == SourceKind.Survey
                ? await SurveyImport.ImportAsync(file, mapping, coder, db, clock, cancellationToken)
                : await ImportOneAsync(file, request, coder, db, clock, cancellationToken));
            db.ChangeTracker.Clear();
        }

        progress?.Report(new ImportProgress(files.Count, files.Count, ""));
        if (request.Cases is null) return new Response(outcomes, null);
        var matched = await MatchCases.HandleAsync(new MatchCases.Request(request.Cases, request.NameColumn), coder, db, clock, cancellationToken);
        return matched.Problem is { } problem ? problem : new Response(outcomes, matched.Value);
    }

    private static async Task<ImportOutcome> ImportOneAsync(ImportFile file, Request request, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (file.FromFolder && Importers.For(file.Name) is null) return ImportOutcome.Skipped(file.Name, Importers.Unknown(file.Name));
        var read = await file.ReadAsync(stream => Importers.ImportAsync(file.Name, stream, cancellationToken), cancellationToken);
        if (read.Problem is { } problem) return ImportOutcome.Failed(file.Name, problem);
        var (text, name) = (read.Value, Path.GetFileNameWithoutExtension(file.Name));
        if ((await db.SourceAsync(name, cancellationToken)) is { IsOk: true, Value: var there } && Lookup.SameWord(there.Name, name))
            return await SameNameAsync(file, text, there, request.Revise, coder, db, clock, cancellationToken);

        var acting = await db.CoderAsync(coder, cancellationToken);
        var source = new Source(name, request.Kind, file.Name, clock.GetUtcNow());
        source.Describe(text.Interview);
        if (request.Kind == SourceKind.Interview) source.Match((await Informants.NamedAsync(name, db, cancellationToken)).Id);
        await db.KeepAsync(text.Text.Value, cancellationToken);
        db.Sources.Add(source);
        db.Revisions.Add(source.Revise(text.Text, text.Turns, text.Losses, clock.GetUtcNow()));
        await db.CommitAsync($"Import {name}", acting.Id, cancellationToken);
        var twin = await TwinAsync(text, source, db, cancellationToken);
        return ImportOutcome.Imported(
            file.Name, [new ImportedSource(source.Id, name, text.Text.Length, text.Turns.Count, source.Revision)],
            twin is null ? text.Losses : [.. text.Losses, $"The source '{twin}' holds the same text. If they are one interview, take this import back with undo, or it counts twice."]);
    }

    // Another source that holds the same words now.
    private static async Task<string?> TwinAsync(ImportedText text, Source source, JembatanDb db, CancellationToken cancellationToken) => await (
        from revision in db.Revisions
        where revision.TextHash == text.Text.Hash && revision.SourceId != source.Id
        join other in db.Sources on revision.SourceId equals other.Id
        where other.Revision == revision.Number && !other.Purged
        orderby other.Name
        select other.Name).FirstOrDefaultAsync(cancellationToken);

    private static async Task<ImportOutcome> SameNameAsync(
        ImportFile file, ImportedText text, Source there, bool revise, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var current = await CurrentText.OfAsync(there, db, cancellationToken);
        if (current.Problem is { } problem) return ImportOutcome.Failed(file.Name, problem);
        if (current.Value.Revision.TextHash == text.Text.Hash)
            return ImportOutcome.Skipped(file.Name, new Problem("import/already-there", $"'{there.Name}' is in the study already, with the same text.", there.Name));
        if (!revise)
        {
            return ImportOutcome.Failed(file.Name, new Problem(
                "import/name-taken", $"The study has a source '{there.Name}' with another text. Rename the file, or import it with --revise to make it the next revision.", there.Name));
        }

        var revised = await ReviseSource.HandleAsync(new ReviseSource.Request(there.Id.ToString(), text), coder, db, clock, cancellationToken);
        return revised.Problem is { } failed
            ? ImportOutcome.Failed(file.Name, failed)
            : ImportOutcome.Imported(file.Name, [new ImportedSource(there.Id, there.Name, text.Text.Length, text.Turns.Count, revised.Value.Revision)],
                revised.Value.Orphaned.Count == 0 ? text.Losses : [.. text.Losses, $"{revised.Value.Orphaned.Count} codings are orphaned: their words are not found in the new text."]);
    }
}

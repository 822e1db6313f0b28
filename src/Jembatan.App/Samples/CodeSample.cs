using Jembatan.App.Lookups;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Samples;

/// <summary>Codes interviews as the two coders of the sample did: one step of undo per coder and interview.</summary>
internal static class CodeSample
{
    /// <summary>Puts one coder's codings on one interview.</summary>
    /// <param name="only">Which codings; the others wait for the next version of the codebook.</param>
    /// <param name="done">Whether the coder has finished the interview with this.</param>
    /// <returns>How many, or <c>sample/bad-entry</c>.</returns>
    public static async Task<Result<int>> HandleAsync(
        SampleInterview interview, string coderName, Func<SampleCoding, bool> only, bool done, SampleLedger ledger, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        var source = await db.SourceAsync(interview.Source, cancellationToken);
        if (source.Problem is { } missing) return missing;
        var revision = await db.Revisions.AsNoTracking().SingleAsync(r => r.SourceId == source.Value.Id && r.Number == source.Value.Revision, cancellationToken);
        var text = CanonicalText.From(await db.ReadTextAsync(revision.TextHash, cancellationToken));
        var coder = await db.CoderAsync(coderName, cancellationToken);
        var codes = await db.Codes.AsNoTracking().ToDictionaryAsync(c => c.Label, c => c.Id, cancellationToken);
        var strategies = await db.Strategies.AsNoTracking().ToDictionaryAsync(s => s.Label, s => s.Id, cancellationToken);

        var made = 0;
        foreach (var entry in interview.Codings.Where(c => c.Coder == coderName && only(c)))
        {
            var coding = Coding(entry, interview.Source, revision, text, coder.Id, codes, strategies, ledger.Clock.GetUtcNow());
            if (coding.Problem is { } wrong) return wrong;
            db.Codings.Add(coding.Value);
            if (entry.Note is { Length: > 0 } note) db.Notes.Add(new Note("coding", coding.Value.Id.Value, note, coder.Id, ledger.Clock.GetUtcNow()));
            ledger.Note(interview.Source, entry.Code, entry.Quote, coding.Value.Id);
            made++;
        }

        if (done) db.DoneMarks.Add(new DoneMark(source.Value.Id, coder.Id, ledger.Clock.GetUtcNow()));
        if (made > 0 || done) await db.CommitAsync($"Code {interview.Source}", coder.Id, cancellationToken);
        return made;
    }

    private static Result<Coding> Coding(
        SampleCoding entry, string source, SourceRevision revision, CanonicalText text, Id<Coder> coder, Dictionary<string, Id<Code>> codes, Dictionary<string, Id<Strategy>> strategies, DateTimeOffset at)
    {
        Problem Wrong(string what) => SampleFiles.Problem($"codings/{source}.json", $"{entry.Coder} {entry.Code} '{entry.Quote}'", what);
        if (!codes.TryGetValue(entry.Code, out var code)) return Wrong("There is no such code.");
        Id<Strategy>? strategy = null;
        if (entry.Strategy is { } label)
        {
            if (!strategies.TryGetValue(label, out var known)) return Wrong($"There is no strategy '{label}'.");
            strategy = known;
        }

        Basis? basis = null;
        if (entry.Basis is { } word)
        {
            if (!Enum.TryParse<Basis>(word, ignoreCase: true, out var parsed)) return Wrong($"'{word}' is no basis.");
            basis = parsed;
        }

        var place = Place(entry.Quote, text, revision.Turns);
        if (place.Problem is { } lost) return Wrong(lost.Message);
        return Core.Qualitative.Coding.Of(revision, place.Value, code, coder, new CodingMarks(entry.Stance, basis, strategy), at);
    }

    /// <summary>Where words stand: once in the text, inside one turn of the informant.</summary>
    public static Result<TextSelection> Place(string quote, CanonicalText text, IReadOnlyList<Turn> turns)
    {
        var at = text.Value.IndexOf(quote, StringComparison.Ordinal);
        if (at < 0) return new Problem("sample/no-words", "These words are not in the interview.");
        if (text.Value.IndexOf(quote, at + 1, StringComparison.Ordinal) >= 0) return new Problem("sample/twice", "These words stand in the interview more than once.");
        var (start, end) = (text.FromUtf16(at), text.FromUtf16(at + quote.Length));
        var turn = turns.FirstOrDefault(t => t.SpeechStart <= start && end <= t.End);
        if (turn is null) return new Problem("sample/no-turn", "These words do not lie inside one turn.");
        return turn.Voice == Voice.Informant ? text.Select(start, end) : new Problem("sample/not-informant", "These are not the informant's words.");
    }
}

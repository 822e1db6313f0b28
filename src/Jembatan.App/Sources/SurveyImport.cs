using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Survey;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Sources;

/// <summary>Brings a survey in: one informant per respondent, one source per respondent and open question, closed questions as variables; one step of undo.</summary>
internal static class SurveyImport
{
    private const int LongestQuestion = 60;

    public static async Task<ImportOutcome> ImportAsync(ImportFile file, SurveyMapping? mapping, string coder, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var read = await file.ReadAsync(stream => SurveyTable.ReadAsync(file.Name, stream, mapping, cancellationToken), cancellationToken);
        if (read.Problem is { } problem)
            return file.FromFolder && problem.Code == "table/unknown-format" ? ImportOutcome.Skipped(file.Name, problem) : ImportOutcome.Failed(file.Name, problem);
        var survey = read.Value;
        var there = await ThereAsync(db, cancellationToken);
        var answers = survey.Respondents.SelectMany(r => r.Answers.Select(a => (Respondent: r, Answer: a, Name: NameOf(r, a, survey)))).ToList();
        var same = answers.Count(a => there.TryGetValue(a.Name, out var hash) && hash == a.Answer.Text.Hash);
        if (same == answers.Count) return ImportOutcome.Skipped(file.Name, new Problem("import/already-there", $"Every answer of '{file.Name}' is in the study already, with the same text.", file.Name));
        if (answers.FirstOrDefault(a => there.TryGetValue(a.Name, out var hash) && hash != a.Answer.Text.Hash) is { Name: { } taken })
            return ImportOutcome.Failed(file.Name, new Problem("import/name-taken", $"The study has a source '{taken}' with another text. Give the respondents of this survey other names.", taken));

        db.ChangeTracker.AutoDetectChangesEnabled = false;     // thousands of rows are added; changes are looked for once, before they are saved
        var made = await AddAsync(file, survey, [.. answers.Where(a => !there.ContainsKey(a.Name))], db, clock, cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.CommitAsync($"Import {Path.GetFileNameWithoutExtension(file.Name)}", (await db.CoderAsync(coder, cancellationToken)).Id, cancellationToken);
        return ImportOutcome.Imported(file.Name, made, survey.Losses);
    }

    private static async Task<List<ImportedSource>> AddAsync(
        ImportFile file, SurveyTable survey, IReadOnlyList<(SurveyRespondent Respondent, SurveyAnswer Answer, string Name)> answers, JembatanDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var columns = survey.Columns.Where(c => c.Kind == SurveyColumnKind.Closed)
            .ToDictionary(c => c.Name, c => (IReadOnlyList<string>)[.. survey.Respondents.Select(r => r.Values.GetValueOrDefault(c.Name, ""))]);
        var groupColumn = columns.Keys.FirstOrDefault(InformantGroups.IsGroupColumn);
        var variables = await Informants.VariablesAsync(columns, db, cancellationToken);
        var values = (await db.VariableValues.ToListAsync(cancellationToken)).ToLookup(v => v.InformantId);
        var known = (await db.Informants.ToListAsync(cancellationToken)).ToDictionary(i => i.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var respondent in survey.Respondents)
        {
            if (!known.TryGetValue(respondent.Name, out var informant)) db.Informants.Add(known[respondent.Name] = informant = new Informant(respondent.Name, group: null));
            if (groupColumn is not null && InformantGroups.Parse(respondent.Values.GetValueOrDefault(groupColumn, "")) is { } group) informant.Describe(group: group);
            Informants.Set(informant, respondent.Values, variables, values, db);
        }

        var made = new List<ImportedSource>(answers.Count);
        foreach (var (respondent, answer, name) in answers)
        {
            var source = new Source(name, SourceKind.Survey, file.Name, clock.GetUtcNow());
            source.Match(known[respondent.Name].Id);
            await db.KeepAsync(answer.Text.Value, cancellationToken);
            db.Sources.Add(source);
            db.Revisions.Add(source.Revise(answer.Text, [], [], clock.GetUtcNow()));
            made.Add(new ImportedSource(source.Id, name, answer.Text.Length, 0, source.Revision));
        }

        return made;
    }

    private static async Task<Dictionary<string, string>> ThereAsync(JembatanDb db, CancellationToken cancellationToken) =>
        await (from s in db.Sources join r in db.Revisions on new { s.Id, s.Revision } equals new { Id = r.SourceId, Revision = r.Number } select new { s.Name, r.TextHash })
            .ToDictionaryAsync(s => s.Name, s => s.TextHash, cancellationToken);

    // A long question is cut; two that are cut alike are told apart by their number.
    private static string NameOf(SurveyRespondent respondent, SurveyAnswer answer, SurveyTable survey)
    {
        var question = Cut(answer.Question);
        var alike = survey.Columns.Where(c => c.Kind == SurveyColumnKind.Open && Cut(c.Name) == question).Select(c => c.Name).ToList();
        return $"{respondent.Name} · {question}" + (alike.Count > 1 ? FormattableString.Invariant($" ({alike.IndexOf(answer.Question) + 1})") : "");
    }

    private static string Cut(string question)
    {
        if (question.Length <= LongestQuestion) return question;
        var end = char.IsHighSurrogate(question[LongestQuestion - 1]) ? LongestQuestion - 1 : LongestQuestion;
        return question[..end].TrimEnd() + "…";
    }
}

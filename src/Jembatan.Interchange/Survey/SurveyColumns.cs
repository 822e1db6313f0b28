using System.Collections.Frozen;
using Jembatan.Core.Qualitative;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Survey;

/// <summary>Guesses what the columns of a survey are.</summary>
internal static class SurveyColumns
{
    private const double LongAnswer = 40;       // characters on average
    private const double WordyAnswer = 3;       // words on average
    private const double MostlyDistinct = 0.8;
    private const int FewAnswers = 5;           // below this, being different says nothing

    private static readonly FrozenSet<string> IdNames = FrozenSet.ToFrozenSet(
        ["id", "kode", "code", "no", "no.", "nomor", "number", "responden", "respondent", "respondentid", "respondent id", "id responden", "kode responden", "nama", "name", "response id", "responseid"],
        StringComparer.OrdinalIgnoreCase);

    internal static IReadOnlyList<SurveyColumn> Of(Table table, IReadOnlyDictionary<string, SurveyColumnKind> given)
    {
        var kinds = table.Header.Select(h => given.Where(g => string.Equals(g.Key, h, StringComparison.OrdinalIgnoreCase)).Select(g => (SurveyColumnKind?)g.Value).FirstOrDefault()).ToList();
        var guessedId = kinds.Contains(SurveyColumnKind.Id) ? -1
            : Enumerable.Range(0, kinds.Count).Where(c => kinds[c] is null).FirstOrDefault(c => IdNames.Contains(table.Header[c]) && IsDistinct(table, c), -1);
        return [.. table.Header.Index().Select(h => kinds[h.Index] is { } kind
            ? new SurveyColumn(h.Index, h.Item, kind, Guessed: false)
            : new SurveyColumn(h.Index, h.Item, h.Index == guessedId ? SurveyColumnKind.Id : IsOpen(table, h.Index) ? SurveyColumnKind.Open : SurveyColumnKind.Closed, Guessed: true))];
    }

    private static bool IsDistinct(Table table, int column) => table.Column(column).All(c => c.Length > 0) && table.Column(column).Distinct(StringComparer.OrdinalIgnoreCase).Count() == table.Rows.Count;

    private static bool IsOpen(Table table, int column)
    {
        var answers = table.Column(column).Where(a => a.Length > 0).ToList();
        if (answers.Count == 0 || Variable.TypeOf(answers) != VariableType.Text) return false;
        var distinct = (double)answers.Distinct(StringComparer.OrdinalIgnoreCase).Count() / answers.Count;
        if (answers.Average(a => a.Length) >= LongAnswer) return distinct > 0.5 || answers.Count < FewAnswers;
        return answers.Count >= FewAnswers && distinct >= MostlyDistinct && answers.Average(a => a.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) >= WordyAnswer;
    }
}

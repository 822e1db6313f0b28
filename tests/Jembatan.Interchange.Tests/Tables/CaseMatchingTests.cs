using System.Text;
using Jembatan.Interchange.Tables;

namespace Jembatan.Interchange.Tests.Tables;

public sealed class CaseMatchingTests
{
    private static async Task<CaseTable> Cases(string csv) =>
        (await CaseTable.ReadAsync("kasus.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), TestContext.Current.CancellationToken)).Value;

    [Fact]
    public async Task Names_match_exactly_then_by_case_then_loosely()
    {
        var cases = await Cases("no,kode,umur\n1,N07,40\n2,n08,41\n3,Bu Sari,42\n4,José_2.docx,43\n");
        var matching = cases.Match(["N07", "N08", "Bu-Sari.txt", "Jose 2", "N99"]).Value;
        Assert.Equal(1, matching.Column);
        Assert.Equal([CaseMatchKind.Exact, CaseMatchKind.Case, CaseMatchKind.Loose, CaseMatchKind.Loose], matching.Matches.Select(m => m.Kind));
        Assert.Equal(["N07", "N08", "Bu-Sari.txt", "Jose 2"], matching.Matches.Select(m => m.Name));
        Assert.Equal(["N99"], matching.Missing);
        Assert.Empty(matching.Unmatched);
    }

    [Fact]
    public async Task Duplicate_and_unmatched_rows_are_listed_and_not_used()
    {
        var matching = (await Cases("kode,umur\nN07,40\nN07,41\nX1,42\n,43\n")).Match(["N07"]).Value;
        Assert.Equal(0, matching.Matches.Single().Row);
        Assert.Equal([new CaseRow(1, "N07")], matching.Duplicates);
        Assert.Equal([new CaseRow(2, "X1"), new CaseRow(3, "")], matching.Unmatched);
    }

    [Fact]
    public async Task Two_names_of_one_loose_spelling_are_not_guessed_at()
    {
        var matching = (await Cases("kode,umur\nbu-sari,40\nN1,41\n")).Match(["Bu Sari", "BuSari", "N1"]).Value;
        Assert.Equal(["N1"], matching.Matches.Select(m => m.Name));
    }

    [Fact]
    public async Task A_named_column_is_taken_or_told_to_be_missing()
    {
        var cases = await Cases("kode,alias\nN1,N2\n");
        Assert.Equal("N2", cases.Match(["N1", "N2"], "Alias").Value.Matches.Single().Name);
        var problem = cases.Match(["N1"], "nama").Problem!;
        Assert.Equal("cases/no-column", problem.Code);
        Assert.Contains("kode, alias", problem.Message, StringComparison.Ordinal);
        Assert.Equal("cases/no-match", cases.Match(["Z"]).Problem?.Code);
    }
}

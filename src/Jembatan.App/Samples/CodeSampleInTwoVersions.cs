using Jembatan.App.Codebooks;
using Jembatan.App.Data;
using Jembatan.App.Studies;
using Jembatan.Core;
using Jembatan.Core.Qualitative;

namespace Jembatan.App.Samples;

/// <summary>
/// Codes the sample as its method says: a pilot with the codes from theory, the codebook frozen, a second version with the codes born from the data, the pilot coded again,
/// then all others; at last the coding that shows best what a code means.
/// </summary>
internal static class CodeSampleInTwoVersions
{
    private const string File = "servo.json";

    /// <returns>How many codings, or a problem that names file and entry.</returns>
    public static async Task<Result<int>> HandleAsync(
        IReadOnlyList<SampleInterview> interviews, SampleCodebook codebook, SampleLedger ledger, IProgress<SampleProgress>? progress, CancellationToken cancellationToken)
    {
        if (codebook.Pilot.FirstOrDefault(p => interviews.All(i => i.Source != p)) is { } unknown) return SampleFiles.Problem(File, $"pilot {unknown}", "There is no such interview.");
        var book = ShippedData.SampleCodes();
        var born = book.Codes.Concat(book.Categories).Concat(book.Themes).Select(c => c.Key).ToHashSet();
        var pilot = interviews.Where(i => codebook.Pilot.Contains(i.Source)).ToList();

        var made = 0;
        foreach (var (interview, coder) in ByCoder(pilot))
        {
            var coded = await CodeSample.HandleAsync(interview, coder, c => !born.Contains(c.Code), done: false, ledger, cancellationToken);
            if (coded.Problem is { } problem) return problem;
            made += coded.Value;
        }

        if ((await NextVersionAsync(book, codebook.Versions[0].Note, ledger, cancellationToken)).Problem is { } unversioned) return unversioned;

        foreach (var (i, (interview, coder)) in ByCoder(interviews).Index())
        {
            progress?.Report(new(SampleStage.Code, i, interviews.Count * 2));
            var again = pilot.Contains(interview);
            var coded = await CodeSample.HandleAsync(interview, coder, c => !again || born.Contains(c.Code), done: true, ledger, cancellationToken);
            if (coded.Problem is { } problem) return problem;
            made += coded.Value;
        }

        return (await AnchorAsync(codebook.Anchors, ledger, cancellationToken)).Problem is { } unanchored ? unanchored : made;
    }

    private static IEnumerable<(SampleInterview, string)> ByCoder(IEnumerable<SampleInterview> interviews) =>
        from interview in interviews from coder in interview.Codings.Select(c => c.Coder).Distinct().Order(StringComparer.Ordinal).Reverse() select (interview, coder);

    private static async Task<Result<Done>> NextVersionAsync(ShippedCodebook book, string note, SampleLedger ledger, CancellationToken cancellationToken)
    {
        const string Coder = "Ratna";
        await using var db = ledger.NewDb();
        var frozen = await FreezeCodebook.HandleAsync(new(note), Coder, db, ledger.Clock, cancellationToken);
        if (frozen.Problem is { } unfrozen) return unfrozen;
        var begun = await BeginVersion.HandleAsync(new(), Coder, db, ledger.Clock, cancellationToken);
        if (begun.Problem is { } unbegun) return unbegun;
        (IReadOnlyList<ShippedCode> Codes, CodeLevel Level)[] downward = [(book.Themes, CodeLevel.Theme), (book.Categories, CodeLevel.Category), (book.Codes, CodeLevel.Code)];
        foreach (var (codes, level) in downward)
        {
            foreach (var code in codes)
            {
                var rules = Template.Code(book, code, level, isCause: true, parentId: null, order: 0).Rules;
                var added = await AddCode.HandleAsync(new(code.Key, rules, code.Parent), Coder, db, ledger.Clock, cancellationToken);
                if (added.Problem is { } refused) return refused;
            }
        }

        return default(Done);
    }

    private static async Task<Result<Done>> AnchorAsync(IReadOnlyList<SampleAnchor> anchors, SampleLedger ledger, CancellationToken cancellationToken)
    {
        await using var db = ledger.NewDb();
        foreach (var anchor in anchors)
        {
            var entry = $"anchor {anchor.Code} '{anchor.Quote}'";
            if (ledger.Coding(anchor.Source, anchor.Code, anchor.Quote) is not { } coding) return SampleFiles.Problem(File, entry, $"Nobody put the code on these words in {anchor.Source}.");
            var shown = await ReviseCode.HandleAsync(new(anchor.Code, AnchorExample: coding.ToString()), "Ratna", db, ledger.Clock, cancellationToken);
            if (shown.Problem is { } refused) return SampleFiles.Problem(File, entry, refused.Message);
        }

        return default(Done);
    }
}

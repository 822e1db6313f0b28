using Jembatan.Interchange.Documents;

namespace Jembatan.App.Reports.Sections;

/// <summary>A part of the report.</summary>
internal interface IReportSection
{
    /// <summary>Its name in <c>--sections</c>, and its anchor.</summary>
    string Id { get; }

    IEnumerable<Block> Write(ReportData data, ReportContext c);
}

/// <summary>The parts of the report, in order.</summary>
internal static class ReportSections
{
    public static IReadOnlyList<IReportSection> All { get; } =
    [
        new AnswerSection(), new GapSection(), new CorpusSection(), new MethodSection(), new AgreementSection(), new SaturationSection(), new ThemesSection(), new UnforeseenSection(), new CausesSection(), new TablesSection(),
        new MacroSection(),
        new MatrixSection(), new MisfitSection(), new CoverageSection(), new LimitsSection(), new ChecklistSection(), new TraceSection(), new SourcesSection(),
    ];
}

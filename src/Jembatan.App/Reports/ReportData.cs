using Jembatan.App.Causes;
using Jembatan.App.Gaps;
using Jembatan.App.Macro;
using Jembatan.App.Servo;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Reports;

/// <summary>Everything that a report says, loaded once.</summary>
/// <param name="Codings">Codings under the causes and themes shown, at most <see cref="CodingsPerCode"/> a code, and all that evidence and texts name.</param>
internal sealed record ReportData(
    Study Study, ShowGap.Response Gap, ShowMacro.Response Macro, RankCauses.Response Causes, ServoBoard.Response Board, IReadOnlyList<ReportSource> Sources,
    IReadOnlyList<Code> Codes, IReadOnlyDictionary<Id<Code>, int> CodingsPerCodeId, IReadOnlyDictionary<string, Bilingual> Narratives, IReadOnlyList<ReportCoding> Codings,
    IReadOnlyList<CodebookVersion> Versions, IReadOnlyList<(string Coder, int Codings, int Done)> Coders, IReadOnlyList<(string Variable, string Value, int Informants)> Variables)
{
    public const int CodingsPerCode = 40;

    public static async Task<Result<ReportData>> LoadAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var gap = await ShowGap.HandleAsync(db, cancellationToken);
        if (gap.Problem is { } noGap) return noGap;
        var macro = await ShowMacro.HandleAsync(db, cancellationToken);
        if (macro.Problem is { } noMacro) return noMacro;
        var causes = await RankCauses.HandleAsync(new RankCauses.Request(), db, cancellationToken);
        if (causes.Problem is { } noCauses) return noCauses;
        var board = await ServoBoard.HandleAsync(new ServoBoard.Request(), db, cancellationToken);
        if (board.Problem is { } noBoard) return noBoard;

        var codes = await db.Codes.AsNoTracking().OrderBy(c => c.Order).ToListAsync(cancellationToken);
        var counts = await db.Codings.AsNoTracking().GroupBy(c => c.CodeId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancellationToken);
        var narratives = await db.Narratives.AsNoTracking().ToDictionaryAsync(n => n.Section, n => n.Text, StringComparer.Ordinal, cancellationToken);
        var coders = await (from c in db.Coders.AsNoTracking()
                            orderby c.Name
                            select new { c.Name, Codings = db.Codings.Count(x => x.CoderId == c.Id), Done = db.DoneMarks.Count(d => d.CoderId == c.Id) }).ToListAsync(cancellationToken);
        var values = await (from v in db.VariableValues.AsNoTracking()
                            join n in db.Variables.AsNoTracking() on v.VariableId equals n.Id
                            where n.Type == VariableType.Text || n.Type == VariableType.Boolean
                            group v by new { n.Name, v.Value } into g
                            select new { g.Key.Name, g.Key.Value, N = g.Count() }).ToListAsync(cancellationToken);
        return new ReportData(
            await db.Studies.AsNoTracking().FirstAsync(cancellationToken), gap.Value, macro.Value, causes.Value, board.Value,
            await ReportSource.LoadAsync(db, cancellationToken), codes, counts, narratives,
            await ReportCoding.LoadAsync(db, codes, causes.Value, board.Value, narratives.Values, cancellationToken),
            await db.CodebookVersions.AsNoTracking().OrderBy(v => v.Number).ToListAsync(cancellationToken),
            [.. coders.Select(c => (c.Name, c.Codings, c.Done))],
            [.. values.Select(v => (v.Name, v.Value, v.N)).OrderBy(v => v.Name, StringComparer.Ordinal).ThenByDescending(v => v.N).ThenBy(v => v.Value, StringComparer.Ordinal)]);
    }
}

/// <summary>A source with who speaks in it.</summary>
internal sealed record ReportSource(string Name, SourceKind Kind, int Length, int Turns, string? Informant, InformantGroup? Group, InterviewRecord? Interview, int Codings, IReadOnlyList<string> Losses)
{
    public static async Task<IReadOnlyList<ReportSource>> LoadAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var codings = await db.Codings.AsNoTracking().GroupBy(c => c.SourceId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, cancellationToken);
        var informants = await db.Informants.AsNoTracking().ToDictionaryAsync(i => i.Id, cancellationToken);
        var sources = await (from s in db.Sources.AsNoTracking()
                             join r in db.Revisions.AsNoTracking() on new { s.Id, s.Revision } equals new { Id = r.SourceId, Revision = r.Number }
                             orderby s.Name
                             select new { Source = s, r.Length, r.TurnCount, r.Losses }).ToListAsync(cancellationToken);
        return
        [
            .. sources.Select(x =>
            {
                var informant = x.Source.InformantId is { } id ? informants.GetValueOrDefault(id) : null;
                return new ReportSource(x.Source.Name, x.Source.Kind, x.Length, x.TurnCount, informant?.Name, informant?.Group, x.Source.Interview, codings.GetValueOrDefault(x.Source.Id), x.Losses);
            }),
        ];
    }
}

/// <summary>One coding with its words and address.</summary>
internal sealed record ReportCoding(
    Id<Coding> Id, Id<Code> CodeId, string Source, int Revision, int Start, int End, string Words, int Stance, Basis? Basis, string Coder, string? Informant, InformantGroup? Group)
{
    public static async Task<IReadOnlyList<ReportCoding>> LoadAsync(
        JembatanDb db, IReadOnlyList<Code> codes, RankCauses.Response causes, ServoBoard.Response board, IEnumerable<Bilingual> texts, CancellationToken cancellationToken)
    {
        var wanted = board.Strategies.SelectMany(s => s.Pairs).SelectMany(p => p.Criteria).SelectMany(c => c.Ratings).SelectMany(r => r.Evidence).Select(e => e.CodingId).OfType<Id<Coding>>()
            .Concat(causes.Causes.Concat(causes.Categories).SelectMany(c => c.Quotes.Concat(c.Contradictions)).Select(q => q.CodingId))
            .Concat(texts.SelectMany(t => EmbeddedTraces.Codings(t))).Distinct().ToList();
        var found = new Dictionary<Id<Coding>, ReportCoding>();
        foreach (var chunk in wanted.Chunk(500)) Add(await Rows(db, db.Codings.Where(c => chunk.Contains(c.Id)), cancellationToken));
        foreach (var code in codes.Where(c => !c.Retired))
            Add(await Rows(db, db.Codings.Where(c => c.CodeId == code.Id && c.Voice != Voice.Interviewer).OrderBy(c => c.SourceId).ThenBy(c => c.Start).Take(ReportData.CodingsPerCode), cancellationToken));
        return [.. found.Values.OrderBy(c => c.Source, StringComparer.Ordinal).ThenBy(c => c.Start).ThenBy(c => c.Id)];

        void Add(List<ReportCoding> rows)
        {
            foreach (var row in rows) found[row.Id] = row;
        }
    }

    private static async Task<List<ReportCoding>> Rows(JembatanDb db, IQueryable<Coding> codings, CancellationToken cancellationToken)
    {
        var rows = await (from c in codings.AsNoTracking()
                          join s in db.Sources on c.SourceId equals s.Id
                          join k in db.Coders on c.CoderId equals k.Id
                          join i in db.Informants on s.InformantId equals i.Id into informants
                          from i in informants.DefaultIfEmpty()
                          select new { Coding = c, Source = s.Name, Coder = k.Name, Informant = i }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ReportCoding(
                r.Coding.Id, r.Coding.CodeId, r.Source, r.Coding.Revision, r.Coding.Start, r.Coding.End, r.Coding.Quote, r.Coding.Stance, r.Coding.Basis, r.Coder, r.Informant?.Name, r.Informant?.Group)),
        ];
    }
}

using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jembatan.App.Reports;

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
/// <param name="Language">BCP 47 tag of the words; empty when the interview does not say.</param>
internal sealed record ReportCoding(
    Id<Coding> Id, Id<Code> CodeId, string Source, int Revision, int Start, int End, string Words, string Language, int Stance, Basis? Basis, string Coder, string? Informant, InformantGroup? Group)
{
    public static async Task<IReadOnlyList<ReportCoding>> LoadAsync(JembatanDb db, IReadOnlyList<Code> codes, IReadOnlyList<Id<Coding>> wanted, CancellationToken cancellationToken)
    {
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
                          select new { Coding = c, Source = s, Coder = k.Name, Informant = i }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new ReportCoding(
                r.Coding.Id, r.Coding.CodeId, r.Source.Name, r.Coding.Revision, r.Coding.Start, r.Coding.End, r.Coding.Quote, Tag(r.Source.Interview?.Language), r.Coding.Stance, r.Coding.Basis, r.Coder,
                r.Informant?.Name, r.Informant?.Group)),
        ];
    }

    private static string Tag(string? language) => language?.Trim() switch
    {
        null or "" => "",
        var l when l.StartsWith("indo", StringComparison.OrdinalIgnoreCase) || l.StartsWith("bahasa indo", StringComparison.OrdinalIgnoreCase) || l == "id" => "id",
        var l when l.StartsWith("engl", StringComparison.OrdinalIgnoreCase) || l.StartsWith("ingg", StringComparison.OrdinalIgnoreCase) || l == "en" => "en",
        var l when l.StartsWith("jawa", StringComparison.OrdinalIgnoreCase) || l.StartsWith("java", StringComparison.OrdinalIgnoreCase) => "jv",
        _ => "",
    };
}

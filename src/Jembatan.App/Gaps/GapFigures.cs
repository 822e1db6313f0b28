using System.Globalization;
using Jembatan.App.Data;
using Jembatan.App.Servo;
using Jembatan.App.Traces;
using Jembatan.Core;

namespace Jembatan.App.Gaps;

/// <summary>The shipped figures of the gap: members, workers, ratios between them, targets.</summary>
internal static class GapFigures
{
    /// <summary>Numerator and denominator of a ratio may be this many months apart, and both dates are said.</summary>
    private const int MostMonthsApart = 5;

    private static readonly string[] RatioKeys = ["bpu-active", "informal-stated"];

    public static IEnumerable<GapSeries> InformalShare(ShippedMacro macro) =>
        macro.Series.Where(s => s.Key.StartsWith("informal-share", StringComparison.Ordinal) && s.Kind != "breakdown").Select(Series);

    public static IEnumerable<GapSeries> InformalWorkers(ShippedMacro macro) =>
        macro.Series.Where(s => s.Key.StartsWith("informal-workers", StringComparison.Ordinal)).Select(Series);

    public static IEnumerable<GapSeries> Members(ShippedGap gap) => gap.Members.Select(m => new GapSeries(
        m.Key, Name(m), m.Definition ?? Bilingual.Empty, "million persons",
        [.. (m.Points ?? []).Select(p => new GapPoint(TraceId.Gap($"{m.Key}/{p.Date}"), p.Date, p.Millions, p.Mark ?? "", p.Note, p.Sources ?? []))]));

    /// <summary>For each count of workers, the members counted nearest to it; both dates stand in the sum.</summary>
    public static IReadOnlyList<GapRatio> Ratios(ShippedGap gap, ShippedMacro macro)
    {
        var workers = InformalWorkers(macro).SelectMany(s => s.Points).Where(p => p.Value > 0).OrderBy(p => p.Date, StringComparer.Ordinal).ToList();
        var ratios = new List<GapRatio>();
        foreach (var members in Members(gap).Where(m => RatioKeys.Contains(m.Key)))
        {
            foreach (var below in workers)
            {
                var above = members.Points.Where(p => p.Value is not null && MonthsApart(p.Date, below.Date) <= MostMonthsApart)
                    .OrderBy(p => MonthsApart(p.Date, below.Date)).ThenBy(p => p.Date, StringComparer.Ordinal).FirstOrDefault();
                if (above is not null) ratios.Add(Ratio(members, above, below));
            }
        }

        ratios.AddRange(gap.Areas.Where(a => a.Denominator > 0).Select(a => new GapRatio(
            TraceId.Gap($"area/{a.Key}"), a.Area, a.Date, a.Persons ?? 0, a.Date, a.Denominator!.Value, (a.Persons ?? 0) / a.Denominator.Value, SameDate: true,
            Arithmetic.Ratio(a.Persons ?? 0, a.Denominator.Value, "orang", "persons"), a.Sources ?? [])));
        return ratios;
    }

    public static IEnumerable<GapTarget> Targets(ShippedGap gap) => gap.Targets.Select(t =>
    {
        var achieved = t.Achieved is { } a && a.Unit == t.Unit ? a : null;
        var both = achieved?.Value is not null && t.Value > 0;
        return new GapTarget(
            TraceId.Gap($"target/{t.Key}"), t.Key, t.Text, t.Value, t.Unit ?? "", t.Due, t.Denominator ?? Bilingual.Empty, achieved?.Value, achieved?.Date,
            both ? Arithmetic.Ratio(achieved!.Value!.Value, t.Value!.Value, "dari sasaran", "of the target") : null,
            both ? null : new("Tidak ada capaian tercetak dengan definisi yang sama", "No printed achievement of the same definition"),
            t.Mark ?? "", [.. (t.Sources ?? []).Union(achieved?.Sources ?? [])]);
    });

    public static IReadOnlyDictionary<string, GapCitation> Citations(params ShippedFile[] files)
    {
        var all = new SortedDictionary<string, GapCitation>(StringComparer.Ordinal);
        foreach (var (tag, s) in files.SelectMany(f => f.Sources)) all.TryAdd(tag, new GapCitation(tag, s.Title, s.Url, s.Date));
        return all;
    }

    private static GapSeries Series(ShippedSeries s) => new(
        s.Key, s.Name, s.Definition ?? Bilingual.Empty, s.Unit ?? "",
        [.. (s.Points ?? []).Select(p => new GapPoint(TraceId.Point(s.Key, p.Date), p.Date, p.Value, p.Mark ?? "", p.Note, p.Sources ?? []))]);

    private static GapRatio Ratio(GapSeries members, GapPoint above, GapPoint below)
    {
        var same = MonthsApart(above.Date, below.Date) == 0;
        var sum = Arithmetic.Ratio(above.Value!.Value, below.Value!.Value, "juta", "million");
        return new(
            TraceId.Gap($"ratio/{members.Key}/{above.Date}/{below.Date}"), members.Definition, above.Date, above.Value.Value, below.Date, below.Value.Value, above.Value.Value / below.Value.Value,
            same, same ? sum : new($"{sum.Id} (pembilang {above.Date}, penyebut {below.Date})", $"{sum.En} (numerator {above.Date}, denominator {below.Date})"),
            [.. above.Sources.Union(below.Sources)]);
    }

    // A bare year is not a month and is paired with nothing.
    private static int MonthsApart(string a, string b) => Month(a) is { } x && Month(b) is { } y ? Math.Abs(x - y) : int.MaxValue;

    private static int? Month(string date) =>
        date.Length >= 7 && int.TryParse(date[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(date[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            ? (year * 12) + month : null;

    private static Bilingual Name(ShippedMembers m) => (m.Segment, m.Measure) switch
    {
        ("all", "active") => new("Peserta aktif, semua segmen", "Active members, all segments"),
        ("bpu", "active") => new("Peserta BPU aktif", "Active BPU members"),
        ("bpu", "registered") => new("Peserta BPU terdaftar", "Registered BPU members"),
        ("bpu", "non-active") => new("Peserta BPU nonaktif", "Non-active BPU members"),
        ("bpu", "stated") => new("Peserta BPU menurut pernyataan", "BPU members as stated"),
        ("informal", _) => new("Peserta sektor informal menurut pernyataan", "Informal-sector members as stated"),
        ("all", "stated") => new("Peserta semua segmen menurut pernyataan", "Members of all segments as stated"),
        ("pu", _) => new("Peserta penerima upah aktif", "Active wage-worker members"),
        ("construction", _) => new("Peserta jasa konstruksi aktif", "Active construction members"),
        ("migrant", _) => new("Peserta pekerja migran aktif", "Active migrant members"),
        _ => Bilingual.Same(m.Key),
    };
}

using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Stock;

/// <summary>One contract of a sponsor's year.</summary>
/// <param name="StartMonth">Month of the year that is paid first, 1 to 12.</param>
/// <param name="Months">How many months are paid, 1 to 24.</param>
/// <param name="Share">Share of the year's places, 0 to 1.</param>
public readonly record struct SponsorContract(int StartMonth, int Months, double Share);

/// <summary>When sponsors pay within a year.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">For people.</param>
/// <param name="Contracts">Contracts whose shares sum to 1.</param>
/// <param name="Source">Where it was read; that it is assumed.</param>
public sealed record SponsorCalendar(string Id, Bilingual Name, ImmutableArray<SponsorContract> Contracts, string Source)
{
    /// <summary>The shipped calendars; the first is the default.</summary>
    public static ImmutableArray<SponsorCalendar> Shipped() => Read("calendars.json", JsonRecords.Shipped("calendars.json")).Value;

    /// <summary>Reads a file of calendars: lists <c>calendars</c> and <c>contracts</c>.</summary>
    /// <param name="file">Name of the file, for problems.</param>
    /// <param name="utf8">The file.</param>
    /// <returns>The calendars, or a problem that names file, line and field.</returns>
    public static Result<ImmutableArray<SponsorCalendar>> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var read = JsonRecords.Read(file, utf8, "calendars", "contracts");
        if (read.Problem is { } problem) return problem;
        var contracts = new List<(string Calendar, SponsorContract Contract, JsonRecord Record)>();
        foreach (var record in read.Value.GetValueOrDefault("contracts", []))
        {
            var f = new FieldReader(record);
            contracts.Add((f.Text("calendar"), new((int)f.Whole("startMonth", 1, 12), (int)f.Whole("months", 1, 24), f.Number("share", 0, 1)), record));
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
        }

        var calendars = ImmutableArray.CreateBuilder<SponsorCalendar>();
        foreach (var record in read.Value.GetValueOrDefault("calendars", []))
        {
            var f = new FieldReader(record);
            var id = f.Text("id");
            var own = contracts.Where(c => c.Calendar == id).Select(c => c.Contract).ToImmutableArray();
            if (Math.Abs(own.Sum(c => c.Share) - 1) > 1e-9) f.Refuse("data/bad-field", "id", FormattableString.Invariant($"'{file}', line {record.Line}: the shares of the contracts of '{id}' sum to {own.Sum(c => c.Share):0.###}, not to 1. Correct them."));
            calendars.Add(new(id, f.Both("name"), own, f.Text("source")));
            _ = f.Text("mark");
            f.NothingElse();
            if (f.Problem is { } bad) return bad;
        }

        return contracts.FirstOrDefault(c => calendars.All(k => k.Id != c.Calendar)) is { Record: { } stray } unowned
            ? new Problem("data/bad-field", FormattableString.Invariant($"'{file}', line {stray.LineOf("calendar")}: there is no calendar '{unowned.Calendar}'. Name one of 'calendars'."), stray.At("calendar"))
            : calendars.ToImmutable();
    }
}

using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Interchange.Tables;
using Jembatan.Simulation.Calibration;
using Jembatan.Simulation.Rules;
using Jembatan.Simulation.Stock;

namespace Jembatan.App.Coverage;

/// <summary>A file that was typed: its name and what is in it.</summary>
public sealed record NamedFile(string Name, byte[] Content);

/// <summary>What the member stock is fitted to: published targets or own ones, calendars, and the institution's flows.</summary>
internal sealed record StockFiles(ImmutableArray<CalibrationTarget> Targets, ImmutableArray<SponsorCalendar> Calendars, ImmutableArray<FlowRow> Flows)
{
    /// <summary>The fitted part, in order of time.</summary>
    public List<CalibrationTarget> Fit => [.. Targets.Where(t => t.Use == TargetUse.Fit).OrderBy(t => t.Month)];

    public static async Task<Result<StockFiles>> ReadAsync(NamedFile? targets, NamedFile? calendars, NamedFile? flows, NamedFile? map, CancellationToken cancellationToken)
    {
        var read = targets is null ? CalibrationTargets.Shipped() : CalibrationTargets.Read(targets.Name, targets.Content);
        if (read.Problem is { } badTargets) return badTargets;
        var planned = calendars is null ? SponsorCalendar.Shipped() : SponsorCalendar.Read(calendars.Name, calendars.Content);
        if (planned.Problem is { } badCalendars) return badCalendars;
        if (planned.Value.IsEmpty) return new Problem("data/missing-field", $"'{calendars!.Name}' holds no calendar. Add one under 'calendars'.", calendars.Name);
        ImmutableArray<FlowRow> rows = [];
        if (flows is not null)
        {
            var mapping = map is null ? FlowMapping.Plain : FlowMapping.Read(map.Name, map.Content);
            if (mapping.Problem is { } badMap) return badMap;
            var table = await TableReader.ReadAsync(flows.Name, new MemoryStream(flows.Content), null, cancellationToken);
            if (table.Problem is { } unread) return unread;
            var found = FlowTable.Read(flows.Name, table.Value.Header, table.Value.Rows, mapping.Value);
            if (found.Problem is { } badFlows) return badFlows;
            rows = [.. found.Value.Where(r => r.Payer == Payer.Self)];
            if (rows.IsEmpty) return new Problem("flows/no-self-payers", $"'{flows.Name}' has no row of members who pay for themselves, so that entry and lapse cannot be read from it. Map the column of the payer and the word for 'self'.", flows.Name);
        }

        return new StockFiles(read.Value, planned.Value, rows);
    }
}

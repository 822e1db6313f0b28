using System.Collections.Immutable;
using Jembatan.Core;
using Jembatan.Simulation.Records;

namespace Jembatan.Simulation.Population;

/// <summary>The margins that a synthetic population is made of; shares sum to 1.</summary>
internal sealed record PopulationMargins(
    double Persons, IReadOnlyDictionary<WorkStatus, double> Statuses, IReadOnlyDictionary<WorkStatus, ImmutableArray<double>> Sectors, IReadOnlyDictionary<WorkStatus, ImmutableArray<double>> Schooling,
    double Urban, double UrbanAgriculture, double UrbanOther, double Women, double Lodging, ImmutableArray<double> Ages, ImmutableArray<double> Provinces);

/// <summary>Reads a file of margins.</summary>
internal static class PopulationFile
{
    public static Result<PopulationMargins> Read(string file, ReadOnlySpan<byte> utf8)
    {
        var read = JsonRecords.Read(file, utf8);
        if (read.Problem is { } problem) return problem;
        Problem? first = null;
        T Take<T>(JsonRecord record, Func<FieldReader, T> make)
        {
            var fields = new FieldReader(record);
            var made = make(fields);
            _ = (fields.Text("mark"), fields.Text("source"), fields.Optional("name"), fields.Optional("month"));
            fields.NothingElse();
            first ??= fields.Problem;
            return made;
        }

        ImmutableArray<JsonRecord> List(string name)
        {
            var list = read.Value.GetValueOrDefault(name, []);
            if (list.IsEmpty) first ??= new("data/missing-field", $"'{file}' has no list '{name}'. Compare it with the file that comes with the program.", file);
            return list;
        }

        double Named(string list, string name, string field, double most)
        {
            foreach (var record in List(list))
                if (record.Fields.TryGetValue("name", out var n) && n.Value.ValueKind == System.Text.Json.JsonValueKind.String && n.Value.GetString() == name) return Take(record, f => f.Number(field, 0, most));
            first ??= new("data/missing-field", $"'{file}' has no '{name}' under '{list}'. Compare it with the file that comes with the program.", file);
            return 0;
        }

        Dictionary<WorkStatus, T> ByStatus<T>(string list, Func<FieldReader, T> make)
        {
            var found = new Dictionary<WorkStatus, T>();
            foreach (var record in List(list))
            {
                var (status, value) = Take(record, f => (f.Word("status", WorkStatuses.ById), make(f)));
                if (!found.TryAdd(status, value)) first ??= new("data/repeated-field", FormattableString.Invariant($"'{file}', line {record.Line}: '{list}' gives a status twice. Keep one."), record.At("status"));
            }

            if (WorkStatuses.Informal.FirstOrDefault(s => !found.ContainsKey(s)) is var missing and not default(WorkStatus))
                first ??= new("data/missing-field", $"'{file}' has no '{WorkStatuses.Id(missing)}' under '{list}'. Add it.", file);
            return found;
        }

        ImmutableArray<double> Persons(FieldReader f, int length)
        {
            var numbers = f.Numbers("persons");
            if (numbers.Length != length || numbers.Any(n => !(n >= 0)) || !(numbers.Sum() > 0))
                f.Refuse("data/bad-field", "persons", FormattableString.Invariant($"'{file}': 'persons' is not a list of {length} numbers of 0 or more with a sum above 0. Correct it."));
            return numbers;
        }

        ImmutableArray<double> Shares(string list, int length)
        {
            var records = List(list);
            if (records.IsEmpty) return [];
            var numbers = Take(records[0], f => Persons(f, length));
            var sum = numbers.Sum();
            return [.. numbers.Select(n => n / sum)];
        }

        var margins = new PopulationMargins(
            Named("totals", "informal-workers", "persons", 1e9), ByStatus("statuses", f => f.Number("sharePercent", 0, 100)), ByStatus("statusBySector", f => Persons(f, 9)), ByStatus("statusBySchooling", f => Persons(f, 5)),
            Named("areas", "informal", "urbanShare", 1), Named("areas", "agriculture-odds", "urbanShare", 1), Named("areas", "other-odds", "urbanShare", 1), Named("women", "informal", "share", 1),
            Named("tradeSplit", "lodging", "share", 1), Shares("ages", 10), Shares("provinces", Provinces.Names.Count));
        if (first is { } wrong) return wrong;
        return margins;
    }
}

using System.CommandLine;
using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Simulation.Population;

namespace Jembatan.Cli.Verbs.Coverage;

internal static class PopulationVerb
{
    public static Verb Verb { get; } = new("population", "Makes the population of a model file from a survey: csv, xlsx, dbf, sav, zsav or dta.", TakesStudy: false, Build);

    private const string Error = "0.0E+0;0.0E+0;0";

    private static void Build(Command command)
    {
        var survey = new Option<string?>("--survey") { Description = "The survey file.", HelpName = "FILE", Required = true };
        var map = new Option<string?>("--map") { Description = "Which column is what, JSON (docs/formats).", HelpName = "FILE", Required = true };
        var output = new Option<string?>("--out") { Description = "File for the rows, YAML; put it into the model file in the place of 'population'.", HelpName = "FILE" };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the rounding to whole persons (default 1).", HelpName = "N", DefaultValueFactory = _ => 1 };
        foreach (var option in (Option[])[survey, map, output, seed]) command.Add(option);
        command.Does(async session =>
        {
            if (TypedFile.NoFolder(session.Get(output)) is { } nowhere) return nowhere;
            if (TypedFile.WouldOverwrite(session.Get(output), session.Get(survey), session.Get(map)) is { } precious) return precious;
            var rows = await TypedFile.OfAsync(session, survey);
            if (rows.Problem is { } noSurvey) return noSurvey;
            var mapping = await TypedFile.OfAsync(session, map);
            if (mapping.Problem is { } noMap) return noMap;
            var read = await ReadPopulation.HandleAsync(new(rows.Value!, mapping.Value!, session.Get(seed)), session.Cancel);
            if (read.Problem is { } problem) return problem;
            if (session.Get(output) is { } path) await File.WriteAllTextAsync(path, ReadPopulation.ForTheModel(read.Value.Table), session.Cancel);
            return Said(read.Value, session.Get(output));
        });
    }

    private static Answer Said(SurveyedPopulation read, string? path) => new(
        new { persons = read.Table.Persons, rows = read.Rows, read.EffectiveSize, read.Raking, rakingReason = read.Raking is null ? "The mapping has no margins: the weights were not raked." : null, read.Losses, file = path },
        sheet =>
        {
            sheet.Line(sheet.Say($"{sheet.Number(read.Table.Persons)} orang dari {sheet.Number(read.Rows)} baris survei", $"{sheet.Number(read.Table.Persons)} persons of {sheet.Number(read.Rows)} survey rows")
                + sheet.Say($"; ukuran efektif {sheet.Number((long)Math.Round(read.EffectiveSize))} baris", $"; effective size {sheet.Number((long)Math.Round(read.EffectiveSize))} rows"));
            if (read.Raking is { } raking)
            {
                string N(double value, string format) => value.ToString(format, CultureInfo.GetCultureInfo(sheet.Language == Language.Indonesian ? "id-ID" : "en-GB"));
                sheet.Line(sheet.Say(
                    $"Raking: {raking.Sweeps} putaran, galat terbesar {N(raking.LargestError, Error)}, perubahan bobot terbesar ÷ terkecil {N(raking.WeightChangeRatio, "0.00")}",
                    $"Raking: {raking.Sweeps} sweeps, largest error {N(raking.LargestError, Error)}, largest ÷ smallest change of a weight {N(raking.WeightChangeRatio, "0.00")}"));
            }

            foreach (var loss in read.Losses) sheet.Line(loss);
            if (path is not null) sheet.Line(sheet.Say($"Ditulis: {path}", $"Written: {path}"));
        });
}

namespace Jembatan.Architecture.Tests;

public sealed class FileTests
{
    [Fact]
    public void No_source_file_is_over_400_lines() => Rules.None(
        Tree.Sources.Select(f => (File: f, Lines: File.ReadLines(Path.Combine(Repository.Root, f)).Count())).Where(f => f.Lines > 400).Select(f => $"{f.File} has {f.Lines} lines; split it along its ideas"));

    [Fact]
    public void Only_the_hosts_catch_every_exception() => Rules.None(
        Tree.Sources.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && !f.StartsWith("src/Jembatan.Cli/", StringComparison.Ordinal) && !f.StartsWith("src/Jembatan.Web/", StringComparison.Ordinal))
            .SelectMany(f => Rules.SwallowedFaults(f, Tree.Read(f))));

    [Fact]
    public void No_file_names_a_place_on_one_machine_or_a_registry() => Rules.None(Tree.Texts.SelectMany(f => Rules.MachineWords(f, Tree.Read(f))));

    [Fact]
    public void No_package_configuration_names_an_address() => Rules.None(
        Tree.Texts.Where(f => Path.GetFileName(f).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC" && Tree.Read(f).Contains("://", StringComparison.Ordinal)));

    [Fact]
    public void Nothing_is_left_half_done() => Rules.None(Tree.Sources.SelectMany(f => Rules.Leftovers(f, Tree.Read(f))));

    [Fact]
    public void The_root_stays_small() => Assert.True(
        Tree.Texts.Count(f => !f.Contains('/')) <= 15, "The root holds the files that everyone needs; decisions go to docs/adr.");

    [Fact]
    public void Every_decision_says_why() => Rules.None(
        from file in Tree.Texts
        where file.StartsWith("docs/adr/", StringComparison.Ordinal)
        from heading in new[] { "## Context", "## Options", "## Decision", "## Consequence" }
        where !Tree.Read(file).Contains(heading, StringComparison.Ordinal)
        select $"{file} has no '{heading}'");

    [Fact]
    public void The_rules_catch_what_they_forbid()
    {
        Assert.Single(Rules.SwallowedFaults("x", "try { } catch (Exception e) { }"));
        Assert.Single(Rules.SwallowedFaults("x", "try { }\ncatch\n{ }"));
        Assert.Single(Rules.SwallowedFaults("x", "try { } catch (Exception e) when (!stopped) { }"));
        Assert.Empty(Rules.SwallowedFaults("x", "try { } catch (Exception e) when (PdfFaults.IsOfTheFile(e)) { }"));
        Assert.Empty(Rules.SwallowedFaults("x", "try { } catch (Exception e) when (e is IOException or FormatException) { } catch (IOException) { }"));
        Assert.Single(Rules.MachineWords("x", "see /" + "home/ana/study"));
        Assert.Single(Rules.MachineWords("x", "https://api.nuget" + ".org/v3"));
        Assert.Empty(Rules.MachineWords("x", "/usr/bin/chromium and docs/work/here"));
        Assert.Single(Rules.Leftovers("x", "// TO" + "DO later"));
    }
}

using System.Xml.Linq;

namespace Jembatan.Architecture.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Every_project_under_src_stands_on_the_plan()
    {
        var there = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)["Jembatan.".Length..]);
        Rules.None(there.Except(House.Projects.Keys).Select(p => $"{p} is not on the plan in House.cs"));
        Assert.True(House.Built.Count >= 9, "The nine projects of the first path are built and loaded.");
    }

    [Fact]
    public void Project_files_name_only_the_projects_that_the_plan_allows() => Rules.None(
        from project in House.Built.Keys
        from reference in Items(House.ProjectFile(project), "ProjectReference")
        let name = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))["Jembatan.".Length..]
        where !House.Projects[project].Projects.Contains(name)
        select $"{project} must not reference {name}");

    [Fact]
    public void Project_files_name_only_the_packages_that_the_plan_allows() => Rules.None(
        from project in House.Built.Keys
        from package in Items(House.ProjectFile(project), "PackageReference")
        where !House.Projects[project].Packages.Contains(package)
        select $"{project} must not take the package {package}; add it to the plan with a reason, or put the code where the package lives");

    [Fact]
    public void Code_touches_only_the_projects_in_its_reach() => Rules.None(
        from project in House.Built
        from reference in project.Value.GetReferencedAssemblies()
        where reference.Name!.StartsWith("Jembatan.", StringComparison.Ordinal) && !House.Reach(project.Key).Contains(reference.Name["Jembatan.".Length..])
        select $"{project.Key} must not touch {reference.Name}");

    [Fact]
    public void Code_touches_a_quarantined_package_only_where_it_lives() => Rules.None(
        from project in House.Built
        from reference in project.Value.GetReferencedAssemblies()
        let rule = House.Quarantine.FirstOrDefault(q => reference.Name!.StartsWith(q.Prefix, StringComparison.Ordinal))
        where rule.Prefix is not null && !rule.Only.Contains(project.Key)
        select $"{project.Key} touches {reference.Name}, which belongs to {string.Join(" and ", rule.Only)}");

    [Fact]
    public void Pages_and_verbs_do_not_query_the_database() => Rules.None(
        from file in Tree.Sources
        where (file.StartsWith("src/Jembatan.Web/", StringComparison.Ordinal) || file.StartsWith("src/Jembatan.Cli/", StringComparison.Ordinal))
            && Tree.Read(file).Contains("using Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        select $"{file}: ask a slice of App");

    [Theory]
    [InlineData("Lucene.Net")]
    [InlineData("Google.OrTools")]
    public void A_heavy_package_stays_behind_one_file(string package) =>
        Assert.True(Tree.Sources.Count(f => f.StartsWith("src/", StringComparison.Ordinal) && Tree.Read(f).Contains($"using {package}", StringComparison.Ordinal)) <= 1);

    [Fact]
    public void Versions_stand_once_and_every_project_is_locked_and_in_the_solution()
    {
        var solution = Tree.Read("Jembatan.slnx");
        var projects = Tree.Texts.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(projects);
        Rules.None(projects.Where(p => Tree.Read(p).Contains(" Version=", StringComparison.Ordinal)).Select(p => $"{p} names a version; it belongs into Directory.Packages.props"));
        Rules.None(projects.Where(p => !solution.Contains(p, StringComparison.Ordinal)).Select(p => $"{p} is not in Jembatan.slnx"));
        Rules.None(projects.Where(p => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(p)!, "packages.lock.json"))).Select(p => $"{p} has no packages.lock.json; run dotnet restore"));
    }

    [Fact]
    public void Every_project_has_its_tests() => Rules.None(
        House.Built.Keys.Where(p => !File.Exists(Path.Combine(Repository.Root, "tests", $"Jembatan.{p}.Tests", $"Jembatan.{p}.Tests.csproj"))));

    private static IEnumerable<string> Items(string projectFile, string item) =>
        XDocument.Load(projectFile).Descendants(item).Select(e => (string?)e.Attribute("Include")).OfType<string>();
}

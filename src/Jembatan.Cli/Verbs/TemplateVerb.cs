using System.CommandLine;
using Jembatan.App.ServoWorkbooks;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs;

internal static class TemplateVerb
{
    public static Verb Verb { get; } = new("template", "Writes the empty workbook for 'import --kind servo'.", TakesStudy: false, Build);

    private static void Build(Command command)
    {
        var output = new Argument<string>("OUT.xlsx") { Description = "The new workbook; it must not exist." };
        command.Add(output);
        command.Does(session => Task.FromResult(Write(session, Path.GetFullPath(session.Get(output)))));
    }

    private static Result<Answer> Write(Session session, string path)
    {
        if (!Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) return new Problem("template/format", "The template is an Excel workbook. Give it a name that ends in .xlsx.", path);
        if (!Directory.Exists(Path.GetDirectoryName(path))) return new Problem("template/no-folder", $"There is no folder for '{path}'. Make it first, or name another place.", path);
        if (Path.Exists(path)) return new Problem("template/exists", $"'{path}' is there already. Choose another name; nothing is overwritten.", path);
        using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite)) WriteServoTemplate.Write(stream, session.Language);
        return new Answer(
            new { template = new { path, sheets = ServoSheets.All.Select(s => new { s.Name, columns = s.Columns.Select(c => c.Name), required = s.Columns.Where(c => c.Required).Select(c => c.Name) }) } },
            sheet => sheet.Line(sheet.Say($"Templat ditulis: {path}. Isi, lalu: jembatan import STUDI {Path.GetFileName(path)} --kind servo", $"Template written: {path}. Fill it, then: jembatan import STUDY {Path.GetFileName(path)} --kind servo")));
    }
}

using Jembatan.Core;
using Jembatan.Interchange.Tables;

namespace Jembatan.App.ServoWorkbooks;

/// <summary>Writes the empty SERVO workbook: a sheet that explains every column, then one sheet for each kind of thing.</summary>
public static class WriteServoTemplate
{
    /// <summary>Name of the sheet that explains; the import passes it over.</summary>
    public const string Guide = "guide";

    /// <param name="Language">Language of the explanations; names of sheets and columns are the same in both.</param>
    public static void Write(Stream stream, Language language)
    {
        var indonesian = language == Language.Indonesian;
        IReadOnlyList<IReadOnlyList<object?>> guide =
        [
            .. ServoSheets.All.SelectMany(s => s.Columns.Select(c => (IReadOnlyList<object?>)
                [s.Name, c.Name, c.Required ? indonesian ? "wajib" : "required" : "", c.About.In(language)]).Prepend([s.Name, "", "", s.About.In(language)])),
        ];
        TableWriter.WriteXlsx(stream,
        [
            new SheetData(Guide, indonesian ? ["lembar", "kolom", "", "isi"] : ["sheet", "column", "", "what"], guide),
            .. ServoSheets.All.Select(s => new SheetData(s.Name, [.. s.Columns.Select(c => c.Name)], [])),
        ]);
    }
}

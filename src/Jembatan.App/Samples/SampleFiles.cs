using System.Text.Json;
using Jembatan.Core;

namespace Jembatan.App.Samples;

/// <summary>The files of the sample study as they come with the program.</summary>
internal static class SampleFiles
{
    private const string Root = "Jembatan.Samples/informal-coverage/";
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, RespectRequiredConstructorParameters = true };

    /// <summary>Names of the interviews in order, such as <c>10-buruh-tani-tembakau</c>.</summary>
    public static IReadOnlyList<string> Interviews { get; } =
    [
        .. typeof(SampleFiles).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Root + "interviews/", StringComparison.Ordinal))
            .Select(n => Path.GetFileNameWithoutExtension(n[(Root.Length + "interviews/".Length)..])).Order(StringComparer.Ordinal),
    ];

    /// <summary>The transcript of an interview as written.</summary>
    public static string Transcript(string interview) => Text($"interviews/{interview}.txt");

    /// <returns>Informant, interview and codings, or <c>sample/unreadable</c>.</returns>
    public static Result<SampleInterview> Codings(string interview) => Read<SampleInterview>($"codings/{interview}.json");

    /// <returns>Everything beyond interviews and codings, or <c>sample/unreadable</c>.</returns>
    public static Result<SampleServo> Servo() => Read<SampleServo>("servo.json");

    /// <summary>A problem of the sample's own data, which names file and entry.</summary>
    public static Problem Problem(string file, string entry, string what) => new(
        "sample/bad-entry", $"samples/informal-coverage/{file}, {entry}: {what} Correct the file and build again.", $"{file}: {entry}");

    private static Result<T> Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Text(file), Options) is { } read ? read : Problem(file, "whole file", "It is empty.");
        }
        catch (JsonException e)
        {
            return new Problem("sample/unreadable", $"samples/informal-coverage/{file} cannot be read at {e.Path}: {e.Message} Correct the file and build again.", file);
        }
    }

    private static string Text(string file)
    {
        using var stream = typeof(SampleFiles).Assembly.GetManifestResourceStream(Root + file)
            ?? throw new InvalidOperationException($"The program was built without samples/informal-coverage/{file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

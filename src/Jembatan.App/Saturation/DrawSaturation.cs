using System.Text;
using Jembatan.App.Reports.Figures;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.App.Saturation;

/// <summary>Draws the saturation curve of all informants or of one group as a picture.</summary>
public static class DrawSaturation
{
    /// <param name="Measure">Base, run, threshold, groups and orders.</param>
    /// <param name="Format">png or svg.</param>
    /// <param name="Group">Value of the variable whose curve is drawn; null for all informants.</param>
    /// <param name="Name">What the group is called in the picture.</param>
    /// <param name="Language">Language of its words.</param>
    public sealed record Request(MeasureSaturation.Request Measure, string Format, string? Group, string Name, Language Language);

    /// <param name="Content">The file.</param>
    /// <param name="ContentType">What it is.</param>
    /// <param name="FileName">What it is called.</param>
    public sealed record Response(byte[] Content, string ContentType, string FileName);

    /// <returns>The picture, or <c>saturation/format</c>, <c>saturation/group</c>, <c>saturation/no-events</c> or a problem of the measure.</returns>
    public static async Task<Result<Response>> HandleAsync(Request request, JembatanDb db, CancellationToken cancellationToken)
    {
        if (Unknown(request.Format) is { } unknown) return unknown;
        var measured = await MeasureSaturation.HandleAsync(request.Measure, db, cancellationToken);
        if (measured.Problem is { } problem) return problem;
        return measured.Value.Groups.FirstOrDefault(g => g.Group == request.Group) is { } group
            ? Of(group, request.Name, request.Format, request.Language)
            : new Problem("saturation/group", $"No informant has the value '{request.Group}'. Choose a group from the page of saturation.", request.Group);
    }

    /// <summary>The picture of a curve that is measured already.</summary>
    /// <returns>The picture, or <c>saturation/format</c>, <c>saturation/no-events</c>.</returns>
    public static Result<Response> Of(GroupSaturation group, string name, string format, Language language)
    {
        if (Unknown(format) is { } unknown) return unknown;
        var content = format == "png" ? SaturationImage.Png(group, name, language) : SaturationChart.Of(group, name, language) is { } svg ? Encoding.UTF8.GetBytes(svg) : null;
        return content is null
            ? new Problem("saturation/no-events", "No informant is coded yet, so there is no curve. Code interviews first.")
            : new Response(content, format == "png" ? "image/png" : "image/svg+xml", $"jembatan-saturation.{format}");
    }

    private static Problem? Unknown(string format) => format is "png" or "svg" ? null : new("saturation/format", "The curve is written as .png or .svg. Choose one of these endings.", format);
}

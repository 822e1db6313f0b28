using System.Buffers.Binary;
using System.Text;
using Jembatan.App.Saturation;
using Jembatan.App.Tests.Fit;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Core.Strategies;

namespace Jembatan.App.Tests.Saturation;

public sealed class DrawSaturationTests
{
    [Fact]
    public async Task The_curve_is_a_picture_of_its_size_for_all_and_for_each_group()
    {
        await using var study = await CodedAsync();
        var pictures = new List<byte[]>();
        foreach (var group in (string?[])[null, "worker", "agent"])
        {
            var png = await study.AskAsync(db => DrawSaturation.HandleAsync(new(new(), "png", group, "Kelompok", Language.Indonesian), db, SmallStudy.Token));
            Assert.Equal(("image/png", "jembatan-saturation.png"), (png.ContentType, png.FileName));
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png.Content[..4]);
            Assert.Equal((1200, 560), (BinaryPrimitives.ReadInt32BigEndian(png.Content.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.Content.AsSpan(20))));
            pictures.Add(png.Content);
        }

        Assert.Equal(3, pictures.Select(Convert.ToHexString).Distinct().Count());
        var again = await study.AskAsync(db => DrawSaturation.HandleAsync(new(new(), "png", null, "Kelompok", Language.Indonesian), db, SmallStudy.Token));
        Assert.Equal(pictures[0], again.Content);
        var svg = await study.AskAsync(db => DrawSaturation.HandleAsync(new(new(), "svg", "worker", "Pekerja <b>", Language.English), db, SmallStudy.Token));
        Assert.Contains("Pekerja &lt;b&gt;: ", Encoding.UTF8.GetString(svg.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_drawn_is_a_problem()
    {
        await using var study = await CodedAsync();
        Assert.Equal("saturation/format", (await study.RefusalAsync(db => DrawSaturation.HandleAsync(new(new(), "pdf", null, "Semua", Language.Indonesian), db, SmallStudy.Token))).Code);
        Assert.Equal("saturation/group", (await study.RefusalAsync(db => DrawSaturation.HandleAsync(new(new(), "png", "expert", "Ahli", Language.Indonesian), db, SmallStudy.Token))).Code);
        await using var empty = await SmallStudy.NewAsync();
        Assert.NotNull((await empty.RefusalAsync(db => DrawSaturation.HandleAsync(new(new(), "png", null, "Semua", Language.Indonesian), db, SmallStudy.Token))).Message);
    }

    private static async Task<SmallStudy> CodedAsync()
    {
        var study = await SmallStudy.NewAsync();
        foreach (var code in (string[])["X1", "X2", "X3"]) await study.CodeAsync(code, Element.Environment);
        for (var i = 1; i <= 5; i++)
        {
            await study.InterviewAsync($"I{i}", $"N{i}", i < 4 ? InformantGroup.Worker : InformantGroup.Agent, "N: Satu dua.");
            await study.CodingAsync($"I{i}", "Satu", $"X{1 + (i % 3)}");
        }

        return study;
    }
}

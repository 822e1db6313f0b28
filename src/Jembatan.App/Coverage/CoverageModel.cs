using Jembatan.Core;
using Jembatan.Simulation.Chain;

namespace Jembatan.App.Coverage;

/// <summary>A model file, read.</summary>
/// <param name="Text">The file's text, which goes into shards so that they can be told apart and joined without it.</param>
/// <param name="Name">The file's name.</param>
public abstract record CoverageModel(string Text, string Name)
{
    /// <summary>What <c>kind</c> says.</summary>
    public abstract string Kind { get; }

    /// <summary>The model that comes with the program: every parameter at its starting value, not calibrated.</summary>
    public static CoverageModel Shipped()
    {
        using var stream = typeof(CoverageModel).Assembly.GetManifestResourceStream("Jembatan.App.Data.coverage-model.yaml")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd(), "coverage-model.yaml").Value;
    }

    /// <summary>Reads a model file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="name">Its name, for problems.</param>
    public static Result<CoverageModel> Read(string text, string name)
    {
        var opened = YamlFields.Open(text, name);
        if (opened.Problem is { } problem) return problem;
        var fields = opened.Value;
        var kind = fields.Text("kind");
        if (fields.Problem is { } none) return none;
        if (kind == "chain") return ChainFile.Read(fields, text, name);
        if (kind == "membership") return MembershipFile.Read(fields, text, name);
        fields.Wrong("model/kind", $"is '{kind}'. Write chain or membership.", "kind");
        return fields.Problem!;
    }
}

/// <summary>The check case.</summary>
/// <param name="Chain">The chain.</param>
public sealed record ChainFile(ChainModel Chain, string Text, string Name) : CoverageModel(Text, Name)
{
    /// <inheritdoc/>
    public override string Kind => "chain";

    internal static Result<CoverageModel> Read(YamlFields fields, string text, string name)
    {
        var states = fields.Words("states", required: true);
        var start = fields.Numbers("start", double.NegativeInfinity, double.PositiveInfinity, required: true);
        var monthly = fields.Rows("monthly", required: true);
        var covered = fields.Has("covered") ? fields.Words("covered") : fields.Words("covered") is { Count: 0 } ? null : [];
        fields.NothingElse();
        if (fields.Problem is { } problem) return problem;
        var chain = ChainModel.Of(states, start, monthly, covered);
        if (chain.Problem is not { } wrong) return new ChainFile(chain.Value, text, name);
        fields.Wrong(wrong.Code, $"is wrong. {wrong.Message}", wrong.At!);
        return fields.Problem!;
    }
}

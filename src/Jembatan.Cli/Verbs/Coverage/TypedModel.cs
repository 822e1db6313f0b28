using System.CommandLine;
using Jembatan.App.Coverage;
using Jembatan.Cli.Frame;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>Takes a model file that may be left out.</summary>
internal static class TypedModel
{
    public static Argument<string?> Argument(string otherwise) => new("MODEL.yaml") { Description = $"The model file; left out, {otherwise}.", Arity = ArgumentArity.ZeroOrOne };

    /// <returns>The model, null when it was left out, <c>coverage/no-file</c> or the problem of reading it.</returns>
    public static async Task<Result<CoverageModel?>> OfAsync(Session session, Argument<string?> argument)
    {
        if (session.Maybe(argument) is not { } path) return (CoverageModel?)null;
        var text = await TypedFile.TextAsync(path, session.Cancel);
        if (text.Problem is { } unread) return unread;
        var read = CoverageModel.Read(text.Value, Path.GetFileName(path));
        return read.Problem is { } problem ? problem : (CoverageModel?)read.Value;
    }

    /// <summary>What is wrong with fitting a model of this kind to published stocks; null when nothing is.</summary>
    public static Problem? Unfit(CoverageModel? model) => model is ChainFile
        ? new("coverage/chain-has-no-targets", "A model of kind chain stands by its numbers: it is not fitted to published stocks. Leave the model out, or use a model of kind membership.", model.Name)
        : null;
}

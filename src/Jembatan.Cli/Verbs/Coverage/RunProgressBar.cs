using System.Globalization;
using Jembatan.App.Coverage;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>One line on standard error that tells how far a run has come; silent when that is no terminal.</summary>
internal sealed class RunProgressBar : IProgress<RunProgress>, IDisposable
{
    private const int Cells = 24;
    private readonly TimeProvider clock;
    private readonly long began;
    private readonly bool shown;

    private RunProgressBar(TimeProvider clock, bool shown) => (this.clock, began, this.shown) = (clock, clock.GetTimestamp(), shown);

    public static RunProgressBar OnTerminal(TimeProvider clock) => new(clock, !Console.IsErrorRedirected);

    public void Report(RunProgress value)
    {
        if (!shown || value.Total == 0) return;
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var filled = (int)(Cells * value.Done / value.Total);
        var rate = seconds > 0 ? value.Done / seconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds((value.Total - value.Done) / rate).ToString(@"m\:ss", CultureInfo.InvariantCulture) : "-:--";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Cells - filled)}] {value.Done:N0}/{value.Total:N0}  {rate / 1e6:0.00} M/s  {left} "));
    }

    public void Dispose()
    {
        if (shown) Console.Error.Write("\r" + new string(' ', Cells + 60) + "\r");
    }
}

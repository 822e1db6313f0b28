using System.Globalization;
using Jembatan.App.Sources;

namespace Jembatan.Cli.Frame;

/// <summary>One line on standard error that tells how far a task has come, how fast, and how long it will take; silent when that is no terminal.</summary>
internal sealed class ProgressBar : IProgress<ImportProgress>, IDisposable
{
    private const int Cells = 24;
    private readonly TimeProvider clock;
    private readonly long began;
    private readonly bool shown;

    private ProgressBar(TimeProvider clock, bool shown) => (this.clock, began, this.shown) = (clock, clock.GetTimestamp(), shown);

    public static ProgressBar OnTerminal(TimeProvider clock) => new(clock, !Console.IsErrorRedirected);

    public void Report(ImportProgress value)
    {
        if (!shown || value.Total == 0) return;
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var filled = Cells * value.Done / value.Total;
        var rate = seconds > 0 ? value.Done / seconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds((value.Total - value.Done) / rate).ToString(@"m\:ss", CultureInfo.InvariantCulture) : "-:--";
        Console.Error.Write(string.Create(
            CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Cells - filled)}] {value.Done}/{value.Total}  {rate:0.0}/s  {left}  {Sheet.Clip(value.File, 30),-30}"));
    }

    public void Dispose()
    {
        if (shown) Console.Error.Write("\r" + new string(' ', Cells + 60) + "\r");
    }
}

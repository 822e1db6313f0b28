using System.Globalization;
using Jembatan.App.Sources;

namespace Jembatan.Cli.Frame;

/// <summary>One line on standard error that tells how far a task has come, how fast, and how long it will take; silent when that is no terminal.</summary>
internal sealed class ProgressBar : IProgress<ImportProgress>, IDisposable
{
    private const int Cells = 24;
    private const int NameLength = 26;
    private readonly TimeProvider clock;
    private readonly bool shown;
    private string? stage;
    private long began;

    private ProgressBar(TimeProvider clock, bool shown) => (this.clock, began, this.shown) = (clock, clock.GetTimestamp(), shown);

    public static ProgressBar OnTerminal(TimeProvider clock) => new(clock, !Console.IsErrorRedirected);

    public void Report(ImportProgress value) => At(value.Done, value.Total, value.File);

    /// <summary>A stage of a task of several; rate and time left begin anew with each.</summary>
    public void At(string name, int done, int total)
    {
        if (name != stage) (stage, began) = (name, clock.GetTimestamp());
        At(done, total, name);
    }

    public void Dispose()
    {
        if (shown) Console.Error.Write("\r" + new string(' ', Cells + NameLength + 29) + "\r");
    }

    private void At(int done, int total, string what)
    {
        if (!shown || total == 0) return;
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var filled = Cells * done / total;
        var rate = seconds > 0 ? done / seconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds((total - done) / rate).ToString(@"m\:ss", CultureInfo.InvariantCulture) : "-:--";
        var line = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', Cells - filled)}] {done}/{total}  {rate:0.0}/s  {left}  ");
        Console.Error.Write("\r" + line + Sheet.Clip(what, NameLength).PadRight(NameLength));
    }
}

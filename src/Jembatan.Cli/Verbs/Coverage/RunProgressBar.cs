using System.Globalization;
using Jembatan.App.Coverage;
using Jembatan.Core;

namespace Jembatan.Cli.Verbs.Coverage;

/// <summary>One line on standard error that tells how far a run has come; silent when that is no terminal.</summary>
internal sealed class RunProgressBar : IProgress<RunProgress>, IDisposable
{
    private const int Cells = 24, Rest = 84;
    private readonly TimeProvider clock;
    private readonly long began;
    private readonly bool shown;
    private RunProgress last;

    private RunProgressBar(TimeProvider clock, bool shown) => (this.clock, began, this.shown) = (clock, clock.GetTimestamp(), shown);

    public static RunProgressBar OnTerminal(TimeProvider clock) => new(clock, !Console.IsErrorRedirected);

    /// <summary>Says what an interrupted run had come to.</summary>
    public void Interrupted(Language language)
    {
        if (shown) Console.Error.Write("\r" + new string(' ', Cells + Rest) + "\r");
        var id = language == Language.Indonesian;
        if (last.Total == 0)
        {
            Console.Error.WriteLine(id ? "Terhenti sebelum jawaban pertama; tidak ada yang disimpan. Bagian yang sudah ditulis dengan --out tetap utuh." : "Stopped before the first answer; nothing was kept. Parts written with --out before are whole.");
            return;
        }

        var sofar = last is { Indicator: { } name, Value: { } value } ? (id ? $"; sejauh ini {name} " : $"; so far {name} ") + Share(value) : "";
        Console.Error.WriteLine(id
            ? string.Create(CultureInfo.GetCultureInfo("id-ID"), $"Terhenti sesudah {last.Done:N0} dari {last.Total:N0} orang{sofar}. Jalannya ini tidak menyimpan apa pun; bagian yang sudah ditulis dengan --out tetap utuh.")
            : string.Create(CultureInfo.InvariantCulture, $"Stopped after {last.Done:N0} of {last.Total:N0} persons{sofar}. Nothing of this run was kept; parts written with --out before are whole."));
    }

    public void Report(RunProgress value)
    {
        last = value;
        if (!shown || value.Total == 0) return;
        var seconds = clock.GetElapsedTime(began).TotalSeconds;
        var filled = (int)(Cells * value.Done / value.Total);
        var rate = seconds > 0 ? value.Done / seconds : 0;
        var left = rate > 0 ? TimeSpan.FromSeconds((value.Total - value.Done) / rate).ToString(@"m\:ss", CultureInfo.InvariantCulture) : "-:--";
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string('.', Cells - filled)}] {value.Done:N0}/{value.Total:N0}  {rate / 1e6:0.00} M/s  {left}{(value is { Indicator: { } name, Value: { } sofar } ? $"  {name} {Share(sofar)}" : "")} "));
    }

    public void Dispose()
    {
        if (shown) Console.Error.Write("\r" + new string(' ', Cells + Rest) + "\r");
    }

    private static string Share(double value) => value is >= 0 and <= 1 ? value.ToString("P2", CultureInfo.InvariantCulture) : value.ToString("N0", CultureInfo.InvariantCulture);
}

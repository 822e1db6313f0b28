using System.Text;

namespace Jembatan.Interchange.Rtf;

/// <summary>What a group hands down to the groups inside it.</summary>
/// <param name="Destination">The destination that is left out; null for the body, <c>fonttbl</c> while fonts are read.</param>
/// <param name="Skipped">Characters after <c>\u</c> that stand in for it.</param>
/// <param name="Font">Number of the font.</param>
/// <param name="Deleted">Whether the text is marked as deleted.</param>
/// <param name="InTable">Whether the paragraph stands in a table.</param>
internal readonly record struct RtfState(string? Destination, int Skipped, int Font, bool Deleted, bool InTable);

/// <summary>Splits RTF into groups, control words and characters and hands the body's on.</summary>
internal sealed class RtfReader(byte[] bytes, RtfText text, int maxDepth)
{
    private readonly Stack<RtfState> groups = new();
    private readonly List<byte> pending = [];
    private readonly RtfFonts fonts = new();
    private RtfState state = new(null, 1, -1, false, false);
    private int at;
    private int standIns;       // characters still to be skipped after \u
    private bool ignorable;     // the group began with \*

    /// <returns>False when the groups nest too deep.</returns>
    internal bool Read()
    {
        while (at < bytes.Length)
        {
            var b = bytes[at++];
            switch (b)
            {
                case (byte)'{':
                    Flush();
                    if (groups.Count >= maxDepth * 4) return false;
                    groups.Push(state);
                    (standIns, ignorable) = (0, false);
                    break;
                case (byte)'}':
                    Flush();
                    if (groups.Count > 0) state = groups.Pop();
                    standIns = 0;
                    if (groups.Count == 0) at = bytes.Length;
                    break;
                case (byte)'\\': Control(); break;
                case (byte)'\r' or (byte)'\n': break;
                default:
                    if (standIns > 0) standIns--;
                    else pending.Add(b);
                    break;
            }
        }

        Flush();
        if (groups.Count > 0) text.Doubts.Add("The file ends in the middle; what was there has come in. Check whether it was copied whole.");
        return true;
    }

    private void Control()
    {
        if (at >= bytes.Length) return;
        var first = bytes[at];
        if (!char.IsAsciiLetter((char)first))
        {
            at++;
            Symbol(first);
            return;
        }

        var from = at;
        while (at < bytes.Length && char.IsAsciiLetter((char)bytes[at]) && at - from < 32) at++;
        var word = Encoding.ASCII.GetString(bytes, from, at - from);
        int? number = null;
        var negative = at < bytes.Length && bytes[at] == '-';
        if (negative) at++;
        while (at < bytes.Length && char.IsAsciiDigit((char)bytes[at])) number = (int)Math.Min(int.MaxValue, ((long)(number ?? 0) * 10) + bytes[at++] - '0');
        if (negative) number = -(number ?? 0);
        if (at < bytes.Length && bytes[at] == ' ') at++;
        Word(word, number);
    }

    private void Symbol(byte symbol)
    {
        if (symbol == '\'')
        {
            var hex = at + 2 <= bytes.Length && int.TryParse(Encoding.ASCII.GetString(bytes, at, 2), System.Globalization.NumberStyles.AllowHexSpecifier,
                System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : -1;
            at = Math.Min(bytes.Length, at + 2);
            if (standIns > 0) standIns--;
            else if (hex >= 0) pending.Add((byte)hex);
            return;
        }

        if (symbol == '*')
        {
            ignorable = true;
            return;
        }

        Say(symbol switch { (byte)'~' => "\u00A0", (byte)'_' => "\u2011", (byte)'-' => "\u00AD", (byte)'\\' => "\\", (byte)'{' => "{", (byte)'}' => "}", (byte)'\t' => "\t", (byte)'\r' or (byte)'\n' => "\n", _ => "" });
    }

    private void Word(string word, int? number)
    {
        if (word is not ("u" or "uc")) Flush();
        switch (word)
        {
            case "u":
                Flush();
                Say(((char)(ushort)(number ?? 0xFFFD)).ToString());
                standIns = state.Skipped;
                return;
            case "uc": state = state with { Skipped = Math.Clamp(number ?? 1, 0, 16) }; return;
            case "bin": at = (int)Math.Min(bytes.Length, (long)at + Math.Max(0, number ?? 0)); return;
            case "ansicpg": fonts.DocumentCodePage = number ?? 1252; return;
            case "mac": fonts.DocumentCodePage = 10000; return;
            case "pc": fonts.DocumentCodePage = 437; return;
            case "pca": fonts.DocumentCodePage = 850; return;
            case "f": state = state with { Font = number ?? 0 }; return;
            case "fcharset" when state.Destination == "fonttbl": fonts.Declare(state.Font, number ?? 0); return;
            case "ud" when state.Destination == "upr":      // the words again in Unicode, which stand for those before them
                (state, ignorable) = (state with { Destination = null }, false);
                return;
            case "deleted": state = state with { Deleted = number != 0 }; return;
            case "plain": state = state with { Deleted = false, Font = -1 }; return;
            case "pard": state = state with { InTable = false }; return;
            case "intbl": state = state with { InTable = true }; return;
        }

        if (RtfWords.LeftOut(word, ignorable, out var told) && state.Destination is null)
        {
            state = state with { Destination = word };
            if (told is not null) text.LeaveOut(told);
        }
        else if (standIns > 0) standIns--;
        else if (state.Destination is null && !state.Deleted) text.Control(word, state.InTable);
        ignorable = false;
    }

    private void Say(string words)
    {
        Flush();
        if (standIns > 0) standIns--;
        else Deliver(words);
    }

    private void Flush()
    {
        if (pending.Count == 0) return;
        var words = fonts.Decode(pending, state.Font);
        pending.Clear();
        Deliver(words);
    }

    private void Deliver(string words)
    {
        if (state.Destination is not null || words.Length == 0) return;
        if (state.Deleted) text.LeaveOut("stretches marked as deleted");
        else text.Append(words);
    }
}

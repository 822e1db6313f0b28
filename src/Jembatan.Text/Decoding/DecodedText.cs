namespace Jembatan.Text.Decoding;

/// <summary>Bytes read as text, with what was unclear about them.</summary>
/// <param name="Text">The text, byte-order mark removed, everything else as it stood.</param>
/// <param name="Encoding">The encoding taken: <c>UTF-8</c>, <c>UTF-16LE</c>, <c>UTF-16BE</c>, <c>UTF-32LE</c>, <c>UTF-32BE</c>, <c>Windows-1252</c> or <c>mixed</c>.</param>
/// <param name="Doubts">What the reader should check, one sentence each; empty when the encoding is certain.</param>
public sealed record DecodedText(string Text, string Encoding, IReadOnlyList<string> Doubts);

using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Fonts;

namespace Jembatan.Interchange.Pdf;

/// <summary>What the PDF parser throws at files that are not whole. It has no one type for it.</summary>
internal static class PdfFaults
{
    internal static bool IsOfTheFile(Exception fault) =>
        fault is PdfDocumentFormatException or CorruptCompressedDataException or InvalidFontFormatException or InvalidOperationException or InvalidCastException or ArgumentException
            or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException or NullReferenceException or NotSupportedException or NotImplementedException
            or InvalidDataException or EndOfStreamException or ArithmeticException or InsufficientExecutionStackException;
}

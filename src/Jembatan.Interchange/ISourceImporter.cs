using Jembatan.Core;

namespace Jembatan.Interchange;

/// <summary>Reads one file format as one text source.</summary>
[ExtensionPoint]
public interface ISourceImporter
{
    /// <summary>The format that it reads.</summary>
    FileFormat Format { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="content">The file, from its beginning; left open.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The text, or a problem: <c>import/empty</c>, <c>import/too-large</c>, or one that begins with the format's id.
    /// Faults of the stream itself are thrown as <see cref="IOException"/>.</returns>
    Task<Result<ImportedText>> ImportAsync(string name, Stream content, CancellationToken cancellationToken);
}

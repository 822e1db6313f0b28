using Jembatan.Core;
using Jembatan.Storage.Model;

namespace Jembatan.Storage.Journal;

/// <summary>Finds references that lead nowhere and that the database does not watch over itself.</summary>
public static class ReferenceCheck
{
    /// <returns>One problem <c>study/broken-reference</c> for each; empty when all is well.</returns>
    public static async Task<IReadOnlyList<Problem>> RunAsync(JembatanDb db, CancellationToken cancellationToken)
    {
        var references = new List<SoftReference>();
        foreach (var holder in SoftReferences.Holders)
        {
            await foreach (var entity in EntityKind.Named(holder).Rows(db).WithCancellation(cancellationToken)) references.AddRange(SoftReferences.Of(entity));
        }

        var findings = new List<Problem>();
        foreach (var to in references.GroupBy(r => (r.Kind, r.Id)))
        {
            if (await EntityKind.Named(to.Key.Kind).ExistsAsync(db, to.Key.Id, cancellationToken)) continue;
            var from = to.First().From;
            var holder = from.GetType().Name;
            findings.Add(new Problem("study/broken-reference", $"A {holder} refers to a {to.Key.Kind} that is not there. Look at it in 'jembatan journal', and undo or correct the step.", $"{holder} {from.Key}"));
        }

        return findings;
    }
}

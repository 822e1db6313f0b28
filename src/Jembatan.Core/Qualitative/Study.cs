namespace Jembatan.Core.Qualitative;

/// <summary>Everything about one question: there is one in a study file.</summary>
public sealed class Study : IEntity
{
    private Study() { }

    /// <summary>Starts a study.</summary>
    /// <param name="title">Its title, as people will cite it.</param>
    /// <param name="language">The language of its reports and pages.</param>
    /// <param name="template">The template it was made from: <c>informal-coverage</c>, <c>servo</c> or <c>blank</c>.</param>
    /// <param name="createdAt">When.</param>
    public Study(string title, Language language, string template, DateTimeOffset createdAt) =>
        (Id, Title, Language, Template, CreatedAt) = (Id<Study>.New(), title, language, template, createdAt);

    /// <summary>Its identity, which copies of the study share.</summary>
    public Id<Study> Id { get; private set; }

    Guid IEntity.Key => Id.Value;

    /// <summary>Its title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The research question, in both languages; may be empty.</summary>
    public Bilingual Question { get; private set; } = Bilingual.Empty;

    /// <summary>Language of reports and pages unless asked otherwise.</summary>
    public Language Language { get; private set; }

    /// <summary>The template it was made from.</summary>
    public string Template { get; private set; } = "blank";

    /// <summary>Said on every page and file when the interviews are invented; null for a real study.</summary>
    public Bilingual? SampleNotice { get; private set; }

    /// <summary>The unit of analysis, in the analyst's words.</summary>
    public Bilingual UnitOfAnalysis { get; private set; } = Bilingual.Empty;

    /// <summary>Number of the codebook version in force, from 1.</summary>
    public int CodebookVersion { get; private set; } = 1;

    /// <summary>Whether that version is frozen: definitions stay as they are until a new version is begun.</summary>
    public bool CodebookFrozen { get; private set; }

    /// <summary>Answers to reporting checklists and the analyst's settings, by key such as <c>coreq.1</c> or <c>limits</c>.</summary>
    public IReadOnlyDictionary<string, string> Particulars { get; private set; } = new Dictionary<string, string>();

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Changes title, question and unit of analysis; null leaves a field as it is.</summary>
    /// <param name="title">New title.</param>
    /// <param name="question">New question.</param>
    /// <param name="unitOfAnalysis">New unit of analysis.</param>
    public void Describe(string? title = null, Bilingual? question = null, Bilingual? unitOfAnalysis = null) =>
        (Title, Question, UnitOfAnalysis) = (title ?? Title, question ?? Question, unitOfAnalysis ?? UnitOfAnalysis);

    /// <summary>Marks the study as a sample whose interviews are invented.</summary>
    /// <param name="notice">What every page and file says.</param>
    public void MarkAsSample(Bilingual notice) => SampleNotice = notice;

    /// <summary>Sets one particular, or removes it when the value is null.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value.</param>
    public void Set(string key, string? value)
    {
        var next = new Dictionary<string, string>(Particulars);
        if (value is null) next.Remove(key);
        else next[key] = value;
        Particulars = next;
    }

    /// <summary>Freezes the codebook after the pilot.</summary>
    public void FreezeCodebook() => CodebookFrozen = true;

    /// <summary>Begins the next codebook version, open to changes.</summary>
    public void BeginCodebookVersion() => (CodebookVersion, CodebookFrozen) = (CodebookVersion + 1, false);
}

using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Jembatan.Core;

namespace Jembatan.Architecture.Tests;

/// <summary>The rules of the house as questions about types and texts; each answers with the offences that it finds.</summary>
internal static partial class Rules
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly string[] EmptyNames = ["Service", "Services", "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities"];

    // The house has one word for one thing; these are the other words. File formats keep their own.
    private static readonly string[] OtherWords =
    [
        "Project", "Workspace", "Document", "Respondent", "Participant", "Segment", "Highlight", "Quotation", "Tag", "Label", "Annotation", "CodeApplication",
        "Classification", "Comment", "Remark", "Rater", "Annotator", "ConfusionMatrix", "Dimension", "Score", "Agent", "Individual", "Policy", "Experiment", "Adjustment",
    ];

    /// <summary>Fails with every offence, one a line.</summary>
    public static void None(IEnumerable<string> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>Whether people wrote the type: not the compiler, not a migration, not Razor.</summary>
    public static bool IsWritten(Type type) =>
        !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !type.FullName.StartsWith("System.", StringComparison.Ordinal) && !type.FullName.StartsWith("Microsoft.", StringComparison.Ordinal)
        && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && type.Namespace?.Contains(".Migrations", StringComparison.Ordinal) != true
        && !IsRazor(type);

    private static bool IsRazor(Type type)
    {
        for (var t = type; t is not null; t = t.DeclaringType ?? t.BaseType)
            if (t.FullName == "Microsoft.AspNetCore.Components.ComponentBase") return true;
        return false;
    }

    public static IEnumerable<string> Open(IEnumerable<Type> types) =>
        from t in types where t is { IsClass: true, IsSealed: false, IsAbstract: false } && t.Name != "Program" select $"{t.FullName} is neither sealed, static nor abstract";

    public static IEnumerable<string> SharedState(IEnumerable<Type> types) =>
        from t in types
        from f in t.GetFields(Own)
        where f.IsStatic && !f.IsLiteral && !f.Name.StartsWith("<>", StringComparison.Ordinal) && (!f.IsInitOnly || IsChangeable(f.FieldType) || (f.FieldType.IsArray && !f.IsPrivate))
        select $"{t.FullName}.{f.Name} is static and can change; pass it, freeze it (FrozenDictionary, ImmutableArray, IReadOnlyList) or keep it in the caller";

    private static bool IsChangeable(Type type) =>
        type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" && type.IsClass && typeof(IEnumerable).IsAssignableFrom(type)
        || type == typeof(System.Text.StringBuilder);

    public static IEnumerable<string> Changeable(IEnumerable<Type> types) =>
        from t in types
        where t is { IsVisible: true, IsEnum: false, IsInterface: false }
        let offence = t.GetProperties(Own).Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).Select(p => $"{p.Name} can be set by anyone")
            .Concat(t.GetProperties(Own).Where(p => p.GetMethod?.IsPublic == true && (p.PropertyType.IsArray || IsChangeable(p.PropertyType))).Select(p => $"{p.Name} hands out a collection that can change"))
            .Concat(t.GetFields(Own).Where(f => f is { IsStatic: false, IsInitOnly: false } && (f.IsPublic || !typeof(IEntity).IsAssignableFrom(t))).Select(f => $"{f.Name} can change"))
        from what in offence
        select $"{t.FullName}: {what}";

    public static IEnumerable<string> LonelyInterfaces(IReadOnlyCollection<Type> types) =>
        from i in types
        where i.IsInterface && i.GetCustomAttribute<ExtensionPointAttribute>() is null
        let implementations = types.Count(t => t is { IsInterface: false, IsAbstract: false } && t.GetInterfaces().Any(x => x == i || (x.IsGenericType && x.GetGenericTypeDefinition() == i)))
        where implementations < 2
        select $"{i.FullName} has {implementations} implementations; use the type itself, or mark it [ExtensionPoint] and document it";

    public static IEnumerable<string> EmptyWords(IEnumerable<Type> types) =>
        from t in types
        let name = t.Name.Split('`')[0]
        where EmptyNames.Any(w => name.EndsWith(w, StringComparison.Ordinal)) || (t.IsVisible && OtherWords.Contains(name) && !t.Namespace!.StartsWith("Jembatan.Interchange", StringComparison.Ordinal))
        select $"{t.FullName}: name it after what it does, in the field's word";

    public static IEnumerable<string> SwallowedFaults(string name, string text) =>
        from Match m in CatchAll().Matches(text) select $"{name}:{LineOf(text, m.Index)} catches everything; name the exceptions that are expected here";

    public static IEnumerable<string> MachineWords(string name, string text) =>
        from Match m in MachinePath().Matches(text).Concat(RegistryHost().Matches(text)) select $"{name}:{LineOf(text, m.Index)} names '{m.Value.Trim()}', which belongs to one machine";

    public static IEnumerable<string> Leftovers(string name, string text) =>
        from Match m in Leftover().Matches(text) select $"{name}:{LineOf(text, m.Index)} still says '{m.Value}'";

    private static int LineOf(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    // A filter that names types, as in "when (e is IOException or …)" or "when (PdfFaults.IsOfTheFile(e))", is a list of expected faults.
    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception(\s+\w+)?\s*\)(?!\s*when\s*\(\s*(\w+\s+is\b|\w+\.Is\w+\(\w+\)))|\{)")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"(?<![\w.])/(work|root|farm|tmp|home/[a-z]\w*)/|[A-Z]:\\Users\\", RegexOptions.Multiline)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(nuget\.org|npmjs\.(org|com)|pypi\.org|deb\.debian\.org|pkgs\.dev\.azure)\b")]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HAC[K])\b|new NotImplemented[E]xception|Assert\.True\(tru[e]\)|#pragma warning[ ]disable")]
    private static partial Regex Leftover();
}

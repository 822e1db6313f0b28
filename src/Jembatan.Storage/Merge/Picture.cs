using System.Globalization;
using System.Text.RegularExpressions;
using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Storage.Journal;
using Jembatan.Storage.Model;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Jembatan.Storage.Merge;

/// <summary>The study as a timeline leaves it: what the tables are to hold.</summary>
internal sealed partial class Picture
{
    private readonly Dictionary<string, IProperty[]> properties;
    private readonly Dictionary<string, string[]> names;

    public Picture(Timeline timeline)
    {
        properties = timeline.Shapes.Values.ToDictionary(s => s.Name, s => s.Type.GetProperties().ToArray());
        names = properties.ToDictionary(p => p.Key, p => p.Value.Select(x => x.Name).ToArray());
        Present = timeline.Nodes.Where(n => n.Present).ToLookup(n => n.Shape.Name);
        foreach (var node in timeline.Nodes.Where(n => n.IsShared))
        {
            var standsFor = node.Id;
            foreach (var id in node.Ids.Where(i => i != standsFor)) Aliases[id] = (node.Shape.Name, standsFor);
        }
    }

    /// <summary>What is there, by kind.</summary>
    public ILookup<string, Node> Present { get; }

    /// <summary>Identities folded into others.</summary>
    public Dictionary<Guid, (string Entity, Guid StandsFor)> Aliases { get; } = [];

    public IProperty[] Properties(string kind) => properties[kind];

    /// <summary>An entity's fields as JSON, in the order of its properties; long ones named by their hash.</summary>
    public string?[] Values(Node node)
    {
        var fields = names[node.Shape.Name];
        var values = new string?[fields.Length];
        node.Get(fields, values);
        values[Array.IndexOf(fields, "Id")] = Json.Write(node.Id);
        for (var i = 0; i < node.References.Length; i++) values[Array.IndexOf(fields, node.Shape.References[i].Field)] = node.References[i] is { } target ? Json.Write(target.Self.Id) : null;
        if (node.Revision is { } revision && node.Shape.Name is nameof(Coding) or nameof(Source)) values[Array.IndexOf(fields, "Revision")] = node.Revision?.Self.Get("Number") ?? values[Array.IndexOf(fields, "Revision")];
        if (node.Shape.HoldsSoft && Aliases.Count > 0) Redirect(node, fields, values);
        return values;
    }

    /// <summary>Whether an entity is as it should be.</summary>
    public bool IsAs(IEntity entity, string kind, string?[] values)
    {
        var of = properties[kind];
        for (var i = 0; i < of.Length; i++)
        {
            var now = Field.Write(of[i].ClrType, of[i].GetGetter().GetClrValue(entity));
            if (now == values[i]) continue;
            if (now is null || values[i] is not { } wanted) return false;
            using var document = System.Text.Json.JsonDocument.Parse(wanted);
            if (Payload.BlobHash(document.RootElement) is { } hash ? hash != CanonicalText.HashOf(now) : now != Payload.Normal(of[i].ClrType, document.RootElement)) return false;
        }

        return true;
    }

    /// <summary>The entity itself.</summary>
    public async Task<IEntity> MakeAsync(JembatanDb db, Node node, CancellationToken cancellationToken)
    {
        var entity = node.Shape.Kind.Blank();
        var of = properties[node.Shape.Name];
        var values = Values(node);
        for (var i = 0; i < of.Length; i++)
        {
            if (values[i] is not { } json) continue;
            if (json.StartsWith("{\"$blob\"", StringComparison.Ordinal))
            {
                using var document = System.Text.Json.JsonDocument.Parse(json);
                of[i].PropertyInfo!.SetValue(entity, Field.Read(of[i].ClrType, await Payload.WholeAsync(db, document.RootElement, cancellationToken)));
                continue;
            }

            of[i].PropertyInfo!.SetValue(entity, Field.Read(of[i].ClrType, json));
        }

        return entity;
    }

    private void Redirect(Node node, string[] fields, string?[] values)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (!SoftFields.Names.Contains(fields[i]) || values[i] is not { } json) continue;
            var redirected = Identities().Replace(json, m => Guid.Parse(m.Value, CultureInfo.InvariantCulture) is var id && Aliases.TryGetValue(id, out var alias) ? alias.StandsFor.ToString() : m.Value);
            if (redirected == json) continue;
            values[i] = redirected.StartsWith("[\"", StringComparison.Ordinal) ? Json.Write(Json.Read<List<string>>(redirected).Distinct().ToList()) : redirected;
        }
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Identities();
}

using Jembatan.Core.Qualitative;

namespace Jembatan.Core.Tests;

/// <summary>What holds for everything that a study keeps.</summary>
public sealed class EntityTests
{
    public static TheoryData<Type> Entities => [.. typeof(IEntity).Assembly.GetExportedTypes().Where(t => typeof(IEntity).IsAssignableFrom(t) && t.IsClass)];

    [Theory, MemberData(nameof(Entities))]
    public void No_field_of_an_entity_can_be_set_from_outside(Type entity)
    {
        Assert.True(entity.IsSealed);
        Assert.All(entity.GetProperties(), p => Assert.False(p.SetMethod?.IsPublic ?? false, p.Name));
        Assert.Contains(entity.GetProperties(), p => p.Name == "Id" && p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments()[0] == entity);
    }

    [Fact]
    public void The_list_of_entities_is_not_empty() => Assert.True(Entities.Count > 15);

    [Fact]
    public void Identities_are_of_version_7_and_never_twice_the_same()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => Id<Source>.New()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, id.Value.Version));
        Assert.Equal(ids[0].Value.ToString(), ids[0].ToString());
    }

    [Fact]
    public void A_result_is_a_value_or_a_problem_and_asking_a_problem_for_its_value_is_the_callers_fault()
    {
        Result<int> good = 3;
        Result<int> bad = new Problem("a/b", "Apa yang salah.");
        Assert.Equal((true, 3, null), (good.IsOk, good.Value, good.Problem));
        Assert.False(bad.IsOk);
        Assert.Contains("a/b", Assert.Throws<InvalidOperationException>(() => bad.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Either_language_stands_in_for_the_other()
    {
        var both = new Bilingual("ya", "yes");
        Assert.Equal(("ya", "yes"), (both.In(Language.Indonesian), both.In(Language.English)));
        Assert.Equal("ya", new Bilingual("ya", "").In(Language.English));
        Assert.Equal("yes", new Bilingual("", "yes").In(Language.Indonesian));
        Assert.True(Bilingual.Empty.IsEmpty);
    }
}

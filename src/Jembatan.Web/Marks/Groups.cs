using Jembatan.Core;
using Jembatan.Core.Qualitative;
using Jembatan.Web.Words;

namespace Jembatan.Web.Marks;

/// <summary>How the groups of informants are drawn and named: one colour and one pattern each.</summary>
internal static class Groups
{
    /// <summary>Workers first, then those nearest to them.</summary>
    public static IReadOnlyList<InformantGroup> Order { get; } =
        [InformantGroup.Worker, InformantGroup.Agent, InformantGroup.Branch, InformantGroup.HeadOffice, InformantGroup.LocalGovernment, InformantGroup.Expert];

    public static string KeyOf(InformantGroup group) => group switch
    {
        InformantGroup.HeadOffice => "head-office",
        InformantGroup.Branch => "branch",
        InformantGroup.Agent => "agent",
        InformantGroup.LocalGovernment => "local-government",
        InformantGroup.Expert => "expert",
        _ => "worker",
    };

    public static string FillOf(InformantGroup group) => $"url(#g-{KeyOf(group)})";

    public static string StrokeOf(InformantGroup group) => group switch
    {
        InformantGroup.HeadOffice => "var(--u-head)",
        InformantGroup.Branch => "var(--u-branch)",
        InformantGroup.Agent => "var(--u-agent)",
        InformantGroup.LocalGovernment => "var(--u-local)",
        InformantGroup.Expert => "var(--u-expert)",
        _ => "var(--u-worker)",
    };

    public static InformantGroup? Parse(string? key) => Order.Where(g => KeyOf(g) == key).Select(g => (InformantGroup?)g).FirstOrDefault();

    public static Bilingual NameOf(InformantGroup? group) => group switch
    {
        InformantGroup.HeadOffice => SharedWords.HeadOffice,
        InformantGroup.Branch => SharedWords.Branch,
        InformantGroup.Agent => SharedWords.Agent,
        InformantGroup.LocalGovernment => SharedWords.LocalGovernment,
        InformantGroup.Expert => SharedWords.Expert,
        InformantGroup.Worker => SharedWords.Worker,
        _ => SharedWords.NoGroup,
    };
}

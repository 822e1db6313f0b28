using System.CommandLine;
using Jembatan.App.Codings;
using Jembatan.Cli.Frame;

namespace Jembatan.Cli.Verbs;

internal static class UncodeVerb
{
    public static Verb Verb { get; } = new("uncode", "Takes a coding back.", TakesStudy: true, Build);

    private static void Build(Command command)
    {
        var study = Globals.Study();
        var coding = new Argument<string>("CODING") { Description = "Identity of the coding, or its last six or more digits." };
        var coder = Globals.Coder();
        command.Add(study);
        command.Add(coding);
        command.Add(coder);
        command.Writes(study, async (session, db) =>
        {
            var removed = await RemoveCoding.HandleAsync(new RemoveCoding.Request(session.Get(coding)), session.Coder(coder), db, session.Clock, session.Cancel);
            if (removed.Problem is { } problem) return problem;
            var r = removed.Value;
            return new Answer(
                new { removed = r.CodingId, r.EvidenceRemoved, r.RatingsReopened, r.MentionedIn },
                sheet =>
                {
                    sheet.Line(sheet.Say(
                        $"Pengodean ditarik. Bukti yang ikut hilang: {r.EvidenceRemoved}. Penilaian yang dibuka kembali: {r.RatingsReopened}.",
                        $"The coding is taken back. Evidence gone with it: {r.EvidenceRemoved}. Ratings opened again: {r.RatingsReopened}."));
                    if (r.MentionedIn.Count > 0) sheet.Line(sheet.Say("Masih disebut dalam: ", "Still named in: ") + string.Join(", ", r.MentionedIn));
                });
        });
    }
}

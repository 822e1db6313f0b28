using Jembatan.App.Agreement;
using Jembatan.Cli.Frame;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Verbs;

/// <summary>Agreement from a study.</summary>
internal static class AgreementOfStudy
{
    public static Task<Result<Answer>> AnswerAsync(Session session, string study, AgreementChoice choice, AgreementOptions options) =>
        session.WithAsync(study, StudyAccess.Read, async (_, db) =>
        {
            var request = new MeasureStudy.Request(choice, options.Unit(session), options.Code(session), options.Source(session), options.Coders(session), options.By(session), options.WithInterviewer(session), options.Resampling(session));
            var measured = await MeasureStudy.HandleAsync(request, db, session.Cancel);
            if (measured.Problem is { } problem) return (Result<Answer>)problem;
            var m = measured.Value;
            return new Answer(
                new { m.Data, m.Unit, m.Coders, m.Sources, estimates = m.Items.Select(i => AgreementVerb.Document(i.Estimate, i.Scope)) },
                sheet =>
                {
                    sheet.Line(sheet.Say($"Pengode: {string.Join(", ", m.Coders)}. Sumber: {m.Sources.Count}. Satuan: {JsonOutput.Word(m.Unit)}.", $"Coders: {string.Join(", ", m.Coders)}. Sources: {m.Sources.Count}. Unit: {JsonOutput.Word(m.Unit)}."));
                    AgreementVerb.Print(sheet, new AgreementAnswer(m.Data, [.. m.Items.Select(i => i.Estimate)], []), [.. m.Items.Select(i => i.Scope)]);
                });
        });
}

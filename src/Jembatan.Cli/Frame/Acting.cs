using System.CommandLine;
using Jembatan.Core;
using Jembatan.Storage;

namespace Jembatan.Cli.Frame;

/// <summary>Sets what a command does: open the study, act, close it, say the answer or the problem.</summary>
internal static class Acting
{
    /// <summary>Something that needs no open study.</summary>
    public static void Does(this Command command, Func<Session, Task<Result<Answer>>> act) => command.SetAction(async (parse, cancel) =>
    {
        var session = new Session(parse, cancel);
        return await Host.SayAsync(session, await act(session));
    });

    /// <summary>Something that reads a study.</summary>
    public static void Reads(this Command command, Argument<string> study, Func<Session, JembatanDb, Task<Result<Answer>>> act) =>
        command.Does(session => session.WithAsync(session.Get(study), StudyAccess.Read, (_, db) => act(session, db)));

    /// <summary>Something that changes a study.</summary>
    public static void Writes(this Command command, Argument<string> study, Func<Session, JembatanDb, Task<Result<Answer>>> act) =>
        command.Does(session => session.WithAsync(session.Get(study), StudyAccess.Write, (_, db) => act(session, db)));

    /// <summary>Something that lists when it is asked nothing, and changes the study otherwise.</summary>
    public static void ReadsOrWrites(this Command command, Argument<string> study, Func<Session, bool> writes, Func<Session, JembatanDb, Task<Result<Answer>>> act) =>
        command.Does(session => session.WithAsync(session.Get(study), writes(session) ? StudyAccess.Write : StudyAccess.Read, (_, db) => act(session, db)));

    /// <summary>Something that needs the store itself, as copying does.</summary>
    public static void Uses(this Command command, Argument<string> study, StudyAccess access, Func<Session, StudyStore, JembatanDb, Task<Result<Answer>>> act) =>
        command.Does(session => session.WithAsync(session.Get(study), access, (store, db) => act(session, store, db)));
}

using Jembatan.Core;
using Jembatan.Core.Strategies;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jembatan.Storage.Model;

/// <summary>A GUID as 16 big-endian bytes, so that version-7 identities sort by time in SQLite.</summary>
internal sealed class GuidBytesConverter() : ValueConverter<Guid, byte[]>(g => g.ToByteArray(true), b => new Guid(b, true));

/// <summary>An identity as 16 big-endian bytes.</summary>
internal sealed class IdBytesConverter<T>() : ValueConverter<Id<T>, byte[]>(id => id.Value.ToByteArray(true), b => new Id<T>(new Guid(b, true)));

/// <summary>An identity as a native GUID.</summary>
internal sealed class IdGuidConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, g => new Id<T>(g));

/// <summary>A value as JSON text.</summary>
internal sealed class JsonTextConverter<T>() : ValueConverter<T, string>(v => Json.Write(v), s => Json.Read<T>(s));

/// <summary>Values that are replaced, never changed in place, are the same when they are the same object or write the same JSON.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (a, b) => ReferenceEquals(a, b) || (a != null && b != null && Json.Write(a) == Json.Write(b)),
    v => Json.Write(v).GetHashCode(StringComparison.Ordinal),
    v => v);

/// <summary>A moment as ticks of UTC: sortable on every database.</summary>
internal sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(t => t.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));

/// <summary>A rating value as its text.</summary>
internal sealed class RatingValueTextConverter() : ValueConverter<RatingValue, string>(v => v.ToString(), s => RatingValue.Parse(s)!.Value);

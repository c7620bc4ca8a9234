using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.EntityFrameworkCore.Update.Internal;

namespace Portal.Platform.Data;

/// <summary>
/// In which order changed rows are stored, and so locked: first what others belong to (the Vorschlag before its fields), then by table and key as EF Core
/// has it. Who needs a thing for himself locks its row before he reads (<c>Vorschlagssperre</c>); everybody else comes to the same row first, so nobody waits
/// for somebody who waits for him.
/// </summary>
#pragma warning disable EF1001 // There is no other way to tell EF Core, and its own order is the one to keep within a table.
public sealed class StoreOrder : ModificationCommandComparer
{
    private static readonly ConcurrentDictionary<IEntityType, int> s_ranks = new();

    public override int Compare(IReadOnlyModificationCommand? x, IReadOnlyModificationCommand? y) =>
        x?.Entries is [var one, ..] && y?.Entries is [var other, ..] && RankOf(one.EntityType).CompareTo(RankOf(other.EntityType)) is not 0 and var order ? order : base.Compare(x, y);

    /// <summary>How many others stand above it: 0 for what belongs to nothing.</summary>
    public static int RankOf(IEntityType type) => s_ranks.GetOrAdd(type, static t => RankOf(t, []));

    // What belongs to its own kind (a Sozialraum) or in a circle counts once.
    private static int RankOf(IEntityType type, HashSet<IEntityType> below)
    {
        if (type.FindOwnership() is { } ownership) return RankOf(ownership.PrincipalEntityType, below);
        if (!below.Add(type)) return 0;
        var rank = type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(above => !below.Contains(above)).Select(above => 1 + RankOf(above, below)).DefaultIfEmpty(0).Max();
        below.Remove(type);
        return rank;
    }
}

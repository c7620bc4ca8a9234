using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>What a later topic adds to the page of an earlier one that does not know it: a partial view and its model.</summary>
/// <param name="View">Full path of the view, e.g. „/Sondervoten/_AmVorschlag.cshtml“.</param>
public sealed record Supplement(string View, object Model);

/// <summary>Says what a topic has to add to the page of this thing, or null; with a fixed number of queries. Registered in <see cref="PortalApp"/>.</summary>
public delegate Task<Supplement?> SupplementSource<in T>(PortalDb db, T thing, Akteur actor, DateTime now);

public static class SupplementSources
{
    /// <summary>In the order of registration.</summary>
    public static async Task<IReadOnlyList<Supplement>> ForAsync<T>(this IEnumerable<SupplementSource<T>> sources, PortalDb db, T thing, Akteur actor, DateTime now)
    {
        var supplements = new List<Supplement>();
        foreach (var source in sources)
            if (await source(db, thing, actor, now) is { } supplement) supplements.Add(supplement);
        return supplements;
    }
}

using System.Collections.Concurrent;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>
/// Who acts, as last read. Everything is forgotten with the next change to a person, a group, a seat or an account, on every node, and at
/// midnight; a node that cannot hear the others remembers nothing.
/// </summary>
public sealed class ActorMemory(PublicState state)
{
    private volatile KnownAccounts _known = new(0, 0, default);

    /// <summary>What is known now. Take it before reading the database: what is read goes with the state before.</summary>
    public KnownAccounts Known(DateOnly today)
    {
        var (value, accounts) = (state.Value, state.Accounts);
        if (!state.IsCertain) return new(value, accounts, today);
        return _known is { } known && known.Is(value, accounts, today) ? known : _known = new(value, accounts, today);
    }
}

/// <summary>The accounts read so far in one state of the data.</summary>
public sealed class KnownAccounts(long value, long accounts, DateOnly day)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<int, KnownAccount> _accounts = new();

    public bool Is(long otherValue, long otherAccounts, DateOnly otherDay) => (value, accounts, day) == (otherValue, otherAccounts, otherDay);

    public KnownAccount? Find(int accountId) => _accounts.GetValueOrDefault(accountId);

    public void Keep(int accountId, KnownAccount account)
    {
        if (_accounts.Count < Most) _accounts[accountId] = account;
    }
}

/// <param name="SecurityStamp">Whoever carries another one has to sign in again.</param>
public sealed record KnownAccount(Akteur Actor, string? SecurityStamp);

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Portal.Platform.Data;
using Portal.Stammdaten;

namespace Portal.Platform.Web;

/// <summary>What the layout shows on every page: the municipality's name and colours, and which deployment this is.</summary>
public sealed class PageFrame(PortalDb db, IMemoryCache cache)
{
    private const string Key = "page-frame";

    public async Task<FrameData> GetAsync() =>
        await cache.GetOrCreateAsync(Key, async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(30);
            var kommune = await db.Kommune.AsNoTracking().Select(k => new { k.Name, k.Akzentfarbe, HatLogo = k.LogoTyp != null, k.Version }).FirstOrDefaultAsync();
            return new FrameData(kommune?.Name ?? new Kommune().Name, kommune?.Akzentfarbe ?? "", kommune?.HatLogo ?? false, kommune?.Version ?? 0);
        }) ?? throw new InvalidOperationException("The page frame is always there.");

    /// <summary>Call after saving the municipality; other nodes follow within half a minute.</summary>
    public void Forget() => cache.Remove(Key);
}

public sealed record FrameData(string Name, string Akzentfarbe, bool HatLogo, int Version);

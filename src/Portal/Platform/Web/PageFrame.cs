using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Stammdaten;

namespace Portal.Platform.Web;

/// <summary>What the layout shows on every page: the municipality's name and colours.</summary>
public sealed class PageFrame(PortalDb db, PublicState state, PageFrameMemory memory)
{
    public ValueTask<FrameData> GetAsync() => memory.Get(state) is { } frame ? new(frame) : new(LoadAsync());

    /// <summary>For a change that does not go through <c>SaveChanges</c>; any other is noticed by itself.</summary>
    public void Forget() => state.Raise();

    private async Task<FrameData> LoadAsync()
    {
        var value = state.Value;
        var kommune = await db.Kommune.AsNoTracking().OrderBy(k => k.Id).Select(k => new { k.Name, k.Akzentfarbe, HatLogo = k.LogoTyp != null, k.Version, k.Kontakt }).FirstOrDefaultAsync();
        var frame = new FrameData(kommune?.Name ?? new Kommune().Name, kommune?.Akzentfarbe ?? "", kommune?.HatLogo ?? false, kommune?.Version ?? 0, kommune?.Kontakt ?? "");
        memory.Keep(frame, value);
        return frame;
    }
}

/// <summary>The frame as last read; forgotten with every change that concerns the public, on every node.</summary>
public sealed class PageFrameMemory
{
    private sealed record Kept(FrameData Frame, long Value);

    private volatile Kept? _kept;

    public FrameData? Get(PublicState state) => _kept is { } kept && kept.Value == state.Value && state.IsCertain ? kept.Frame : null;

    public void Keep(FrameData frame, long value) => _kept = new(frame, value);
}

public sealed record FrameData(string Name, string Akzentfarbe, bool HatLogo, int Version, string Kontakt = "");

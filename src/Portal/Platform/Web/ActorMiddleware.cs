using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>
/// Loads who acts, afresh at every request: whoever was locked out, left a group or changed the password is so at once,
/// not when a cookie runs out.
/// </summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    private static readonly Func<PortalDb, int, Task<AccountRow?>> s_load = EF.CompileAsyncQuery((PortalDb db, int accountId) =>
        db.Users.Where(k => k.Id == accountId)
            .Select(k => new AccountRow(k.PersonId, k.SecurityStamp, k.Person.Vorname, k.Person.Nachname, k.Person.Gesperrt, k.Person.Rollen, k.Person.ZuletztGelesen))
            .FirstOrDefault());

    private static readonly Func<PortalDb, int, IAsyncEnumerable<MembershipRow>> s_memberships = EF.CompileAsyncQuery((PortalDb db, int personId) =>
        db.Mitgliedschaften.Where(m => m.PersonId == personId && m.Bis == null).Select(m => new MembershipRow(m.FachgruppeId, m.Rolle)));

    public async Task InvokeAsync(HttpContext context, PortalDb db, IOptions<IdentityOptions> identity)
    {
        if (context.User.Identity?.IsAuthenticated == true && !await LoadAsync(context, db, identity.Value.ClaimsIdentity))
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next(context);
    }

    private static async Task<bool> LoadAsync(HttpContext context, PortalDb db, ClaimsIdentityOptions claims)
    {
        if (!int.TryParse(context.User.FindFirstValue(claims.UserIdClaimType), NumberStyles.None, CultureInfo.InvariantCulture, out var accountId)) return false;
        var row = await s_load(db, accountId);
        if (row is null || row.Gesperrt || row.SecurityStamp != context.User.FindFirstValue(claims.SecurityStampClaimType)) return false;
        var groups = new Dictionary<int, Mitgliedsrolle>();
        await foreach (var m in s_memberships(db, row.PersonId)) groups[m.FachgruppeId] = m.Rolle;
        context.Features.Set(new Akteur(row.PersonId, $"{row.Vorname} {row.Nachname}".Trim(), row.Rollen, groups, row.ZuletztGelesen));
        return true;
    }

    private sealed record AccountRow(int PersonId, string? SecurityStamp, string Vorname, string Nachname, bool Gesperrt, List<Rolle> Rollen, DateTime? ZuletztGelesen);

    private sealed record MembershipRow(int FachgruppeId, Mitgliedsrolle Rolle);
}

public static class ActorFeature
{
    /// <summary>Who acts in this request; the public when nobody is signed in.</summary>
    public static Akteur Akteur(this HttpContext context) => context.Features.Get<Akteur>() ?? Zugang.Akteur.Oeffentlichkeit;
}

using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>
/// Loads who acts, afresh at every request: whoever was locked out, left a group or changed the password is so at once,
/// not when a cookie runs out.
/// </summary>
public sealed class ActorMiddleware(RequestDelegate next, TimeProvider clock)
{
    private static readonly Func<PortalDb, int, DateOnly, Task<AccountRow?>> s_load = EF.CompileAsyncQuery((PortalDb db, int accountId, DateOnly today) =>
        db.Users.Where(k => k.Id == accountId)
            .Select(k => new AccountRow(k.PersonId, k.SecurityStamp, k.Person.Vorname, k.Person.Nachname, k.Person.Gesperrt, k.Person.Rollen, k.Person.ZuletztGelesen,
                db.Sitze.Any(),
                db.Sitzbesetzungen.Any(b => b.PersonId == k.PersonId && b.Von <= today && (b.Bis == null || b.Bis >= today)
                    && !b.Ruhezeiten.Any(r => r.Von <= today && (r.Bis == null || r.Bis >= today)))))
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

    private async Task<bool> LoadAsync(HttpContext context, PortalDb db, ClaimsIdentityOptions claims)
    {
        if (!int.TryParse(context.User.FindFirstValue(claims.UserIdClaimType), NumberStyles.None, CultureInfo.InvariantCulture, out var accountId)) return false;
        var row = await s_load(db, accountId, Ortszeit.Datum(clock.GetUtcNow().UtcDateTime));
        if (row is null || row.Gesperrt || row.SecurityStamp != context.User.FindFirstValue(claims.SecurityStampClaimType)) return false;
        var groups = new Dictionary<int, Mitgliedsrolle>();
        await foreach (var m in s_memberships(db, row.PersonId)) groups[m.FachgruppeId] = m.Rolle;
        context.Features.Set(new Akteur(row.PersonId, $"{row.Vorname} {row.Nachname}".Trim(), row.RolesToday, groups, row.ZuletztGelesen));
        return true;
    }

    private sealed record AccountRow(int PersonId, string? SecurityStamp, string Vorname, string Nachname, bool Gesperrt, List<Rolle> Rollen, DateTime? ZuletztGelesen, bool HasSeats, bool SitsToday)
    {
        /// <summary>Once the conference has seats, its rights hang on the seat and the day, not on the role that was noted (see docs/entscheidungen/0010).</summary>
        public IEnumerable<Rolle> RolesToday =>
            !HasSeats ? Rollen : Rollen.Where(r => r != Rolle.Konferenzmitglied).Concat(SitsToday ? [Rolle.Konferenzmitglied] : []);
    }

    private sealed record MembershipRow(int FachgruppeId, Mitgliedsrolle Rolle);
}

public static class ActorFeature
{
    /// <summary>Who acts in this request; the public when nobody is signed in.</summary>
    public static Akteur Akteur(this HttpContext context) => context.Features.Get<Akteur>() ?? Zugang.Akteur.Oeffentlichkeit;
}

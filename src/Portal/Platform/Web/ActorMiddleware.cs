using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>
/// Finds out at every request who acts: whoever was locked out, left a group or changed the password is so at once,
/// not when a cookie runs out.
/// </summary>
public sealed class ActorMiddleware(RequestDelegate next, ActorMemory memory, TimeProvider clock)
{
    /// <summary>One row per membership, at least one: a single query.</summary>
    private static readonly Func<PortalDb, int, DateOnly, IAsyncEnumerable<ActorRow>> s_load = EF.CompileAsyncQuery((PortalDb db, int accountId, DateOnly today) =>
        from k in db.Users.Where(k => k.Id == accountId)
        from m in db.Mitgliedschaften.Where(m => m.PersonId == k.PersonId && m.Bis == null).DefaultIfEmpty()
        select new ActorRow(k.PersonId, k.SecurityStamp, k.Person.Vorname, k.Person.Nachname, k.Person.Gesperrt, k.Person.Rollen, k.Person.ZuletztGelesen,
            db.Sitze.Any(),
            db.Sitzbesetzungen.Any(b => b.PersonId == k.PersonId && b.Von <= today && (b.Bis == null || b.Bis >= today)
                && !b.Ruhezeiten.Any(r => r.Von <= today && (r.Bis == null || r.Bis >= today))),
            (int?)m!.FachgruppeId, (Mitgliedsrolle?)m.Rolle, (Fachgruppenzustand?)m.Fachgruppe.Zustand));

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
        var today = Ortszeit.Datum(clock.GetUtcNow().UtcDateTime);
        var known = memory.Known(today);
        if (known.Find(accountId) is not { } account)
        {
            if (await ReadAsync(db, accountId, today) is not { } read) return false;
            known.Keep(accountId, account = read);
        }
        if (account.SecurityStamp != context.User.FindFirstValue(claims.SecurityStampClaimType)) return false;
        context.Features.Set(account.Actor);
        return true;
    }

    /// <summary>For the page that follows a sign-in in the same request.</summary>
    public static async Task ActNowAsync(HttpContext context, PortalDb db, ClaimsPrincipal who, int accountId, DateOnly today)
    {
        context.User = who;
        if (await ReadAsync(db, accountId, today) is { } account) context.Features.Set(account.Actor);
    }

    private static async Task<KnownAccount?> ReadAsync(PortalDb db, int accountId, DateOnly today)
    {
        ActorRow? row = null;
        var groups = new Dictionary<int, Mitgliedsrolle>();
        var dissolved = new HashSet<int>();
        await foreach (var found in s_load(db, accountId, today))
        {
            row ??= found;
            if (found is { FachgruppeId: { } group, Mitgliedsrolle: { } role }) groups[group] = role;
            if (found is { FachgruppeId: { } gone, Fachgruppenzustand: Fachgruppenzustand.Aufgeloest }) dissolved.Add(gone);
        }
        return row is null or { Gesperrt: true } ? null
            : new(new Akteur(row.PersonId, $"{row.Vorname} {row.Nachname}".Trim(), row.RolesToday, groups, row.ZuletztGelesen, dissolved), row.SecurityStamp);
    }

    private sealed record ActorRow(int PersonId, string? SecurityStamp, string Vorname, string Nachname, bool Gesperrt, List<Rolle> Rollen, DateTime? ZuletztGelesen, bool HasSeats, bool SitsToday,
        int? FachgruppeId, Mitgliedsrolle? Mitgliedsrolle, Fachgruppenzustand? Fachgruppenzustand)
    {
        /// <summary>Once the conference has seats, its rights hang on the seat and the day, not on the role that was noted (see docs/entscheidungen/0010).</summary>
        public IEnumerable<Rolle> RolesToday =>
            !HasSeats ? Rollen : Rollen.Where(r => r != Rolle.Konferenzmitglied).Concat(SitsToday ? [Rolle.Konferenzmitglied] : []);
    }
}

public static class ActorFeature
{
    /// <summary>Who acts in this request; the public when nobody is signed in.</summary>
    public static Akteur Akteur(this HttpContext context) => context.Features.Get<Akteur>() ?? Zugang.Akteur.Oeffentlichkeit;
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Platform.Web;

/// <summary>Identity's store over <see cref="PortalDb"/>, without Identity's own roles: who may do what is the domain's business (see <see cref="Akteur"/>).</summary>
public sealed class PortalUserStore(PortalDb db, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Konto, PortalDb, int>(db, describer)
{
    /// <summary>A passkey carries the account's user name, because it may be made before the account has a key.</summary>
    public override Task<Konto?> FindByIdAsync(string userId, CancellationToken cancellationToken = default) =>
        int.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? base.FindByIdAsync(userId, cancellationToken)
            : FindByNameAsync(userId.ToUpperInvariant(), cancellationToken);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Portal.Platform.Data;

/// <summary>Which one-time code an account used last. It stands beside the account's other tokens, where saving the account does not touch it.</summary>
public static class UsedCodes
{
    private const string Provider = "Portal";
    private const string Name = "LastOneTimeCode";

    extension(PortalDb db)
    {
        /// <summary>Uses up the code of this time step. One statement decides, so that of two that come at once only one is first.</summary>
        /// <param name="step">Intervals since 1970; written with leading zeros, so that the later one is the greater text too.</param>
        /// <returns>Whether neither this code nor a later one had been used.</returns>
        public async Task<bool> UseCodeAsync(int account, long step)
        {
            var value = step.ToString("D12", CultureInfo.InvariantCulture);
            return await db.WriteAsync(() => db.Database.ExecuteSqlAsync($"""
                INSERT INTO "AspNetUserTokens" ("UserId", "LoginProvider", "Name", "Value") VALUES ({account}, {Provider}, {Name}, {value})
                ON CONFLICT ("UserId", "LoginProvider", "Name") DO UPDATE SET "Value" = excluded."Value" WHERE "AspNetUserTokens"."Value" < excluded."Value"
                """)) == 1;
        }
    }
}

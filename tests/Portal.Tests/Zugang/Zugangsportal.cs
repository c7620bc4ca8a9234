using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Musterstadt;
using Portal.Tests.Support;
using Portal.Zugang;

namespace Portal.Tests.Zugang;

/// <summary>Ein Portal, in dem man sich oft anmelden darf und das zählt, wie oft ein Kennwort nachgerechnet wird.</summary>
public sealed class Zugangsportal : PortalFactory
{
    public int Nachgerechnet => Services.GetRequiredService<Zaehler>().Stand;

    protected override IEnumerable<KeyValuePair<string, string>> Einstellungen =>
        [new("Begrenzung:AnmeldungProMinute", "100000"), new("Begrenzung:FormularProMinute", "100000"), new("Logging:LogLevel:Portal.Zugang", "Information")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(dienste =>
        {
            dienste.AddSingleton<Zaehler>();
            dienste.RemoveAll<IPasswordHasher<Konto>>();
            dienste.AddScoped<IPasswordHasher<Konto>, ZaehlendesKennwort>();
        });
    }

    /// <summary>Der geheime Pfad aus der neuesten Nachricht an diese Adresse.</summary>
    public Task<string> LinkAnAsync(string email, string anfang) => Db(async db =>
    {
        var texte = await db.OutgoingMails.Where(m => m.ToAddress == email).OrderByDescending(m => m.Id).Select(m => m.TextBody).ToListAsync();
        return texte.Select(t => Regex.Match(t, Regex.Escape(anfang) + "[0-9a-f]{20,}", RegexOptions.None, TimeSpan.FromSeconds(1))).First(m => m.Success).Value;
    });

    public Task<int> BriefeAnAsync(string email, string betreff) => Db(db => db.OutgoingMails.CountAsync(m => m.ToAddress == email && m.Subject == betreff));

    public Task<Person> PersonAsync(string email) => Db(db => db.Personen.AsNoTracking().SingleAsync(p => p.EmailNormal == Person.Normal(email)));

    /// <summary>Rechnet den Code aus, den die App zeigt (RFC 6238).</summary>
    /// <param name="takt">0: den jetzigen; 1: den nächsten.</param>
    public string Einmalcode(string schluessel, int takt = 0)
    {
        const string zeichen = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(schluessel.Where(char.IsLetterOrDigit).Select(z => Convert.ToString(zeichen.IndexOf(z, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var bytes = bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2)).ToArray();
        var schritt = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(schritt, Uhr.GetUtcNow().ToUnixTimeSeconds() / 30 + takt);
#pragma warning disable CA5350 // RFC 6238 wants SHA-1
        var abdruck = HMACSHA1.HashData(bytes, schritt);
#pragma warning restore CA5350
        var stelle = abdruck[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(abdruck.AsSpan(stelle)) & int.MaxValue) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private sealed class Zaehler
    {
        public int Stand { get; set; }
    }

    private sealed class ZaehlendesKennwort(Zaehler zaehler) : IPasswordHasher<Konto>
    {
        private static readonly VorfuehrKennwort s_wirklich = new();

        public string HashPassword(Konto user, string password) => s_wirklich.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Konto user, string hashedPassword, string providedPassword)
        {
            zaehler.Stand++;
            return s_wirklich.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

internal static class Felder
{
    public static Dictionary<string, string> Mit(params (string Name, string Wert)[] felder) => felder.ToDictionary(f => f.Name, f => f.Wert);
}

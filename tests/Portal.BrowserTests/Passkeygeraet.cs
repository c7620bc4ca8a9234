using Microsoft.Playwright;

namespace Portal.BrowserTests;

/// <summary>Ein Gerät, das Passkeys hält und die Anwesenheit der Person bestätigt, wie mit Fingerabdruck.</summary>
internal static class Passkeygeraet
{
    public static async Task AnschliessenAsync(IPage seite)
    {
        var werkzeug = await seite.Context.NewCDPSessionAsync(seite);
        await werkzeug.SendAsync("WebAuthn.enable");
        await werkzeug.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

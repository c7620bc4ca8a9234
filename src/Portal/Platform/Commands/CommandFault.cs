using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Portal.Platform.Data;

namespace Portal.Platform.Commands;

/// <summary>What an operator can mend, in one German sentence. What is not named here is a fault of the program and shows itself in full.</summary>
internal static partial class CommandFault
{
    private const string Example = "Die Datei appsettings.example.json nennt jede Einstellung.";

    /// <returns>Nothing when the operator cannot help it.</returns>
    public static string? Sentence(Exception error) => error switch
    {
        CannotRun refused => refused.Message,
        // The file's name stands in the message of the loader, the place in that of the reader.
        InvalidDataException { InnerException: FormatException } broken when QuotedFile().Match(broken.Message) is { Success: true } file =>
            $"Die Datei {file.Groups[1].Value} ist kein gültiges JSON. Prüfen Sie Kommas, Anführungszeichen und Klammern. {Example}",
        _ when ConvertedSetting().Match(error.Message) is { Success: true } setting =>
            $"Der Wert „{setting.Groups[1].Value}“ passt nicht zur Einstellung {setting.Groups[2].Value}. {Example}",
        FormatException when error.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
            "Urls nennt keine gültige Adresse. Richtig ist zum Beispiel --Urls=http://localhost:5080.",
        FormatException when error.Message.StartsWith("The short switch", StringComparison.Ordinal) =>
            $"Eine Angabe hinter dem Befehl ist nicht zu verstehen. Einstellungen hängt man so an: --Mail:Port=25. {Example}",
        IOException when Inner<AddressInUseException>(error) is not null =>
            $"{Address(error)} ist schon vergeben: Dort lauscht ein anderes Programm, oder das Portal läuft bereits. Beenden Sie es, oder nehmen Sie einen anderen Port, z. B. --Urls=http://localhost:5081.",
        _ when Inner<SocketException>(error) is { SocketErrorCode: SocketError.AccessDenied } =>
            "An der Adresse in Urls darf dieses Programm nicht lauschen. Ports unter 1024 gehören dem Betriebssystem: Nehmen Sie einen höheren und stellen Sie einen Webserver davor.",
        _ when Inner<SocketException>(error) is { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "Die Adresse in Urls gehört nicht zu diesem Rechner. Nehmen Sie localhost oder eine seiner eigenen Adressen.",
        _ => null,
    };

    private static T? Inner<T>(Exception? error) where T : Exception => error switch
    {
        null => null,
        T found => found,
        _ => Inner<T>(error.InnerException),
    };

    private static string Address(Exception error) => BoundAddress().Match(error.Message) is { Success: true } address ? address.Value : "Die Adresse in Urls";

    [GeneratedRegex("'([^']+\\.json)'", RegexOptions.None, 1000)]
    private static partial Regex QuotedFile();

    [GeneratedRegex("configuration value '(.*)' at '(.*)' to type", RegexOptions.None, 1000)]
    private static partial Regex ConvertedSetting();

    [GeneratedRegex(@"https?://[^\s:]+(:\d+)?", RegexOptions.None, 1000)]
    private static partial Regex BoundAddress();
}

using System.Globalization;
using System.Text;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;

namespace Portal.Vorschlaege;

/// <summary>Die Liste als CSV, wie Tabellenprogramme sie im Deutschen öffnen: Semikolon, UTF-8 mit Kennzeichen, Formeln entschärft.</summary>
public sealed class Vorschlagsausfuhr : IAsyncDisposable
{
    private static readonly System.Buffers.SearchValues<char> s_sonderzeichen = System.Buffers.SearchValues.Create(";\"\r\n");
    private static readonly string[] s_spalten =
    [
        "Kennung", "Titel", "Kurzfassung", "Handlungsfeld", "Art", "Weg", "Gruppe", "Stand", "Stand seit", "Eingereicht am", "Veröffentlicht am",
        "Kosten einmalig (Euro)", "Kosten laufend (Euro im Jahr)", "Beginn", "Ende", "Adresse",
    ];

    private readonly StreamWriter _ziel;
    private readonly string _portal;

    /// <param name="portal">Anfang der Adressen, ohne Schrägstrich am Ende.</param>
    public Vorschlagsausfuhr(Stream ziel, string portal)
    {
        _ziel = new StreamWriter(ziel, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        _portal = portal;
    }

    public Task KopfAsync() => ZeileAsync(s_spalten);

    public async Task ZeilenAsync(IEnumerable<Listenzeile> zeilen, Verzeichnis namen)
    {
        foreach (var z in zeilen)
        {
            string?[] werte =
            [
                z.Kennung, z.Titel, z.Kurzfassung, namen.Handlungsfeldname(z.HandlungsfeldId), z.Art?.Anzeige(), z.Weg.Anzeige(), namen.Gruppenname(z.FachgruppeId), z.Zustand.Anzeige(),
                Tag(z.StandSeit), Tag(z.EingereichtAm), Tag(z.VeroeffentlichtAm), Zahl(z.KostenEinmalig), Zahl(z.KostenLaufend), Tag(z.ZeitrahmenVon), Tag(z.ZeitrahmenBis), $"{_portal}/vorschlaege/{z.Kennung}",
            ];
            await ZeileAsync(werte);
        }
        await _ziel.FlushAsync();
    }

    public ValueTask DisposeAsync() => _ziel.DisposeAsync();

    private Task ZeileAsync(IEnumerable<string?> werte) => _ziel.WriteAsync(string.Join(';', werte.Select(Feld)) + "\r\n");

    /// <summary>Was wie eine Formel beginnt, bekommt einen Apostroph: das Tabellenprogramm soll es zeigen, nicht rechnen.</summary>
    private static string Feld(string? wert)
    {
        if (string.IsNullOrEmpty(wert)) return "";
        if (wert[0] is '=' or '+' or '-' or '@' or '\t' or '\r') wert = "'" + wert;
        return wert.AsSpan().ContainsAny(s_sonderzeichen) ? "\"" + wert.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : wert;
    }

    private static string? Tag(DateTime? utc) => utc is { } u ? Ortszeit.Kurz(Ortszeit.Datum(u)) : null;
    private static string? Tag(DateOnly? tag) => tag is { } t ? Ortszeit.Kurz(t) : null;
    private static string? Zahl(long? zahl) => zahl?.ToString(CultureInfo.InvariantCulture);
}

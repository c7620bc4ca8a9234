namespace Portal.Tests.Support;

/// <summary>Wer und was in Musterstadt gemeint ist: dieselben Menschen und Vorschläge wie in der Vorführung.</summary>
public static class Gemeinde
{
    public const string Geschaeftsfuehrung = "geschaeftsfuehrung@musterstadt.example";
    public const string Administration = "administration@musterstadt.example";
    public const string Datenverantwortliche = "datenverantwortliche@musterstadt.example";
    public const string Konferenzmitglied = "konferenz@musterstadt.example";

    /// <summary>Sprecherin von <see cref="GutAelterWerden"/> und Mitglied von <see cref="DigitaleTeilhabe"/>.</summary>
    public const string Sprecherin = "sprecherin@musterstadt.example";

    /// <summary>Mitglied nur von <see cref="GutAelterWerden"/>.</summary>
    public const string Mitglied = "mitglied@musterstadt.example";

    /// <summary>Ein zweites Mitglied von <see cref="GutAelterWerden"/>.</summary>
    public const string ZweitesMitglied = "ingeborg.weiss@musterstadt.example";

    /// <summary>Mitglied nur von <see cref="Kinderarmut"/>, also fremd in <see cref="GutAelterWerden"/>.</summary>
    public const string FremdesMitglied = "bjoern.kaethner@musterstadt.example";

    /// <summary>Sprecherin von <see cref="Kinderarmut"/>.</summary>
    public const string FremdeSprecherin = "olivia.mensah@musterstadt.example";

    // Kennungen der Gruppen.
    public const string GutAelterWerden = "gut-aelter-werden";
    public const string Kinderarmut = "kinder-und-familienarmut";
    public const string PflegeZuHause = "pflege-zu-hause";
    public const string DigitaleTeilhabe = "digitale-teilhabe";
    public const string SelbstbestimmtWohnen = "selbstbestimmt-wohnen";
    public const string Pflegebedarfsplanung = "pflegebedarfsplanung";

    /// <summary>Der Entwurf der Geschäftsordnung, den nur die Geschäftsführung sieht.</summary>
    public const string Geschaeftsordnungsentwurf = "3";

    /// <summary>Der Sitz von <see cref="Konferenzmitglied"/>.</summary>
    public const string BesetzterSitz = "politik-1";

    /// <summary>Die Inhaber:in ruht; ihre Stellvertretung handelt.</summary>
    public const string RuhenderSitz = "wissenschaft-und-praxis-2";

    /// <summary>Die Inhaberin stimmt selbst und hat eine Stellvertretung.</summary>
    public const string VertretbarerSitz = "fachplanung-1";

    /// <summary>In <see cref="OffeneAbstimmung"/> stimmt die Stellvertretung.</summary>
    public const string VertretenerSitz = "fachplanung-2";

    /// <summary>In <see cref="OffeneAbstimmung"/> befangen.</summary>
    public const string BefangenerSitz = "verwaltung-2";

    // Anträge der Abstimmungen, wie sie beginnen.

    /// <summary>Geheim und offen zum Abstimmen; <see cref="Konferenzmitglied"/> hat noch nicht gestimmt.</summary>
    public const string OffeneAbstimmung = "Die Konferenz nimmt zum Haushaltsentwurf";

    /// <summary>Mit Namen und offen zum Abstimmen; Stimmen auf Papier für „politik-3“ und „verwaltung-2“ warten auf Bestätigung.</summary>
    public const string AbstimmungMitPapier = "Die Konferenz verlegt ihre Dezembersitzung";

    /// <summary>Sieht nur die Geschäftsführung.</summary>
    public const string VorbereiteteAbstimmung = "Die Konferenz befürwortet eine Fachgruppe";

    /// <summary>Mit Namen, geschlossen.</summary>
    public const string GeschlosseneAbstimmung = "Die Konferenz tagt im kommenden Jahr";

    /// <summary>Geheim, geschlossen, mit einem befangenen Sitz.</summary>
    public const string GeheimeAbstimmung = "Die Konferenz empfiehlt der Bürgerschaft";

    /// <summary>Mit Namen, geschlossen; das Sondervotum dazu steht fest, und der Vorschlag ist öffentlich.</summary>
    public const string AbstimmungMitSondervotum = "Die Konferenz empfiehlt, Stromsperren";

    /// <summary>Mit Namen, geschlossen; ihr Sondervotum lässt sich noch mitzeichnen, auch von <see cref="Konferenzmitglied"/>.</summary>
    public const string AbstimmungMitOffenemSondervotum = "Die Konferenz empfiehlt, die Nachbarschaftshilfe";

    /// <summary>Offen: Bögen sind abgegeben, begonnen und offen; „verwaltung-2“ wartet auf Papier bestätigt zu werden.</summary>
    public const string OffeneRunde = "Priorisierung Winter";

    /// <summary>Geschlossen, mit sieben abgegebenen Bögen.</summary>
    public const string GeschlosseneRunde = "Priorisierung Sommer";

    // Titel der Vorschläge; die Kennung nennt PortalFactory.KennungAsync.

    /// <summary>In Beratung, Gruppe <see cref="GutAelterWerden"/>.</summary>
    public const string BesuchZum75 = "Besuch zum 75. Geburtstag";

    /// <summary>Eingereicht, Gruppe <see cref="GutAelterWerden"/>, nicht öffentlich.</summary>
    public const string Sitzbaenke = "Sitzbänke, Toiletten und Schatten auf Alltagswegen";

    /// <summary>Gesichtet und öffentlich, Gruppe <see cref="GutAelterWerden"/>: 1.500 Wörter, vollständige Matrix.</summary>
    public const string Anlaufstellen = "Anlaufstellen für das Älterwerden in drei Stadtteilen";

    /// <summary>Gesichtet, in keiner Runde und keiner Bündelung.</summary>
    public const string Familienpass = "Der Familienpass kommt ohne Antrag";

    /// <summary>Entwurf, Gruppe <see cref="DigitaleTeilhabe"/>, nicht öffentlich.</summary>
    public const string Digitallotsen = "Digitallotsinnen und Digitallotsen in der Stadtbücherei";

    /// <summary>In Beratung, Gruppe <see cref="Kinderarmut"/>, nicht öffentlich.</summary>
    public const string Ferienwochen = "Ferienwochen mit Mittagessen in Süderfeld und Nordhafen";

    /// <summary>In politischer Beratung, Weg Fachsozialplanung, öffentlich.</summary>
    public const string Tagespflege = "Tagespflege in unterversorgten Stadtteilen ausbauen";

    /// <summary>Zurückgegeben, Gruppe <see cref="PflegeZuHause"/>, nicht öffentlich.</summary>
    public const string Kurzzeitpflege = "Freie Plätze der Kurzzeitpflege auf einen Blick";

    /// <summary>Zurückgezogen, Gruppe <see cref="SelbstbestimmtWohnen"/>, nicht öffentlich.</summary>
    public const string Wohnungsboerse = "Städtische Börse für barrierefreie Wohnungen";
}

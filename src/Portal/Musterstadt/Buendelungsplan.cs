using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>
/// Zwei Bündelungen der Mustergemeinde: In der einen wollen zwei Gruppen pflegende Angehörige entlasten und haben zugestimmt, bewertet wird sie in
/// der offenen Runde; über die andere hat erst eine von zwei Gruppen entschieden.
/// </summary>
internal sealed class Buendelungsplan(PortalDb db, Zeitplan plan, Func<string, Akteur> akteur, Func<Akteur> geschaeftsfuehrung)
{
    public const string Titel = "Freie Zeit für Menschen, die zu Hause pflegen";
    private const string Offen = "Beratung im Stadtteil, für das Alter und die Pflege";

    public void Planen()
    {
        string[] entlastung = ["Ein freier Nachmittag für pflegende Angehörige", "Auszeiten für Familien, die ein Kind mit Behinderung pflegen"];
        Vorschlagen(24, Titel, "Beide wollen verlässliche Gruppen mit Fahrdienst und direkter Abrechnung. Gemeinsam lassen sich Träger, Räume und Koordination besser finden.", entlastung);
        Zustimmen(21, Titel, entlastung[0]);
        Zustimmen(17, Titel, entlastung[1]);

        string[] beratung = ["Anlaufstellen für das Älterwerden in drei Stadtteilen", "Pflegeberatung kommt in den Stadtteil"];
        Vorschlagen(9, Offen, "Beide brauchen Räume in denselben Stadtteilen, sprechen dieselben Menschen an und messen mit derselben Kennzahl. Eine gemeinsame Stelle wäre leichter zu finden.", beratung);
        Zustimmen(5, Offen, beratung[1]);
    }

    private void Vorschlagen(double vorTagen, string titel, string begruendung, string[] vorschlaege) => plan.Am(plan.Vor(vorTagen), async wann =>
        db.Add(new Buendelung(await db.NaechsteKennungAsync("buendelung", Ortszeit.Datum(wann).Year), titel, begruendung,
            await db.Vorschlaege.Include(v => v.Fachgruppe).Where(v => vorschlaege.Contains(v.Titel)).ToListAsync(), new HashSet<int>(), geschaeftsfuehrung(), wann)));

    private void Zustimmen(double vorTagen, string titel, string vorschlag) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var buendelung = await db.Buendelungen.MitTeilen().SingleAsync(b => b.Titel == titel);
        var gruppe = buendelung.Teile.Single(t => t.Vorschlag.Titel == vorschlag).Vorschlag.FachgruppeId;
        var sprecherin = await db.Mitgliedschaften.Where(m => m.FachgruppeId == gruppe && m.Rolle == Mitgliedsrolle.Sprecher && m.Bis == null).OrderBy(m => m.Id).Select(m => m.Person.Email).FirstAsync();
        buendelung.Zustimmen(gruppe, akteur(sprecherin), wann);
    });
}

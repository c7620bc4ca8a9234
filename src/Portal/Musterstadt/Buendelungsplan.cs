using Microsoft.EntityFrameworkCore;
using Portal.Buendelungen;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Zugang;

namespace Portal.Musterstadt;

/// <summary>Eine Bündelung der Mustergemeinde: zwei Gruppen wollen pflegende Angehörige entlasten und haben zugestimmt; bewertet wird sie in der offenen Runde.</summary>
internal sealed class Buendelungsplan(PortalDb db, Zeitplan plan, Func<string, Akteur> akteur, Func<Akteur> geschaeftsfuehrung)
{
    public const string Titel = "Freie Zeit für Menschen, die zu Hause pflegen";
    private static readonly string[] s_vorschlaege = ["Ein freier Nachmittag für pflegende Angehörige", "Auszeiten für Familien, die ein Kind mit Behinderung pflegen"];

    public void Planen()
    {
        plan.Am(plan.Vor(24), async wann =>
        {
            var vorschlaege = await db.Vorschlaege.Include(v => v.Fachgruppe).Where(v => s_vorschlaege.Contains(v.Titel)).ToListAsync();
            db.Add(new Buendelung(await db.NaechsteKennungAsync("buendelung", Ortszeit.Datum(wann).Year), Titel,
                "Beide wollen verlässliche Gruppen mit Fahrdienst und direkter Abrechnung. Gemeinsam lassen sich Träger, Räume und Koordination besser finden.", vorschlaege, new HashSet<int>(), geschaeftsfuehrung(), wann));
        });
        Zustimmen(21, s_vorschlaege[0]);
        Zustimmen(17, s_vorschlaege[1]);
    }

    private void Zustimmen(double vorTagen, string vorschlag) => plan.Am(plan.Vor(vorTagen), async wann =>
    {
        var buendelung = await db.Buendelungen.MitTeilen().SingleAsync(b => b.Titel == Titel);
        var gruppe = buendelung.Teile.Single(t => t.Vorschlag.Titel == vorschlag).Vorschlag.FachgruppeId;
        var sprecherin = await db.Mitgliedschaften.Where(m => m.FachgruppeId == gruppe && m.Rolle == Mitgliedsrolle.Sprecher && m.Bis == null).OrderBy(m => m.Id).Select(m => m.Person.Email).FirstAsync();
        buendelung.Zustimmen(gruppe, akteur(sprecherin), wann);
    });
}

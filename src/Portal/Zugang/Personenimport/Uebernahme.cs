using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Portal.Grundbegriffe;
using Portal.Platform.Data;
using Portal.Platform.Mail;

namespace Portal.Zugang.Personenimport;

/// <summary>Was aus einer hochgeladenen Liste wird.</summary>
internal static class Uebernahme
{
    private const int Haeppchen = 500;

    extension(PortalDb db)
    {
        /// <summary>Prüft die Zeilen gegen den Stand von jetzt. Speichert nichts.</summary>
        public async Task<IReadOnlyList<Importzeile>> ImportPruefenAsync(Importinhalt inhalt, Akteur wer)
        {
            var vorhandene = new HashSet<string>(StringComparer.Ordinal);
            foreach (var teil in inhalt.Zeilen.Select(z => Person.Normal(z.Email)).Distinct().Chunk(Haeppchen))
                vorhandene.UnionWith(await db.Personen.Where(p => teil.Contains(p.EmailNormal)).Select(p => p.EmailNormal).ToListAsync());
            var gruppen = await db.Fachgruppen.AsNoTracking().ToListAsync();
            return new Importpruefung(gruppen.Select(g => new Zielgruppe(g.Id, g.Kennung, g.Name, Fachgruppen.Fachgruppenregeln.DarfAufnehmen(g))), vorhandene, wer).Pruefen(inhalt.Zeilen);
        }

        /// <summary>Legt die Personen der guten Zeilen an, nimmt sie in ihre Gruppen auf und lädt sie ein. Die Gruppen und Briefe speichert, wer es ruft, im selben Zug.</summary>
        public async Task UebernehmenAsync(IEnumerable<Importzeile> gute, MailWriter briefe, Akteur wer, DateTime jetzt)
        {
            var zeilen = gute.ToList();
            var gruppenIds = zeilen.SelectMany(z => z.Gruppen).Select(g => g.Gruppe.Id).Distinct().ToList();
            var gruppen = await db.Fachgruppen.Where(g => gruppenIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id);
            var personen = zeilen.ConvertAll(z => new Person(z.Roh.Vorname, z.Roh.Nachname, z.Roh.Email, z.Roh.Organisation));
            db.Personen.AddRange(personen);
            // Was sie im Verlauf nennt, braucht ihre Nummer.
            await db.SaveChangesAsync();
            foreach (var (zeile, person) in zeilen.Zip(personen))
            {
                var roh = zeile.Roh;
                person.RollenMitbringen(zeile.Rollen, wer.PersonId, jetzt);
                foreach (var (ziel, stellung) in zeile.Gruppen) gruppen[ziel.Id].Aufnehmen(person, stellung, wer.PersonId, jetzt);
                var (einladung, geheimnis) = Einladung.InsPortal(roh.Email, roh.Vorname, roh.Nachname, roh.Organisation, zeile.Rollen, wer, jetzt);
                db.Einladungen.Add(einladung);
                db.OutgoingMails.Add(Einladungsbrief.Schreiben(briefe, einladung, geheimnis, wer));
            }
        }
    }

    /// <summary>Was mit jeder Zeile geschehen ist, als CSV für Tabellenprogramme.</summary>
    public static string Bericht(IEnumerable<Importzeile> zeilen)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { Separator = ';', Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            foreach (var spalte in (string[])["Zeile", "Vorname", "Nachname", "E-Mail", "Ergebnis"]) csv.WriteField(spalte);
            csv.EndRecord();
            foreach (var zeile in zeilen)
            {
                csv.WriteField(zeile.Roh.Nummer);
                csv.WriteField(zeile.Roh.Vorname);
                csv.WriteField(zeile.Roh.Nachname);
                csv.WriteField(zeile.Roh.Email);
                csv.WriteField(zeile.IstGut ? "übernommen und eingeladen" : "nicht übernommen: " + zeile.Fehler);
                csv.EndRecord();
            }
        }
        return text.ToString();
    }
}

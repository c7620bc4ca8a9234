using Microsoft.EntityFrameworkCore;
using Portal.Zugang;

namespace Portal.Fachgruppen;

/// <summary>Welche Gruppen wer sieht, und in welcher Ordnung.</summary>
public static class Fachgruppenauswahl
{
    extension(IQueryable<Fachgruppe> gruppen)
    {
        /// <summary>
        /// Über eine vorgeschlagene Gruppe hat die Konferenz noch nicht beraten: Sie sehen Geschäftsführung, Konferenz und wer schon dazugehört.
        /// Alle anderen Gruppen sind öffentlich, auch die ruhenden und aufgelösten.
        /// </summary>
        public IQueryable<Fachgruppe> SichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung || wer.IstKonferenzmitglied) return gruppen;
            var eigene = wer.Fachgruppen.Keys.ToList();
            return gruppen.Where(g => g.Zustand != Fachgruppenzustand.Vorgeschlagen || eigene.Contains(g.Id));
        }

        /// <summary>Was im Inneren der Gruppe steht (Mitglieder, Einladungen, Anfragen), sehen ihre Mitglieder und die Geschäftsführung.</summary>
        public IQueryable<Fachgruppe> ImInnerenSichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung) return gruppen;
            var eigene = wer.Fachgruppen.Keys.ToList();
            return gruppen.Where(g => eigene.Contains(g.Id));
        }

        /// <summary>Gruppen, bei denen man um Aufnahme bitten kann; dieselbe Bedingung wie <see cref="Fachgruppenregeln.DarfBeitrittErbitten"/>.</summary>
        public IQueryable<Fachgruppe> OffenFuerBeitritt => gruppen.Where(g =>
            g.Weg != Weg.Fachsozialplanung && (g.Zustand == Fachgruppenzustand.InGruendung || g.Zustand == Fachgruppenzustand.Aktiv));

        public IQueryable<Fachgruppe> ImZustand(Fachgruppenzustand? zustand) => zustand is { } z ? gruppen.Where(g => g.Zustand == z) : gruppen;

        public IQueryable<Fachgruppe> AufDemWeg(Weg? weg) => weg is { } w ? gruppen.Where(g => g.Weg == w) : gruppen;

        public IQueryable<Fachgruppe> ImHandlungsfeld(string? kennung) =>
            string.IsNullOrEmpty(kennung) ? gruppen : gruppen.Where(g => g.Handlungsfeld!.Kennung == kennung);

        /// <summary>Nach Namen geordnet, hinter der Gruppe mit dieser Kennung.</summary>
        public IQueryable<Fachgruppe> GeordnetNach(string? kennung)
        {
            var geordnet = gruppen.OrderBy(g => g.Name).ThenBy(g => g.Kennung);
            if (string.IsNullOrEmpty(kennung)) return geordnet;
            return geordnet.Where(g => gruppen.Any(v => v.Kennung == kennung
                && (g.Name.CompareTo(v.Name) > 0 || (g.Name == v.Name && g.Kennung.CompareTo(v.Kennung) > 0))));
        }

        /// <summary>Mit allem, was die Regeln über Mitgliedschaften fragen; zwei Abfragen statt einer großen.</summary>
        public IQueryable<Fachgruppe> MitMitgliedern => gruppen.Include(g => g.Mitgliedschaften.Where(m => m.Bis == null)).ThenInclude(m => m.Person).AsSplitQuery();
    }

    extension(IQueryable<Mitgliedschaft> mitgliedschaften)
    {
        public IQueryable<Mitgliedschaft> Aktuell => mitgliedschaften.Where(m => m.Bis == null);

        public IQueryable<Mitgliedschaft> Sprechende => mitgliedschaften.Where(m => m.Bis == null && m.Rolle == Mitgliedsrolle.Sprecher);
    }

    extension(IQueryable<Beitrittsanfrage> anfragen)
    {
        public IQueryable<Beitrittsanfrage> Offen => anfragen.Where(a => a.EntschiedenAm == null);

        /// <summary>Anfragen sehen, wer über sie entscheidet: die Sprecher:innen der Gruppe und die Geschäftsführung.</summary>
        public IQueryable<Beitrittsanfrage> SichtbarFuer(Akteur wer)
        {
            if (wer.IstGeschaeftsfuehrung) return anfragen;
            var eigene = wer.Fachgruppen.Where(f => f.Value == Mitgliedsrolle.Sprecher).Select(f => f.Key).ToList();
            return anfragen.Where(a => eigene.Contains(a.FachgruppeId));
        }
    }
}

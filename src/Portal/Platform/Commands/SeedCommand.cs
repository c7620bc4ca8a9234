using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Fachgruppen;
using Portal.Grundbegriffe;
using Portal.Musterstadt;
using Portal.Platform.Data;
using Portal.Platform.Web;
using Portal.Stammdaten;
using Portal.Vorschlaege;
using Portal.Zugang;

namespace Portal.Platform.Commands;

/// <summary>
/// <c>seed --vorschlaege 10000 --personen 5000 [--kennwort …]</c>: a large fictional municipality for trying out and for measuring. Always the same
/// for the same numbers. Refuses a database in which somebody already works.
/// </summary>
internal static class SeedCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build();
        var proposals = options.GetValue("vorschlaege", 10_000);
        var people = options.GetValue("personen", 5_000);
        if (proposals < 0 || people < 0) throw new CannotRun("--vorschlaege und --personen nennen eine Anzahl, 0 oder mehr.");
        await using var app = PortalApp.Build([.. PortalCommands.Quiet, .. args, "--Mail:Weg=Postausgang"]);
        await DatabaseSetup.MigrateAsync(app.Services);
        var watch = Stopwatch.StartNew();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Personen.AnyAsync()) throw new CannotRun("In dieser Datenbank arbeiten schon Menschen. „seed“ füllt nur eine leere; nennen Sie mit --Datenbank:Verbindung eine andere.");
        await new Seeding(db, app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).RunAsync(proposals, people, options["kennwort"]);
        var (v, p, g) = (await db.Vorschlaege.CountAsync(), await db.Personen.CountAsync(), await db.Fachgruppen.CountAsync());
        Console.WriteLine(string.Create(Ortszeit.Deutsch, $"{v:N0} Vorschläge, {p:N0} Personen, {g:N0} Gruppen in {watch.Elapsed.TotalSeconds:N1} Sekunden."));
        return 0;
    }
}

/// <summary>Fills with the entities' own verbs, so that everything is as if people had done it; many per transaction, so that it is fast.</summary>
internal sealed class Seeding(PortalDb db, DateTime now)
{
    private const int Batch = 200;

    private static readonly string[] s_first = ["Anna", "Bernd", "Ceren", "Dieter", "Elif", "Frank", "Gesa", "Hassan", "Ines", "Jonas", "Kira", "Lars", "Mona", "Nils", "Olga", "Pavel", "Rosa", "Sven", "Tarek", "Ute", "Viktor", "Wiebke", "Yasemin", "Zoran"];
    private static readonly string[] s_last = ["Ahrens", "Behrens", "Çelik", "Dreyer", "Ehlers", "Friedrichs", "Grote", "Hinrichs", "Ivers", "Jansen", "Kröger", "Lorenzen", "Möller", "Nowak", "Oldenburg", "Petersen", "Quast", "Rathje", "Sievers", "Thomsen", "Ulrich", "Voß", "Wendt", "Yıldız"];
    private static readonly string[] s_topics = ["Wohnen und Nachbarschaft", "Pflegende Angehörige", "Kinder in Armut", "Selbsthilfe und Teilhabe", "Quartiersarbeit", "Schuldnerberatung", "Gesund älter werden", "Barrierefreie Wege"];

    /// <summary>How the states are spread, as thousandths that add up.</summary>
    private static readonly (int UpTo, Vorschlagszustand State)[] s_states =
    [
        (100, Vorschlagszustand.Entwurf), (200, Vorschlagszustand.InBeratung), (250, Vorschlagszustand.Eingereicht), (280, Vorschlagszustand.Zurueckgegeben),
        (300, Vorschlagszustand.Zurueckgezogen), (420, Vorschlagszustand.Gesichtet), (500, Vorschlagszustand.InPriorisierung), (580, Vorschlagszustand.Priorisiert),
        (640, Vorschlagszustand.ImSozialkonzept), (700, Vorschlagszustand.InPolitischerBeratung), (720, Vorschlagszustand.Vertagt), (800, Vorschlagszustand.Beschlossen),
        (830, Vorschlagszustand.GeaendertBeschlossen), (860, Vorschlagszustand.Abgelehnt), (920, Vorschlagszustand.InUmsetzung), (950, Vorschlagszustand.Umgesetzt),
        (980, Vorschlagszustand.InWirkungskontrolle), (1000, Vorschlagszustand.Abgeschlossen),
    ];

    // The same data for the same numbers; nothing here is a secret.
#pragma warning disable CA5394
    private readonly Random _random = new(20261121);

    public async Task RunAsync(int proposals, int people, string? password)
    {
        await db.WriteAsync(() => Mustergemeinde.FuellenAsync(db, now));
        var hash = password is null ? null : new PasswordHasher<Konto>().HashPassword(new Konto(), password);
        if (hash is not null) await db.WriteAsync(() => db.Users.ExecuteUpdateAsync(k => k.SetProperty(x => x.PasswordHash, hash)));
        var templates = await TemplatesAsync();
        var existing = await db.Personen.CountAsync();
        // Everything is new and added as a whole: nothing needs to be compared.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await PeopleAsync(Math.Max(0, people - existing), hash);
        await GroupsAsync(Math.Clamp(people / 100, 3, 60));
        await ProposalsAsync(Math.Max(0, proposals - templates.Count), templates);
    }

    private async Task<List<Template>> TemplatesAsync()
    {
        var all = await db.Vorschlaege.AsNoTracking().AsSplitQuery().Include(v => v.Felder).Include(v => v.Zeilen).OrderBy(v => v.Id).ToListAsync();
        return all.ConvertAll(v => new Template(v.Titel, v.Felder.ToDictionary(f => f.Feld, f => (f.Wert, f.Html)), [.. v.Zeilen.Select(z => (z.Zielfeld, z.Werte))]));
    }

    private async Task PeopleAsync(int count, string? hash)
    {
        for (var i = 0; i < count; i++)
        {
            var email = string.Create(CultureInfo.InvariantCulture, $"person{i + 1}@musterstadt.example");
            var person = new Person(Any(s_first), Any(s_last), email, _random.Next(3) == 0 ? "Wohlfahrtsverband Musterstadt" : "");
            db.Add(Konto.Eingerichtet(person, hash));
            if (i % 1000 == 999) await FlushAsync();
        }
        await FlushAsync();
    }

    private async Task GroupsAsync(int count)
    {
        var fields = await db.Handlungsfelder.OrderBy(h => h.Id).Select(h => h.Id).ToListAsync();
        var people = await db.Personen.Where(p => p.Email.StartsWith("person")).OrderBy(p => p.Id).ToListAsync();
        var manager = await ManagerAsync();
        for (var i = 0; i < count; i++)
        {
            var name = $"{s_topics[i % s_topics.Length]} {i / s_topics.Length + 1}";
            var way = i % 7 == 5 ? Weg.Fachsozialplanung : i % 7 == 6 ? Weg.ErgaenzendeArbeitsstruktur : Weg.Fachgruppe;
            var begun = now.AddDays(-900 + i);
            var group = new Fachgruppe(name, way, manager, begun, Ortszeit.Datum(begun), "Anregung aus der Konferenz");
            group.Beschreiben(name, fields[i % fields.Count], "", $"Die Gruppe berät über {s_topics[i % s_topics.Length]} und schreibt Vorschläge dazu.", "monatlich");
            foreach (var (state, days) in new[] { (Fachgruppenzustand.Beraten, 10), (Fachgruppenzustand.InGruendung, 20), (Fachgruppenzustand.Aktiv, 40) })
                group.Weiterfuehren(state, manager, begun.AddDays(days), Ortszeit.Datum(begun.AddDays(days)), "wie beraten");
            // One large group, the others of the usual size.
            var size = Math.Min(people.Count, i == 0 ? 300 : 8 + _random.Next(Math.Max(1, people.Count / count * 2)));
            var first = _random.Next(Math.Max(1, people.Count));
            for (var m = 0; m < size; m++) group.Aufnehmen(people[(first + m) % people.Count], m < 2 ? Mitgliedsrolle.Sprecher : Mitgliedsrolle.Mitglied, manager.PersonId, begun.AddDays(41));
            db.Add(group);
        }
        await FlushAsync();
    }

    private async Task ProposalsAsync(int count, List<Template> templates)
    {
        var manager = await ManagerAsync();
        var authors = (await db.Mitgliedschaften.Where(m => m.Rolle == Mitgliedsrolle.Sprecher && m.Bis == null).Select(m => new { m.FachgruppeId, m.PersonId }).ToListAsync()).ToLookup(m => m.FachgruppeId, m => m.PersonId);
        var numbers = (await db.Vorschlaege.Select(v => v.Kennung).ToListAsync()).GroupBy(k => k.Split('-')[0])
            .Select(year => new KennungCounter { Name = "vorschlag-" + year.Key, Last = year.Max(k => int.Parse(k.Split('-')[1], CultureInfo.InvariantCulture)) })
            .ToDictionary(c => c.Name, StringComparer.Ordinal);
        db.ChangeTracker.Clear();
        for (var done = 0; done < count; done += Batch)
        {
            var groups = await db.Fachgruppen.Where(g => g.Zustand == Fachgruppenzustand.Aktiv).OrderBy(g => g.Id).ToListAsync();
            var fields = await db.Handlungsfelder.OrderBy(h => h.Id).ToListAsync();
            var places = await db.Sozialraeume.OrderBy(s => s.Id).ToListAsync();
            for (var i = done; i < Math.Min(count, done + Batch); i++)
            {
                var group = Any(groups);
                var author = new Akteur(authors[group.Id].FirstOrDefault(manager.PersonId), "", [], new Dictionary<int, Mitgliedsrolle> { [group.Id] = Mitgliedsrolle.Sprecher });
                var begun = now.AddMinutes(-_random.Next(60 * 24 * 20, 60 * 24 * 800));
                db.Add(Proposal(Number(numbers, Ortszeit.Datum(begun).Year), group, Any(templates), fields[_random.Next(fields.Count)], places, author, manager, begun));
            }
            await FlushAsync();
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        foreach (var (name, counter) in numbers) await NumbersAsync(name, counter.Last);
        await db.SaveChangesAsync();
    }

    private Vorschlag Proposal(string number, Fachgruppe group, Template template, Handlungsfeld field, List<Sozialraum> places, Akteur author, Akteur manager, DateTime begun)
    {
        var place = Any(places);
        var title = $"{template.Title} – {place.Name}";
        var proposal = new Vorschlag(number, group, title.Length > 200 ? title[..200] : title, author, begun);
        foreach (var (which, (value, html)) in template.Fields)
            if (value.Length > 0 && which is not (Vorschlagsfeld.Titel or Vorschlagsfeld.Handlungsfeld or Vorschlagsfeld.Sozialraeume)) proposal.Schreiben(which, value, html, author, begun.AddDays(1));
        proposal.HandlungsfeldWaehlen(field, author, begun.AddDays(1));
        proposal.SozialraeumeWaehlen([.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => Any(places)).Append(place).DistinctBy(s => s.Id)], author, begun.AddDays(1));
        foreach (var (goal, values) in template.Rows) proposal.ZeileSchreiben(proposal.ZeileHinzufuegen(goal, author, begun.AddDays(2)), values, author, begun.AddDays(2));
        var dice = _random.Next(1000);
        Advance(proposal, Array.Find(s_states, s => dice < s.UpTo).State, author, manager, begun);
        return proposal;
    }

    private void Advance(Vorschlag proposal, Vorschlagszustand goal, Akteur author, Akteur manager, DateTime begun)
    {
        if (goal == Vorschlagszustand.Entwurf) return;
        proposal.InBeratungGeben(author, begun.AddDays(3));
        if (goal == Vorschlagszustand.InBeratung) return;
        proposal.Einreichen([], null, author, begun.AddDays(7));
        if (goal == Vorschlagszustand.Eingereicht) return;
        if (goal == Vorschlagszustand.Zurueckgegeben) proposal.Zurueckgeben("Bitte ergänzen Sie die laufenden Kosten.", manager, begun.AddDays(9));
        else if (goal == Vorschlagszustand.Zurueckgezogen) proposal.Zurueckziehen("In einem anderen Vorschlag aufgegangen.", author, begun.AddDays(9));
        if (goal is Vorschlagszustand.Zurueckgegeben or Vorschlagszustand.Zurueckgezogen) return;
        proposal.Sichten("", manager, begun.AddDays(10));
        if (_random.Next(10) > 0) proposal.Veroeffentlichen(manager, begun.AddDays(12));
        // The deeds of the later steps come with later parts of the portal; their states exist.
        if (proposal.Weg == Weg.Fachsozialplanung && goal is Vorschlagszustand.InPriorisierung or Vorschlagszustand.Priorisiert) goal = Vorschlagszustand.ImSozialkonzept;
        if (goal == Vorschlagszustand.Gesichtet) return;
        db.Add(proposal);
        db.Entry(proposal).Property(v => v.Zustand).CurrentValue = goal;
        db.Entry(proposal).Property(v => v.StandSeit).CurrentValue = begun.AddDays(15);
    }

    private static string Number(Dictionary<string, KennungCounter> numbers, int year)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"vorschlag-{year}");
        if (!numbers.TryGetValue(name, out var counter)) numbers[name] = counter = new KennungCounter { Name = name };
        return Kennungen.AusJahrUndNummer(year, ++counter.Last);
    }

    private async Task NumbersAsync(string name, int last)
    {
        var counter = await db.Set<KennungCounter>().FindAsync(name) ?? db.Add(new KennungCounter { Name = name }).Entity;
        counter.Last = last;
    }

    private async Task<Akteur> ManagerAsync()
    {
        var id = await db.Users.Where(k => k.Email == "geschaeftsfuehrung@musterstadt.example").Select(k => k.PersonId).SingleAsync();
        return new Akteur(id, "", [Rolle.Geschaeftsfuehrung], new Dictionary<int, Mitgliedsrolle>());
    }

    private async Task FlushAsync()
    {
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];
#pragma warning restore CA5394

    private sealed record Template(string Title, Dictionary<Vorschlagsfeld, (string Wert, string? Html)> Fields, List<(string Zielfeld, Matrixwerte Werte)> Rows);
}

using Microsoft.Extensions.Caching.Memory;
using Portal.Platform.Data;
using Portal.Platform.Jobs;

namespace Portal.Vorschlaege;

/// <summary>
/// Hält bereit, was zuletzt gelesen wurde. Jeder Text hängt an der Marke dessen, der zuletzt an ihm geschrieben hat; die liest jede Seite selbst, und
/// wer weiterschreibt, macht damit den alten unauffindbar. So gilt er auf jedem Knoten, ohne dass einer dem anderen etwas sagen muss.
/// </summary>
public sealed class Textspeicher : IForgetful, IDisposable
{
    /// <summary>In Zeichen; ein langer Vorschlag hat etwa zwanzigtausend.</summary>
    private const int Groesse = 3_000_000;

    private readonly MemoryCache _texte = new(new MemoryCacheOptions { SizeLimit = Groesse });

    /// <summary>Die Felder und Zeilen des Vorschlags, wie er jetzt ist. Nur für Vorschläge rufen, die diese Person lesen darf.</summary>
    public async Task<Gelesenes> LesenAsync(PortalDb db, Vorschlag vorschlag)
    {
        var stand = (vorschlag.Id, vorschlag.Version, vorschlag.Schreibmarke);
        if (_texte.TryGetValue(stand, out Gelesenes? bekannt)) return bekannt!;
        var gelesen = await db.GelesenesAsync(vorschlag.Id);
        return _texte.Set(stand, gelesen, new MemoryCacheEntryOptions { Size = gelesen.Zeichen, SlidingExpiration = TimeSpan.FromMinutes(5) });
    }

    /// <inheritdoc/>
    public void Forget() => _texte.Clear();

    public void Dispose() => _texte.Dispose();
}

/// <summary>Was zum Lesen eines Vorschlags gebraucht wird: gesetzte Texte, kurze Angaben, die Zeilen der Matrix.</summary>
public sealed record Gelesenes(IReadOnlyList<Feldtext> Felder, IReadOnlyList<Zeileninhalt> Zeilen)
{
    /// <summary>Ungefähr so viele Zeichen.</summary>
    public int Zeichen { get; } = 1_000 + Felder.Sum(f => f.Wert.Length + (f.Html?.Length ?? 0)) + Zeilen.Count * 500;
}

/// <param name="Wert">Leer, wo es einen gesetzten Text gibt: zum Lesen genügt der.</param>
public sealed record Feldtext(Vorschlagsfeld Feld, string Wert, string? Html);

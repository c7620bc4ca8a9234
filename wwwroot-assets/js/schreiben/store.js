// Keeps on this device what the server has not acknowledged yet: a lost connection, a closed tab or an expired session loses nothing.

export class Store {
  constructor(prefix) {
    this.prefix = `schreiben:${prefix}:`;
    this.works = true;
  }

  keep(place, spot) {
    try {
      localStorage.setItem(this.prefix + place.key + ':' + spot.name, JSON.stringify({ wert: spot.value, grund: spot.base, version: place.version, zeit: Date.now() }));
      this.works = true;
    } catch {
      this.works = false;
    }
  }

  drop(place, spot) {
    try { localStorage.removeItem(this.prefix + place.key + ':' + spot.name); } catch { /* nothing was kept */ }
  }

  restore(page) {
    const lost = [];
    let found = 0;
    for (const [key, kept] of this.entries()) {
      const [place, spot] = key.split(':');
      const where = page.places.get(place)?.spots.get(spot);
      if (!where) {
        if (kept.wert) lost.push(kept.wert);
        localStorage.removeItem(this.prefix + key);
      } else if (kept.wert === where.value) {
        localStorage.removeItem(this.prefix + key);
      } else {
        page.places.get(place).restore(where, kept);
        found++;
      }
    }
    if (found > 0) page.status.say(found === 1 ? 'Ein Text, der noch nicht gespeichert war, steht wieder im Feld.' : `${found} Texte, die noch nicht gespeichert waren, stehen wieder in den Feldern.`);
    if (lost.length > 0) page.matrix.showLost(lost);
  }

  entries() {
    const entries = [];
    try {
      for (let i = 0; i < localStorage.length; i++) {
        const key = localStorage.key(i);
        if (key.startsWith(this.prefix)) entries.push([key.slice(this.prefix.length), JSON.parse(localStorage.getItem(key))]);
      }
    } catch { this.works = false; }
    return entries;
  }
}

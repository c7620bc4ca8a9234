// The rows of the Zielfeldermatrix without reloading: add, move, remove with a way back; and the rows that others add or remove.

import { Refused } from './server.js';

export class Matrix {
  constructor(form, page) {
    this.form = form;
    this.page = page;
    this.changes = 0;
    this.underway = 0;
  }

  /** Which changes made here what one sees contains; never equal to another while one is under way. */
  get stamp() { return this.underway > 0 ? NaN : this.changes; }

  async change(work) {
    this.underway++;
    try {
      return await work();
    } finally {
      this.underway--;
      this.changes++;
    }
  }

  rowsOf(box) { return [...box.querySelectorAll('.p-matrix-zeile')]; }
  box(zielfeld) { return this.form.querySelector(`.p-matrix-feld[data-zielfeld="${CSS.escape(zielfeld)}"]`); }

  async act(deed, what, button) {
    if (this.busy || this.page.locked) return;
    this.busy = true;
    try {
      await this.change(() => deed === 'neu' ? this.addRow(what)
        : deed === 'weg' ? this.removeRow(this.page.places.get(what))
          : this.moveRow(this.page.places.get(what), deed === 'hoch' ? -1 : 1, button));
      this.page.refreshGaps();
    } catch (error) {
      const sentence = error instanceof Refused ? error.message : 'Das ging nicht: keine Verbindung. Versuchen Sie es bitte gleich noch einmal.';
      this.tell(button.closest('.p-matrix-feld'), sentence);
      this.page.status.say(sentence);
    } finally {
      this.busy = false;
    }
  }

  async addRow(zielfeld) {
    const row = this.insert(await this.post('zeilen', { Zielfeld: zielfeld }));
    row.querySelector('[data-stelle]').focus();
    const box = this.box(zielfeld);
    this.page.status.say(`Zeile ${this.rowsOf(box).length} bei ${box.dataset.name} hinzugefügt.`);
  }

  async moveRow(place, by, button) {
    const box = place.element.closest('.p-matrix-feld');
    const rows = this.rowsOf(box);
    const target = rows.indexOf(place.element) + by;
    if (target < 0 || target >= rows.length) {
      this.page.status.say(by < 0 ? 'Die Zeile steht schon ganz oben.' : 'Die Zeile steht schon ganz unten.');
      return;
    }
    await place.save();
    await this.post(`zeilen/${place.key}/platz`, { um: by });
    if (by < 0) rows[target].before(place.element); else rows[target].after(place.element);
    this.renumber(box);
    button.focus();
    this.page.status.say(`Die Zeile steht jetzt an Platz ${target + 1} von ${rows.length}.`);
  }

  async removeRow(place) {
    await place.save();
    const box = place.element.closest('.p-matrix-feld');
    const platz = this.rowsOf(box).indexOf(place.element) + 1;
    const kept = this.contentOf(place, box.dataset.zielfeld, platz);
    await this.page.server.send(`${this.page.address}/zeilen/${place.key}`, { method: 'DELETE', headers: { Accept: 'application/json', 'X-Teil': '1' } });
    const bar = this.wayBack(`Zeile ${platz} ist entfernt.`, kept);
    place.element.replaceWith(bar);
    this.page.remove(place);
    this.renumber(box);
    bar.querySelector('button').focus();
    this.page.status.say(`Zeile ${platz} bei ${box.dataset.name} entfernt. Mit „Rückgängig“ holen Sie sie zurück.`);
  }

  contentOf(place, zielfeld, platz) {
    const kept = { Zielfeld: zielfeld, Zeilenkennung: place.key, Platz: platz };
    for (const spot of place.spots.values()) kept[`Werte[${spot.name}]`] = spot.value;
    return kept;
  }

  wayBack(sentence, kept) {
    const bar = document.createElement('div');
    bar.className = 'p-zurueckholen';
    bar.innerHTML = '<span></span> <button class="kern-btn kern-btn--secondary p-knopf-klein" type="button"><span class="kern-label">Rückgängig</span></button>';
    bar.firstElementChild.textContent = sentence;
    bar.querySelector('button').addEventListener('click', async () => {
      try {
        const row = await this.change(async () => this.insert(await this.post('zeilen', kept), bar));
        row.querySelector('[data-stelle]').focus();
        this.page.status.say('Die Zeile ist zurück.');
        this.page.refreshGaps();
      } catch (error) {
        bar.firstElementChild.textContent = error.message;
      }
    });
    return bar;
  }

  /** Somebody removed a row in which something unsaved stands: the words stay, and the row can come back. */
  vanished(place) {
    if (place.gone) return;
    place.gone = true;
    const box = place.element.closest('.p-matrix-feld');
    const bar = this.wayBack('Jemand hat diese Zeile entfernt, während Sie darin geschrieben haben. Ihr Text steht noch hier.',
      this.contentOf(place, box.dataset.zielfeld, this.rowsOf(box).indexOf(place.element) + 1));
    bar.querySelector('button').addEventListener('click', () => {
      for (const spot of place.spots.values()) this.page.store.drop(place, spot);
      place.element.remove();
    }, { once: true });
    place.element.before(bar);
    this.page.status.fail('Nicht gespeichert: Eine Zeile der Matrix wurde entfernt, während Sie darin geschrieben haben.');
  }

  /** @returns false when a row was added, moved or removed here meanwhile: then the rows told are of before. */
  async follow(rows, stamp) {
    for (const row of rows) {
      const known = this.page.places.get(row.ort);
      if (known) await known.follow(row);
      else if (this.box(row.zielfeld)) {
        const html = await this.page.server.fragment(`${this.page.address}/zeilen/${row.ort}`).catch(() => null);
        if (stamp !== this.stamp) return false;
        if (html) this.page.places.get(this.insert(html).dataset.ort).note(`${row.von} hat diese Zeile hinzugefügt.`);
      }
    }
    if (stamp !== this.stamp) return false;
    const there = new Set(rows.map((row) => row.ort));
    for (const place of [...this.page.places.values()].filter((p) => p.isRow && !there.has(p.key))) {
      if (place.isTouched) this.vanished(place);
      else {
        const box = place.element.closest('.p-matrix-feld');
        place.element.remove();
        this.page.remove(place);
        this.renumber(box);
      }
    }
    this.sort(rows);
    return true;
  }

  sort(rows) {
    for (const box of this.form.querySelectorAll('.p-matrix-feld')) {
      const wanted = rows.filter((row) => row.zielfeld === box.dataset.zielfeld).map((row) => this.page.places.get(row.ort)?.element).filter(Boolean);
      const now = this.rowsOf(box).filter((row) => wanted.includes(row));
      if (wanted.every((row, i) => row === now[i])) continue;
      const focused = document.activeElement;
      box.querySelector('[data-zeilen]').append(...wanted);
      if (box.contains(focused)) focused.focus({ preventScroll: true });
      this.renumber(box);
    }
  }

  insert(fragment, instead = null) {
    const row = fragment.querySelector('.p-matrix-zeile');
    const box = this.box(row.dataset.zielfeld);
    if (instead?.isConnected) instead.replaceWith(row); else box.querySelector('[data-zeilen]').append(row);
    this.page.add(row);
    this.renumber(box);
    return row;
  }

  renumber(box) {
    const rows = this.rowsOf(box);
    rows.forEach((row, i) => { for (const number of row.querySelectorAll('[data-nummer]')) number.textContent = i + 1; });
    box.querySelector('[data-leer]').hidden = rows.length > 0;
  }

  post(where, values) {
    return this.page.server.fragment(`${this.page.address}/${where}`, { method: 'POST', body: new URLSearchParams(values) });
  }

  tell(box, sentence) {
    box.querySelector('.p-sperrgrund')?.remove();
    const line = document.createElement('p');
    line.className = 'p-sperrgrund';
    line.textContent = sentence;
    box.querySelector('.p-matrix-neu').before(line);
  }

  /** Text kept on this device for rows that are no longer there. */
  showLost(texts) {
    const box = document.createElement('div');
    box.className = 'kern-form-input p-text';
    box.innerHTML = '<label class="kern-label" for="aufbewahrt">Auf diesem Gerät lag noch Text zu Zeilen, die es nicht mehr gibt</label><textarea class="kern-form-input__input" id="aufbewahrt" rows="5" readonly></textarea>';
    box.querySelector('textarea').value = texts.join('\n\n');
    this.form.before(box);
  }
}

// A field or a matrix row: what is versioned and saved as one. Holds what was typed until the server has acknowledged it.

import { Spot } from './spot.js';
import { Refused, SignedOut } from './server.js';
import { showConflict } from './conflict.js';

const PAUSE = 1000;
const LONGEST_PAUSE = 5000;
const LARGE = 20_000;

export class Place {
  constructor(element, page) {
    this.element = element;
    this.page = page;
    this.key = element.dataset.ort;
    this.isRow = element.classList.contains('p-matrix-zeile');
    this.version = Number(element.dataset.version);
    this.spots = new Map();
    const controls = [...element.querySelectorAll('[data-stelle]')];
    for (const name of new Set(controls.map((control) => control.dataset.stelle))) {
      this.spots.set(name, new Spot(name, controls.filter((control) => control.dataset.stelle === name)));
    }
    this.retry = 0;
  }

  get address() { return `${this.page.address}/${this.isRow ? 'zeilen' : 'felder'}/${this.key}`; }
  get isDirty() { return [...this.spots.values()].some((spot) => spot.wantsSaving); }
  get isTouched() { return this.saving || [...this.spots.values()].some((spot) => spot.isDirty); }

  typed() {
    for (const spot of this.spots.values()) {
      if (spot.isDirty) this.page.store.keep(this, spot);
      if (spot.rejected !== null && spot.value !== spot.rejected) { spot.rejected = null; spot.showError(null); }
    }
    this.since ??= Date.now();
    this.schedule(Date.now() - this.since > LONGEST_PAUSE ? 0 : PAUSE);
  }

  left() {
    for (const spot of this.spots.values()) {
      if (spot.tidy === null) continue;
      if (!spot.isDirty) { spot.value = spot.tidy; spot.base = spot.value; }
      spot.tidy = null;
    }
    if (this.isDirty) this.schedule(0);
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  restore(spot, kept) {
    spot.value = kept.wert;
    spot.base = kept.grund;
    this.version = kept.version;
    this.schedule(0);
  }

  forget() {
    clearTimeout(this.timer);
    for (const spot of this.spots.values()) this.page.store.drop(this, spot);
  }

  async save({ keepalive = false, withBase = false } = {}) {
    clearTimeout(this.timer);
    if (this.page.locked || this.gone) return;
    if (this.saving) {
      await this.saving;
      if (this.isDirty) await this.save({ keepalive });
      return;
    }
    const spots = [...this.spots.values()].filter((spot) => spot.wantsSaving);
    if (spots.length === 0) return;
    const sent = new Map(spots.map((spot) => [spot, spot.value]));
    const message = { version: this.version, werte: {}, grund: {} };
    for (const [spot, value] of sent) {
      message.werte[spot.name] = value;
      if (withBase || spot.base.length < LARGE) message.grund[spot.name] = spot.base;
    }
    this.since = null;
    this.page.status.saving();
    let needsBase = false;
    this.saving = this.page.server.save(this.address, message, keepalive)
      .then((answer) => { needsBase = this.take(answer, sent); }, (error) => this.fail(error));
    await this.saving;
    this.saving = null;
    if (needsBase && !withBase) await this.save({ withBase: true });
  }

  /** @returns whether the server wants the text this one started from */
  take(answer, sent) {
    this.retry = 0;
    let keepsOldVersion = false;
    let needsBase = false;
    for (const [spot, value] of sent) {
      const conflict = answer.konflikte.find((k) => k.stelle === spot.name);
      const error = answer.fehler.find((f) => f.stelle === spot.name);
      if (conflict?.brauchtGrund && spot.base.length >= LARGE && !(spot.name in (this.askedFor ?? {}))) {
        (this.askedFor ??= {})[spot.name] = true;
        needsBase = true;
        keepsOldVersion = true;
      } else if (conflict) {
        showConflict(this, spot, conflict);
      } else if (error) {
        spot.rejected = value;
        spot.showError(error.satz);
      } else {
        this.askedFor = null;
        keepsOldVersion = this.settle(spot, value, answer) || keepsOldVersion;
      }
    }
    if (!keepsOldVersion) this.version = answer.version;
    if (answer.zusammengefuehrt) this.note('Andere haben hier auch geschrieben; beides steht jetzt im Text.');
    if (answer.fehler.length > 0) this.page.status.fail('Nicht alles ist gespeichert: Bitte prüfen Sie das markierte Feld.');
    else if (answer.konflikte.length === 0 && !this.page.isBusyBeside(this)) this.page.status.saved(answer.uhrzeit);
    this.page.refreshGaps();
    if (this.isDirty && !needsBase) this.schedule(PAUSE);
    return needsBase;
  }

  /** @returns whether the version must stay the old one, because words typed meanwhile still have to be merged */
  settle(spot, sent, answer) {
    const stored = answer.werte[spot.name] ?? sent;
    const typedOn = spot.value !== sent;
    if (stored === sent || (!answer.zusammengefuehrt && (typedOn || spot.isFocused))) {
      // Only tidied up (a blank at the end, points in a number): not under the fingers of who is typing.
      spot.base = sent;
      spot.tidy = stored === sent ? null : stored;
    } else if (typedOn) {
      spot.base = sent;
      return true;
    } else {
      spot.value = stored;
      spot.base = spot.value;
    }
    if (!spot.isDirty) this.page.store.drop(this, spot);
    return false;
  }

  fail(error) {
    if (error instanceof Refused && error.status === 410) this.page.matrix.vanished(this);
    else if (error instanceof Refused && error.status === 422) this.page.lock(error.message);
    else if (error instanceof Refused && error.status === 404) this.page.lock('Diesen Vorschlag können Sie nicht mehr öffnen.');
    else {
      const sentence = error instanceof SignedOut ? 'Sie sind nicht mehr angemeldet. Melden Sie sich in einem neuen Fenster an und lassen Sie diese Seite offen.'
        : error instanceof Refused ? error.message : 'Keine Verbindung. Wir versuchen es weiter.';
      this.page.status.fail(`Nicht gespeichert: ${sentence} Ihr Text bleibt auf diesem Gerät.`);
      this.retry++;
      this.schedule(Math.min(30_000, 1000 * 2 ** this.retry));
    }
  }

  /** Somebody else saved here. */
  async follow({ version, von, um }) {
    if (version === this.version || this.gone) return;
    if (this.isTouched) {
      if (!this.saving) this.note(`Wird gerade auch von ${von} bearbeitet (${um} Uhr). Beim Speichern wird beides zusammengeführt.`);
      return;
    }
    const before = this.version;
    const fresh = await this.page.server[this.isRow ? 'fragment' : 'get'](this.address).catch(() => null);
    // Saved here meanwhile: the answer may be older.
    if (!fresh || this.isTouched || this.version !== before) return;
    const values = this.isRow ? valuesIn(fresh) : fresh.werte;
    for (const [name, value] of Object.entries(values)) {
      const spot = this.spots.get(name);
      if (!spot) continue;
      spot.value = value;
      spot.base = spot.value;
    }
    this.version = this.isRow ? Number(fresh.querySelector('[data-ort]').dataset.version) : fresh.version;
    if (von) this.note(`${von} hat das um ${um} Uhr geändert.`);
  }

  note(text) {
    let line = this.element.querySelector('.p-mitschrift');
    if (!line) {
      line = document.createElement('p');
      line.className = 'p-mitschrift';
      (this.isRow ? this.element : this.element.querySelector('.kern-form-input, .kern-fieldset')).append(line);
    }
    line.textContent = text;
    if (this.element.contains(document.activeElement)) this.page.status.say(text);
  }
}

function valuesIn(fragment) {
  const values = {};
  for (const control of fragment.querySelectorAll('[data-stelle]')) values[control.dataset.stelle] = control.value;
  return values;
}

// The writing page of a Vorschlag: saves by itself while one types, shows what others write, and works on matrix rows without reloading.
// Without this script the page is one form with a save button; everything here goes through the same rules on the server.

import { Place } from './schreiben/place.js';
import { Matrix } from './schreiben/matrix.js';
import { Server } from './schreiben/server.js';
import { Status } from './schreiben/status.js';
import { Store } from './schreiben/store.js';

const POLL_EVERY = 10_000;
const form = document.getElementById('schreiben');

class Page {
  constructor() {
    this.address = form.dataset.adresse;
    this.status = new Status(form);
    this.server = new Server(form);
    this.store = new Store(form.dataset.geraet);
    this.places = new Map();
    this.seen = '';
    this.locked = false;
    for (const element of form.querySelectorAll('[data-ort]')) this.add(element);
    this.matrix = new Matrix(form, this);
  }

  add(element) {
    const place = new Place(element, this);
    this.places.set(place.key, place);
    return place;
  }

  remove(place) {
    place.forget();
    this.places.delete(place.key);
  }

  get unsaved() { return [...this.places.values()].filter((place) => place.isDirty); }

  /** Whether something else still waits to be saved: only the last one says that everything is. */
  isBusyBeside(place) { return [...this.places.values()].some((other) => other !== place && !other.gone && (other.saving || other.isDirty)); }

  async saveAll() {
    await Promise.all(this.unsaved.map((place) => place.save()));
    return this.unsaved.length === 0;
  }

  // What others did since the last look; fields one has not touched follow, others are marked.
  async poll() {
    if (this.locked || this.polling || document.hidden) return;
    this.polling = true;
    try {
      await this.take(this.matrix.stamp, await this.server.get(`${this.address}/schreiben/stand?seit=${encodeURIComponent(this.seen)}`).catch(() => null));
    } finally {
      this.polling = false;
    }
  }

  async take(stamp, news) {
    if (!news) return;
    if (news.gesperrt) { this.lock(news.gesperrt); return; }
    // A row added or removed here meanwhile: the answer may be older than what one sees. The next one is not.
    if (stamp !== this.matrix.stamp) return;
    this.seen = news.stand;
    for (const field of news.felder) await this.places.get(field.ort)?.follow(field);
    if (!await this.matrix.follow(news.zeilen, stamp)) this.seen = '';
    this.refreshGaps();
  }

  // Somebody handed the Vorschlag in meanwhile: nothing more can be saved, but nothing typed disappears.
  lock(sentence) {
    if (this.locked) return;
    this.locked = true;
    this.status.fail(this.unsaved.length > 0
      ? `${sentence} Was noch nicht gespeichert ist, bleibt in den Feldern stehen: Kopieren Sie es heraus.`
      : sentence);
  }

  refreshGaps() {
    clearTimeout(this.gapsTimer);
    this.gapsTimer = setTimeout(async () => {
      const place = document.querySelector('[data-luecken]');
      // Not under the finger of who is just following one of its links.
      const isInUse = () => place.contains(document.activeElement);
      if (isInUse()) return;
      const html = await this.server.fragment(`${this.address}/luecken`).catch(() => null);
      if (!html || isInUse()) return;
      const fresh = [...html.children];
      if (fresh.length !== place.children.length || !fresh.every((element, i) => element.isEqualNode(place.children[i]))) place.replaceChildren(...fresh);
    }, 1200);
  }
}

function start() {
  const page = new Page();
  for (const element of document.querySelectorAll('[data-mit-skript]')) element.hidden = false;
  for (const element of document.querySelectorAll('[data-ohne-skript]')) element.hidden = true;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [deed, what] = (event.submitter?.value ?? 'speichern').split(':');
    if (deed === 'speichern') {
      if (await page.saveAll()) page.status.saved(undefined, true);
    } else {
      await page.matrix.act(deed, what, event.submitter);
    }
  });
  form.addEventListener('input', (event) => page.places.get(event.target.closest('[data-ort]')?.dataset.ort)?.typed());
  form.addEventListener('focusout', (event) => page.places.get(event.target.closest('[data-ort]')?.dataset.ort)?.left());
  const leave = () => { for (const place of page.unsaved) place.save({ keepalive: true }); };
  document.addEventListener('visibilitychange', () => { if (document.hidden) leave(); else page.poll(); });
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', () => page.saveAll());
  window.addEventListener('beforeunload', (event) => { if (page.unsaved.length > 0 && !page.store.works) event.preventDefault(); });
  setInterval(() => page.poll(), POLL_EVERY);

  page.store.restore(page);
  page.poll();
}

// After a refused full save the fields hold text whose origin the script cannot know; that page works as a plain form.
if (form && form.dataset.fehlerhaft !== 'ja') start();

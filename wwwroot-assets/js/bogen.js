// The score sheet saves by itself while one fills it in. Without this script its buttons save; the rules on the server are the same.

import { Server, Refused, SignedOut, Unreachable } from './schreiben/server.js';
import { Status } from './schreiben/status.js';

const WAIT = 900;
const AGAIN = 8_000;
const form = document.getElementById('bogen');

class Sheet {
  constructor() {
    this.status = new Status(form);
    this.server = new Server(form);
    this.missing = form.querySelector('[data-fehlt]');
    this.dirty = false;
    this.stopped = false;
  }

  changed(wait) {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save(keepalive = false) {
    if (!this.dirty || this.stopped) return;
    if (this.running) { await this.running; if (!this.dirty) return; }
    clearTimeout(this.timer);
    this.dirty = false;
    this.running = this.send(keepalive).finally(() => { this.running = null; });
    await this.running;
  }

  async send(keepalive) {
    const body = new URLSearchParams(new FormData(form));
    body.delete('Ziel');
    this.status.saving();
    try {
      const response = await this.server.send(form.dataset.zwischenstand, { method: 'POST', body, keepalive, headers: { Accept: 'application/json' } });
      const answer = await response.json();
      form.elements.Stand.value = answer.stand;
      this.missing.replaceChildren(...answer.fehlt.map((sentence) => { const li = document.createElement('li'); li.textContent = sentence; return li; }));
      this.status.saved(answer.uhr);
    } catch (error) {
      this.dirty = true;
      if (error instanceof Unreachable) {
        this.status.fail('Nicht gespeichert: keine Verbindung. Wir versuchen es weiter.');
        this.timer = setTimeout(() => this.save(), AGAIN);
      } else if (error instanceof SignedOut) {
        this.status.fail('Nicht gespeichert: Sie sind nicht mehr angemeldet. Melden Sie sich in einem neuen Fenster an; hier geht nichts verloren.');
        this.timer = setTimeout(() => this.save(), AGAIN);
      } else if (error instanceof Refused) {
        this.status.fail(`Nicht gespeichert: ${error.message}`);
      } else throw error;
    }
  }
}

if (form?.dataset.zwischenstand) {
  const sheet = new Sheet();
  form.addEventListener('change', () => sheet.changed(0));
  form.addEventListener('input', (event) => { if (event.target.matches('textarea')) sheet.changed(WAIT); });
  // What is being saved must be through before the form goes its own way, or its version would be an old one.
  form.addEventListener('submit', (event) => {
    clearTimeout(sheet.timer);
    if (!sheet.running) { sheet.stopped = true; return; }
    event.preventDefault();
    sheet.running.finally(() => { sheet.stopped = true; form.requestSubmit(event.submitter); });
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden) sheet.save(true); });
  window.addEventListener('pagehide', () => sheet.save(true));
  window.addEventListener('online', () => sheet.save());
  window.addEventListener('beforeunload', (event) => { if (sheet.dirty && !sheet.stopped) event.preventDefault(); });
}

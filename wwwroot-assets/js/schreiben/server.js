// Talks to the server; every answer is either what was asked for or an error that says what to do.

export class Unreachable extends Error {}

export class SignedOut extends Error {}

export class Refused extends Error {
  constructor(status, sentence) {
    super(sentence || 'Das hat nicht geklappt. Bitte laden Sie die Seite neu.');
    this.status = status;
  }
}

export class Server {
  constructor(form) {
    this.form = form;
  }

  get token() { return this.form.elements.__RequestVerificationToken?.value ?? ''; }

  async get(address) {
    const response = await this.send(address, { headers: { Accept: 'application/json' } });
    return response.status === 204 ? null : response.json();
  }

  async fragment(address, options = {}) {
    const response = await this.send(address, { ...options, headers: { Accept: 'text/html, application/json', 'X-Teil': '1', ...options.headers } });
    if (response.status === 204) return null;
    const template = document.createElement('template');
    template.innerHTML = await response.text();
    return template.content;
  }

  /** Saves; an answer of 200, 409 or 422 with a version is an answer, everything else an error. */
  async save(address, message, keepalive) {
    const body = JSON.stringify(message);
    const response = await this.send(address, {
      method: 'PUT', body, keepalive: keepalive && body.length < 60_000, headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    }, true);
    return response.json();
  }

  async send(address, options, answersConflicts = false, again = true) {
    let response;
    try {
      response = await fetch(address, { ...options, redirect: 'manual', headers: { ...options.headers, 'X-Formular': this.token } });
    } catch {
      throw new Unreachable('Keine Verbindung.');
    }
    if (response.type === 'opaqueredirect' || response.status === 401) throw new SignedOut('Sie sind nicht mehr angemeldet.');
    if (response.ok) return response;
    // Signed in again in another tab: the form's token belongs to the old session.
    if (response.status === 400 && again && await this.renewToken()) return this.send(address, options, answersConflicts, false);
    if (response.status >= 500 || response.status === 429) throw new Unreachable('Der Server antwortet gerade nicht.');
    const answer = await response.clone().json().catch(() => ({}));
    if (answersConflicts && 'version' in answer) return response;
    throw new Refused(response.status, answer.einwand);
  }

  async renewToken() {
    const page = await fetch(location.pathname, { redirect: 'manual' }).then((r) => (r.ok ? r.text() : '')).catch(() => '');
    const fresh = new DOMParser().parseFromString(page, 'text/html').querySelector(`#${this.form.id} [name=__RequestVerificationToken]`)?.value;
    if (!fresh || fresh === this.token) return false;
    this.form.elements.__RequestVerificationToken.value = fresh;
    return true;
  }
}

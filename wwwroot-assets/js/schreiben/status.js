// The line at the bottom that says whether everything is saved, and a hidden one that tells screen readers what just happened.

export class Status {
  constructor(form) {
    this.line = form.querySelector('[data-stand]');
    this.voice = document.createElement('p');
    this.voice.className = 'kern-sr-only';
    this.voice.setAttribute('role', 'status');
    form.append(this.voice);
  }

  saving() {
    // Only slow saves are worth a word.
    this.slow ??= setTimeout(() => this.show('Wird gespeichert …', 'p-speicherstand--laeuft'), 1500);
  }

  saved(time, always = false) {
    this.quiet();
    const clock = time ?? new Date().toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' });
    this.show(`Gespeichert um ${clock} Uhr`, '');
    if (always) this.say(`Gespeichert um ${clock} Uhr`);
  }

  fail(sentence) {
    this.quiet();
    this.show(sentence, 'p-speicherstand--fehler');
  }

  say(sentence) {
    this.voice.textContent = '';
    setTimeout(() => { this.voice.textContent = sentence; }, 50);
  }

  quiet() {
    clearTimeout(this.slow);
    this.slow = null;
  }

  show(text, modifier) {
    this.line.classList.remove('p-speicherstand--laeuft', 'p-speicherstand--fehler');
    if (modifier) this.line.classList.add(modifier);
    // The same words again would be read aloud again.
    if (this.line.textContent !== text) this.line.textContent = text;
  }
}

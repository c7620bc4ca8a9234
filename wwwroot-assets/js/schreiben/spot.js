// One control (or group of radios or checkboxes) with the text it started from.

export class Spot {
  constructor(name, controls) {
    this.name = name;
    this.controls = controls;
    this.base = this.read((c) => c.defaultChecked, (c) => (c.tagName === 'SELECT' ? [...c.options].find((o) => o.defaultSelected)?.value ?? c.options[0].value : c.defaultValue));
    this.conflict = null;
    this.rejected = null;
    this.tidy = null;
  }

  get first() { return this.controls[0]; }
  get isGroup() { return this.first.type === 'checkbox' || this.first.type === 'radio'; }
  get isText() { return this.first.tagName === 'TEXTAREA' || this.first.type === 'text'; }
  get isFocused() { return this.controls.includes(document.activeElement); }
  get value() { return this.read((c) => c.checked, (c) => c.value); }
  get isDirty() { return this.value !== this.base; }
  /** Whether saving makes sense: changed, not waiting for a decision, and not just refused. */
  get wantsSaving() { return this.isDirty && !this.conflict && this.value !== this.rejected; }

  set value(text) {
    if (this.isGroup) {
      const chosen = text.split(',');
      for (const control of this.controls) control.checked = chosen.includes(control.value);
      return;
    }
    if (this.first.value === text) return;
    const caret = this.isFocused && this.isText ? caretAfter(this.first.value, text, this.first.selectionStart) : null;
    this.first.value = text;
    if (caret !== null) this.first.setSelectionRange(caret, caret);
  }

  read(isChecked, valueOf) {
    return this.isGroup ? this.controls.filter(isChecked).map((c) => c.value).sort().join(',') : valueOf(this.first).replace(/\r\n?/g, '\n');
  }

  showError(sentence) {
    const id = this.first.id + '-fehler';
    document.getElementById(id)?.remove();
    const box = this.first.closest('.kern-form-input, .kern-fieldset');
    box.classList.toggle(box.classList.contains('kern-fieldset') ? 'kern-fieldset--error' : 'kern-form-input--error', Boolean(sentence));
    const rest = (this.first.getAttribute('aria-describedby') ?? '').split(' ').filter((s) => s && s !== id);
    if (sentence) {
      const error = document.createElement('p');
      error.className = 'kern-error';
      error.id = id;
      error.innerHTML = '<span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"></span>';
      error.lastElementChild.textContent = sentence;
      box.append(error);
      rest.push(id);
    }
    for (const control of this.controls) {
      if (sentence) control.setAttribute('aria-invalid', 'true'); else control.removeAttribute('aria-invalid');
    }
    if (rest.length > 0) this.first.setAttribute('aria-describedby', rest.join(' ')); else this.first.removeAttribute('aria-describedby');
  }
}

/** Where the caret stands after somebody else's words came in before it. */
function caretAfter(before, after, caret) {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  if (caret <= same) return caret;
  return Math.max(same, Math.min(after.length, after.length - (before.length - caret)));
}

// Passkeys: asks the server for a task, lets the device solve it, and sends the answer with the form it stands in.
// <form data-passkey="anmelden|einrichten" data-aufgabe="/address of the task" hidden> with an input named Nachweis.

const messages = {
  NotAllowedError: 'Der Vorgang wurde abgebrochen oder hat zu lange gedauert. Versuchen Sie es noch einmal.',
  InvalidStateError: 'Dieses Gerät hat für Ihr Konto schon einen Passkey.',
  SecurityError: 'Passkeys gehen nur über die richtige Adresse des Portals und eine gesicherte Verbindung.',
};
const otherwise = 'Das hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie ein Kennwort.';

function supported() {
  return window.isSecureContext && window.PublicKeyCredential
    && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;
}

async function task(form) {
  const response = await fetch(form.dataset.aufgabe, { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' }, redirect: 'manual' });
  const answer = response.ok || response.status === 422 ? await response.json() : {};
  if (response.ok) return answer;
  if (response.status === 429) throw new Error('Zu viele Versuche. Bitte warten Sie eine Minute.');
  throw new Error(answer.einwand || otherwise);
}

async function solve(form) {
  const options = await task(form);
  return form.dataset.passkey === 'anmelden'
    ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
}

function show(form, text) {
  const place = form.querySelector('[data-passkey-meldung]');
  place.textContent = text;
  place.hidden = !text;
}

async function submit(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const button = form.querySelector('button[type=submit]');
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  show(form, '');
  try {
    const credential = await solve(form);
    form.elements.Nachweis.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch (error) {
    show(form, error instanceof DOMException ? messages[error.name] || otherwise : error.message || otherwise);
  } finally {
    button.removeAttribute('aria-busy');
  }
}

if (supported()) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', submit);
  }
  for (const place of document.querySelectorAll('[data-passkey-ohne]')) place.hidden = true;
}

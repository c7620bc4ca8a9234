// Passkeys: asks the server for a task, lets the device solve it, and sends the answer with the form it stands in.
// <… data-passkey-bereich hidden> with a button <button data-passkey="anmelden|einrichten" data-aufgabe="/address of the task">,
// an input named Nachweis and a place for messages [data-passkey-meldung]. Without passkeys the area stays hidden, and what says why
// [data-passkey-ohne] stays visible.

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

async function task(button) {
  const response = await fetch(button.dataset.aufgabe, { method: 'POST', body: new FormData(button.form), headers: { Accept: 'application/json' }, redirect: 'manual' });
  if (response.ok) return response.json();
  if (response.status === 422) throw new Error((await response.json()).einwand);
  throw new Error(response.status === 429 ? 'Zu viele Versuche. Bitte warten Sie eine Minute.' : otherwise);
}

async function solve(button) {
  const options = await task(button);
  return button.dataset.passkey === 'anmelden'
    ? navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    : navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
}

async function pressed(event) {
  event.preventDefault();
  const button = event.currentTarget;
  const place = button.closest('[data-passkey-bereich]').querySelector('[data-passkey-meldung]');
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  place.hidden = true;
  try {
    const credential = await solve(button);
    button.form.elements.Nachweis.value = JSON.stringify(credential.toJSON());
    button.form.submit();
  } catch (error) {
    place.textContent = (error instanceof DOMException ? messages[error.name] : error.message) || otherwise;
    place.hidden = false;
  } finally {
    button.removeAttribute('aria-busy');
  }
}

if (supported()) {
  for (const area of document.querySelectorAll('[data-passkey-bereich]')) area.hidden = false;
  for (const reason of document.querySelectorAll('[data-passkey-ohne]')) reason.hidden = true;
  for (const button of document.querySelectorAll('button[data-passkey]')) button.addEventListener('click', pressed);
}

// Two people changed the same words: both versions side by side, and three ways to decide. Until then nothing of either is lost.

const CLASSES = { Neu: 'ins', Gestrichen: 'del' };
const KINDS = ['Gleich', 'Neu', 'Gestrichen', 'Ausgelassen'];

export function showConflict(place, spot, conflict) {
  spot.conflict = conflict;
  spot.panel?.remove();
  const panel = document.createElement('div');
  panel.className = 'p-konflikt p-vergleich p-konflikt--im-feld';
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', `Zwei Fassungen von „${conflict.titel}“`);
  panel.append(
    paragraph('p-konflikt__frage', `Sie und ${conflict.von} haben dieselbe Stelle geändert (${conflict.um} Uhr). Was soll gelten?`),
    pair(side('Ihre Fassung', conflict.meineTeile), side(`Fassung von ${conflict.von}`, conflict.andereTeile)),
    buttons(place, spot, conflict, panel),
  );
  spot.panel = panel;
  place.element.append(panel);
  place.page.status.fail('Eine Stelle müssen Sie entscheiden; alles andere ist gespeichert.');
  place.page.status.say(`„${conflict.titel}“: ${conflict.von} hat dieselbe Stelle geändert. Unter dem Feld können Sie wählen, was gilt.`);
}

function buttons(place, spot, conflict, panel) {
  const row = document.createElement('div');
  row.className = 'p-knopfzeile';
  const decide = (value) => {
    spot.conflict = null;
    spot.panel = null;
    panel.remove();
    spot.value = value;
    spot.base = conflict.anderes;
    place.version = conflict.version;
    spot.first.focus();
    if (spot.isDirty) place.save();
    else {
      place.page.store.drop(place, spot);
      place.page.status.saved();
    }
  };
  row.append(
    button('Meine Fassung', () => decide(spot.value)),
    button(`Die Fassung von ${conflict.von}`, () => decide(conflict.anderes)),
  );
  if (spot.first.tagName === 'TEXTAREA') row.append(button('Beide untereinander ins Feld setzen', () => decide(`${spot.value}\n\n${conflict.anderes}`)));
  return row;
}

function button(text, onClick) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'kern-btn kern-btn--secondary p-knopf-klein';
  const label = document.createElement('span');
  label.className = 'kern-label';
  label.textContent = text;
  element.append(label);
  element.addEventListener('click', onClick);
  return element;
}

function pair(...sides) {
  const element = document.createElement('div');
  element.className = 'p-vergleich__paar';
  element.append(...sides);
  return element;
}

function side(title, parts) {
  const element = document.createElement('div');
  element.className = 'p-vergleich__seite';
  const text = paragraph('p-wortlaut', '');
  for (const part of parts) {
    const kind = typeof part.art === 'number' ? KINDS[part.art] : part.art;
    const piece = document.createElement(CLASSES[kind] ?? 'span');
    piece.textContent = part.text;
    text.append(piece);
  }
  if (parts.length === 0) text.textContent = '(leer)';
  element.append(paragraph('p-vergleich__marke', title), text);
  return element;
}

function paragraph(className, text) {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

// The dialogs: help, accepting many, merging names, remarks, adding an item by its words.
import { button, korean, make } from './dom.js';
import { choices, codeOf, codes, nameTypes } from './items.js';
import { fill, label, number } from './words.js';

let names = 0;

// Opens a dialog; the native one keeps the focus inside and gives it back.
function open(title, body, actions = []) {
  const id = 'ui-dialog-' + ++names;
  const dialog = make('dialog', { 'aria-labelledby': id, onclose: () => dialog.remove() });
  const close = () => dialog.close();
  dialog.append(make('h2', { id, tabIndex: -1, autofocus: true }, title), body, make('div', 'actions', ...actions.map(({ text, run, main, disabled }) => button(text, () => { close(); run?.(); }, { className: main ? 'main' : '', disabled: Boolean(disabled) }))));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

const cancel = () => ({ text: label('serve.cancel') });

export const keyList = ['j k', 'Enter', 'a', 'x', 'e', '1 … 9', 'm', 'c', 'n', 'z', 'Shift+Z', 'f', 't', '/', '?'];

export function help() {
  const list = make('dl', 'keys', keyList.flatMap((key) => [
    make('dt', '', key.split(' ').map((part) => (part === '…' ? ' … ' : make('kbd', '', part)))), make('dd', '', label('key.' + key.split(' ')[0]))]));
  const types = make('div', 'types', Object.entries({ mention: nameTypes, amount: choices.amount, recommendation: choices.recommendation, fact: choices.fact }).map(([kind, all]) =>
    make('p', '', make('b', '', label('serve.kind.' + kind)), ...all.map((type, i) => make('span', '', make('kbd', '', i + 1), ' ' + label((kind === 'fact' ? 'fact.' : 'kind.') + type))))));
  return open(label('serve.help'), make('div', '', list, make('h3', '', label('serve.typeKeys')), types, make('p', 'none', label('serve.helpNote'))), [{ text: label('close'), main: true }]);
}

// All open items of the filter that are at least so sure.
export function acceptAbove(items, onAccept) {
  const open_ = items.filter((item) => item.decision === 'open');
  const slider = make('input', { type: 'range', min: 50, max: 100, value: 95, id: 'ui-above', 'aria-label': label('confidence') });
  const shown = make('output', { className: 'above' });
  const checked = make('input', { type: 'checkbox', checked: true });
  const counts = make('p', { className: 'counts', 'aria-live': 'polite' });
  const chosen = () => open_.filter((item) => item.confidence >= Number(slider.value) / 100 && (!checked.checked || !item.checks.length));
  const dialog = open(label('serve.acceptAbove'), make('div', '',
    make('p', '', label('serve.acceptAboveNote')),
    make('label', 'field', make('span', '', label('confidence')), make('span', 'slide', slider, shown)),
    make('label', 'check-field', checked, make('span', '', label('serve.leaveChecks'))), counts),
  [{ text: label('serve.accept'), main: true, run: () => onAccept(chosen()) }, cancel()]);
  const draw = () => {
    const all = chosen();
    shown.textContent = '≥ ' + (Number(slider.value) / 100).toFixed(2);
    const byCode = codes.map((code) => [code, all.filter((item) => codeOf(item) === code).length]).filter(([, count]) => count);
    counts.replaceChildren(make('b', '', fill('serve.acceptCount', number(all.length))), ...byCode.map(([code, count]) => make('span', 'kind ' + code, `${label('kind.' + code)} ${number(count)}`)));
    dialog.querySelector('.main').disabled = !all.length;
  };
  slider.addEventListener('input', draw);
  checked.addEventListener('input', draw);
  draw();
}

// A list to choose one of, narrowed by what is typed. rows(query) gives { text, note, value }.
function choose(title, note, rows, start, onChoose) {
  const query = make('input', { type: 'search', value: start, autocomplete: 'off', spellcheck: false, lang: 'ko', 'aria-label': label('search'), placeholder: label('search') });
  const list = make('div', { className: 'choices', role: 'listbox', 'aria-label': title });
  const dialog = open(title, make('div', '', note && make('p', '', note), query, list), [cancel()]);
  const take = (row) => { dialog.close(); onChoose(row.value); };
  const draw = () => {
    const found = rows(query.value.trim().toLowerCase()).slice(0, 60);
    list.replaceChildren(...found.map((row) => make('button', { type: 'button', className: 'choice', role: 'option', onclick: () => take(row) }, make('span', '', row.text), make('small', '', row.note))));
    if (!found.length) list.append(make('p', 'none', label('empty')));
  };
  query.addEventListener('input', draw);
  dialog.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const all = [...list.querySelectorAll('.choice')];
    const at = all.indexOf(document.activeElement);
    if (event.key === 'ArrowDown') { event.preventDefault(); all[Math.min(at + 1, all.length - 1)]?.focus(); }
    if (event.key === 'ArrowUp') { event.preventDefault(); (at > 0 ? all[at - 1] : query).focus(); }
    if (event.key === 'Enter' && document.activeElement === query && all[0]) { event.preventDefault(); all[0].click(); }
  });
  draw();
  query.focus();
}

export function merge(model, item, onMerge) {
  const entities = new Map();
  for (const other of model.order) {
    if (other.kind !== 'mention' || other.decision === 'rejected') continue;
    const key = other.fields.type + '\n' + other.fields.name;
    if (key === item.fields.type + '\n' + item.fields.name) continue;
    const entity = entities.get(key) ?? { name: other.fields.name, type: other.fields.type, count: 0, key: other.key, forms: new Set() };
    entity.count++;
    entity.forms.add(other.words);
    entities.set(key, entity);
  }
  // The like-sounding first.
  const like = (entity) => [...new Set(item.fields.name)].filter((letter) => entity.name.includes(letter)).length / Math.max(entity.name.length, 1);
  const all = [...entities.values()].sort((a, b) => (b.type === item.fields.type) - (a.type === item.fields.type) || like(b) - like(a) || b.count - a.count);
  choose(fill('serve.mergeTitle', item.fields.name), label('serve.mergeNote'),
    (query) => all.filter((entity) => !query || entity.name.toLowerCase().includes(query) || [...entity.forms].some((form) => form.toLowerCase().includes(query)))
      .map((entity) => ({ text: korean(entity.name), note: `${label('kind.' + entity.type)} · ${fill('serve.count', number(entity.count))}`, value: entity.key })),
    '', onMerge);
}

export function remark(title, onSave) {
  const text = make('textarea', { rows: 4, lang: 'ko', 'aria-label': label('serve.comment') });
  const dialog = open(title, text, [{ text: label('serve.save'), main: true, run: () => { if (text.value.trim()) onSave(text.value.trim()); } }, cancel()]);
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) dialog.querySelector('.main').click();
  });
  text.focus();
}

// Finds words in the text: the way to a new item without a mouse.
export function find(model, start, onFind) {
  const { text } = model.points;
  const folded = text.toLowerCase();
  const rows = (query) => {
    const found = [];
    for (let at = query ? folded.indexOf(query) : -1; at >= 0 && found.length < 60; at = folded.indexOf(query, at + query.length)) {
      const end = at + query.length;
      const place = { start: model.points.toPoint(at), end: model.points.toPoint(end), quote: text.slice(at, end) };
      const page = model.pages.find((one) => place.start >= one.start && place.start < one.end)?.number;
      const [before, after] = [text.slice(Math.max(0, at - 24), at), text.slice(end, end + 24)].map((part) => part.replace(/\s+/g, ' '));
      found.push({ text: make('span', { lang: 'ko' }, before, make('mark', '', place.quote), after), note: page ? 'p. ' + page : '', value: place });
    }
    return found;
  };
  choose(label('serve.find'), label('serve.findNote'), rows, start, onFind);
}

// The editor of an item's fields, or of those of an item to be added.
import { button, korean, make } from './dom.js';
import { choices, codeOf, typeField } from './items.js';
import { label } from './words.js';

const near = 400; // how far round an item the names, dates and amounts are offered, in code points

export class Form {
  // item: { kind, start, end, fields }; pick(): the place selected in the text, or null.
  constructor(model, item, pick, onSave, onCancel) {
    Object.assign(this, { model, item, pick });
    this.place = { start: item.start, end: item.end };
    this.read = {};
    this.fault = make('p', { className: 'fault', role: 'alert', hidden: true });
    this.element = make('form', { className: 'form', onsubmit: (event) => { event.preventDefault(); this.save(onSave); } },
      this[item.kind](item.fields), this.#placeField(), this.fault,
      make('div', 'actions', make('button', { type: 'submit', className: 'main' }, label('serve.save')), button(label('serve.cancel'), onCancel)));
    this.element.addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onCancel(); }
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.save(onSave); }
    });
  }

  focus() { this.element.querySelector('input, select, textarea, button')?.focus(); }

  fields() {
    const fields = Object.fromEntries(Object.entries(this.read).map(([name, read]) => [name, read()]));
    if (this.place.start !== this.item.start || this.place.end !== this.item.end || !this.item.key) Object.assign(fields, this.place);
    return fields;
  }

  save(onSave) {
    const fields = this.fields();
    const wrong = this.#wrong(fields);
    this.fault.hidden = !wrong;
    this.fault.textContent = wrong ?? '';
    if (!wrong) onSave(fields);
  }

  mention(fields) {
    return [this.#choice('type', 'kind', choices.mention, fields.type, (type) => label('kind.' + type)), this.#line('name', 'entity', fields.name)];
  }

  date(fields) { return [this.#line('edtf', 'edtf', fields.edtf, { hint: '2024 · 2024-06 · 2024-06-01 · 2024/2026 · ../2027', plain: true })]; }

  amount(fields) {
    const [low, high] = [this.#line('low', 'low', fields.low, { plain: true }), this.#line('high', 'high', fields.high, { plain: true })];
    const vague = make('input', { type: 'checkbox', checked: fields.vague });
    const bounds = [low, high].map((row) => row.querySelector('input'));
    const agree = () => { for (const input of bounds) input.disabled = vague.checked; };
    vague.addEventListener('input', agree);
    agree();
    this.read.vague = () => vague.checked;
    for (const [i, name] of ['low', 'high'].entries()) {
      this.read[name] = () => (vague.checked ? null : bounds[i].value.replaceAll(',', '').trim() || (name === 'high' ? bounds[0].value.replaceAll(',', '').trim() : '') || null);
    }
    return [
      this.#choice('kind', 'kind', choices.amount, fields.kind, (kind) => label('kind.' + kind)), low, high,
      this.#line('unit', 'unit', fields.unit, { hint: 'KRW, USD, %, 명 …', plain: true }),
      this.#choice('modifier', 'modifier', ['', ...choices.modifier], fields.modifier ?? '', (modifier) => (modifier ? label('modifier.' + modifier) : '–')),
      make('label', 'check-field', vague, make('span', '', label('vague'))),
    ];
  }

  recommendation(fields) {
    const text = make('textarea', { rows: 3, value: fields.text, lang: 'ko' });
    this.read.text = () => text.value.replace(/\s+/g, ' ').trim();
    return [
      this.#row('serve.statement', text),
      this.#choice('kind', 'kind', choices.recommendation, fields.kind, (kind) => label('kind.' + kind)),
      this.#choice('category', 'category', choices.category, fields.category, (category) => label('category.' + category)),
      this.#line('period', 'period', fields.period, { hint: 'EDTF: 2027, ../2027', plain: true }),
      this.#choice('status', 'status', ['', ...new Set(['신규', '강화', fields.status].filter(Boolean))], fields.status ?? '', (status) => status || '–'),
      this.#places('actors', 'actors', fields.actors, ['mention']),
      this.#places('amounts', 'amounts', fields.amounts, ['amount']),
    ];
  }

  fact(fields) {
    const roles = new Map();
    const body = make('div', 'roles');
    const draw = () => body.replaceChildren(...[...roles].map(([role, list]) => list.row(role)));
    const include = (role, places) => {
      roles.set(role, this.#placeList(places, ['mention', 'date', 'amount'], { phrases: true, remove: () => { roles.delete(role); draw(); offer(); } }));
      draw();
    };
    const more = make('select', { 'aria-label': label('serve.addRole'), onchange: () => { if (more.value) include(more.value, []); offer(); } });
    const offer = () => more.replaceChildren(make('option', { value: '' }, '+ ' + label('serve.addRole')), ...choices.role.filter((role) => !roles.has(role)).map((role) => make('option', { value: role }, label('role.' + role))));
    for (const [role, places] of Object.entries(fields.arguments ?? {})) include(role, places);
    offer();
    this.read.arguments = () => Object.fromEntries([...roles].map(([role, list]) => [role, list.places]).filter(([, places]) => places.length).sort());
    return [this.#choice('type', 'kind', choices.fact, fields.type, (type) => label('fact.' + type)), body, more];
  }

  #row(name, field, hint) {
    return make('label', 'field', make('span', '', label(name)), field, hint ? make('small', '', hint) : null);
  }

  #line(name, labelled, value, { hint, plain } = {}) {
    const input = make('input', { type: 'text', value: value ?? '', autocomplete: 'off', spellcheck: false, name, ...(plain ? { autocapitalize: 'off' } : { lang: 'ko' }) });
    this.read[name] = () => input.value.trim() || null;
    return this.#row(labelled, input, hint);
  }

  #choice(name, labelled, values, present, text) {
    const select = make('select', { name }, values.map((value) => make('option', { value, selected: value === present }, text(value))));
    this.read[name] = () => select.value || null;
    return this.#row(labelled, select);
  }

  #places(name, labelled, places, kinds) {
    const list = this.#placeList(places ?? [], kinds, {});
    this.read[name] = () => list.places;
    return list.row(labelled, labelled);
  }

  // Words that stand for other items: those near by are offered, a selection in the text or (of facts) any words are taken.
  #placeList(places, kinds, { phrases, remove }) {
    const list = { places: [...places] };
    const chips = make('span', 'chips');
    const draw = () => chips.replaceChildren(...list.places.map((place, i) => make('span', place.start === null ? 'chip phrase' : 'chip', korean(place.text),
      button('×', () => { list.places.splice(i, 1); draw(); }, { 'aria-label': `${label('serve.remove')}: ${place.text}` }))));
    const add = (place) => {
      if (!list.places.some((other) => other.text === place.text && other.start === place.start)) list.places.push(place);
      draw();
    };
    const offered = this.model.order.filter((item) => kinds.includes(item.kind) && item.decision !== 'rejected' && item.end > this.item.start - near && item.start < this.item.end + near);
    const select = make('select', { 'aria-label': label('serve.addPlace'), onchange: () => {
      const item = offered[Number(select.value)];
      if (item) add({ text: item.fields.quote, start: item.start, end: item.end });
      select.value = '';
    } }, make('option', { value: '' }, '+'), offered.map((item, i) => make('option', { value: i }, `${item.fields.quote} (${label('kind.' + codeOf(item))})`)));
    const typed = phrases && make('input', { type: 'text', className: 'phrase-input', 'aria-label': label('serve.phrase'), placeholder: label('serve.phrase'), lang: 'ko' });
    const take = () => {
      const chosen = this.pick();
      const text = typed.value.trim() || chosen?.quote;
      if (text) add({ text, start: null, end: null });
      typed.value = '';
    };
    typed?.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && !event.isComposing && event.keyCode !== 229 && typed.value.trim()) { event.preventDefault(); take(); }
    });
    typed?.addEventListener('change', () => { if (typed.value.trim()) take(); });
    list.row = (role, labelled) => make('div', { className: 'field', role: 'group', 'aria-label': label(labelled ?? 'role.' + role) }, make('span', '', label(labelled ?? 'role.' + role)),
      make('span', 'place-list', chips, select, typed || null, remove ? button('−', remove, { 'aria-label': `${label('serve.removeRole')}: ${label('role.' + role)}` }) : null));
    draw();
    return list;
  }

  // Where the item stands: letter by letter, or by what is selected in the text.
  #placeField() {
    const words = make('q', { className: 'quote-now', lang: 'ko' });
    const draw = () => { words.textContent = this.model.points.slice(this.place.start, this.place.end); };
    const move = (side, by) => button(by < 0 ? '◂' : '▸', () => {
      const moved = this.place[side] + by;
      if (side === 'start' ? moved >= 0 && moved < this.place.end : moved > this.place.start) this.place[side] = moved;
      draw();
    }, { 'aria-label': label(`serve.${side}${by < 0 ? 'Left' : 'Right'}`), title: label(`serve.${side}${by < 0 ? 'Left' : 'Right'}`) });
    draw();
    return make('div', { className: 'field', role: 'group', 'aria-label': label('serve.place') }, make('span', '', label('serve.place')),
      make('span', 'place', move('start', -1), move('start', 1), words, move('end', -1), move('end', 1),
        button(label('serve.takeSelection'), () => {
          const chosen = this.pick();
          if (chosen) this.place = { start: chosen.start, end: chosen.end };
          draw();
        }, { className: 'quiet' })));
  }

  // What the server would refuse, told at once.
  #wrong(fields) {
    if (this.item.kind === 'mention' && !fields.name) return label('serve.wrong.name');
    if (this.item.kind === 'amount' && !fields.vague && !(/^-?\d+(\.\d+)?$/.test(fields.low ?? '') && /^-?\d+(\.\d+)?$/.test(fields.high ?? ''))) return label('serve.wrong.amount');
    if (this.item.kind === 'recommendation' && !fields.text) return label('serve.wrong.text');
    if (this.item.kind === 'fact' && !Object.keys(fields.arguments).length) return label('serve.wrong.fact');
    return null;
  }
}

// The fields of an item that is to be added at a place.
export function blank(kind, place, type) {
  const common = { quote: place.quote, [typeField[kind] ?? 'edtf']: type || choices[kind][0] || null };
  const fields = {
    mention: { name: place.quote },
    date: {},
    amount: { low: null, high: null, unit: null, modifier: null, vague: false },
    recommendation: { text: place.quote.replace(/\s+/g, ' '), category: 'other', status: null, period: null, actors: [], amounts: [] },
    fact: { arguments: {} },
  }[kind];
  return { kind, start: place.start, end: place.end, fields: { ...common, ...fields } };
}


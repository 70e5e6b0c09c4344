// The queue: what to look at, in what order. Only the rows in sight are in the document, so ten thousand items cost as much as twenty.
import { make, say } from './dom.js';
import { label, number, fill } from './words.js';
import { codes, codeOf, valueOf } from './items.js';

const rowHeight = 58;
const doubtful = 0.6;
const signs = { open: '', accepted: '✓', rejected: '✕', edited: '✎', added: '+' };
const states = ['open', 'all', 'doubt', 'accepted', 'rejected', 'edited', 'added', 'remarked'];

const inState = {
  open: (item) => item.decision === 'open',
  all: () => true,
  doubt: (item) => item.decision === 'open' && (item.confidence < doubtful || item.checks.length > 0),
  remarked: (item) => item.comments.length > 0,
};

export class Queue {
  shown = [];
  filter = { code: '', state: 'open', query: '', order: 'doubt', page: 0 };

  constructor(model, onSelect) {
    [this.model, this.onSelect] = [model, onSelect];
    this.kinds = make('div', { className: 'kinds', role: 'group' });
    this.query = make('input', { type: 'search', autocomplete: 'off', spellcheck: false, id: 'ui-query' });
    this.state = make('select', { id: 'ui-state' });
    this.sort = make('select', { id: 'ui-order' });
    this.page = make('input', { type: 'number', min: 1, inputMode: 'numeric', id: 'ui-page', hidden: !model.pages.length });
    this.count = make('output', { className: 'count', 'aria-live': 'polite', id: 'ui-shown' });
    this.spacer = make('div', { className: 'spacer', role: 'presentation' });
    this.list = make('div', { className: 'list', role: 'listbox', tabIndex: 0, id: 'ui-list' }, this.spacer);
    this.element = make('div', 'queue', this.kinds, make('div', 'filters', this.query, this.page, this.state, this.sort, this.count), this.list);
    this.list.addEventListener('scroll', () => requestAnimationFrame(() => this.draw()), { passive: true });
    this.list.addEventListener('click', (event) => {
      // Rows drawn anew between press and release take the click's target away: the place tells.
      const row = event.target.closest('[data-row]') ?? document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-row]');
      if (row) this.onSelect(this.model.items.get(row.dataset.row));
    });
    const take = (input, name, read) => input.addEventListener('input', () => { this.filter[name] = read(input.value); this.refresh(); });
    take(this.query, 'query', (value) => value.trim().toLowerCase());
    take(this.state, 'state', String);
    take(this.sort, 'order', String);
    take(this.page, 'page', Number);
    new ResizeObserver(() => this.draw()).observe(this.list);
  }

  // Failed checks first, then the least sure.
  refresh({ keep = false } = {}) {
    const { code, state, query, order, page } = this.filter;
    const holds = inState[state] ?? ((item) => item.decision === state);
    this.shown = this.model.order.filter((item) =>
      (!code || codeOf(item) === code) && holds(item) && (!page || item.page === page) && (!query || item.search.includes(query)));
    if (order === 'doubt') this.shown.sort((a, b) => (b.checks.length > 0) - (a.checks.length > 0) || a.confidence - b.confidence || a.place - b.place);
    this.keys = new Map(this.shown.map((item, index) => [item.key, index]));
    this.spacer.style.height = this.shown.length * rowHeight + 'px';
    this.count.textContent = fill('serve.count', number(this.shown.length));
    if (!keep) this.list.scrollTop = 0;
    this.drawKinds();
    this.draw();
  }

  // Items stay where they are while they are decided on: a list that jumps under the hand is misread.
  update({ keys, moved }) {
    if (keys === null) {
      this.refresh({ keep: true });
      return;
    }
    let counted = false;
    for (const key of keys) {
      const [index, item] = [this.keys.get(key), this.model.items.get(key)];
      if (index !== undefined && item) this.shown[index] = item;
      counted = true;
    }
    if (moved) {
      const gone = this.shown.filter((item) => !this.model.items.has(item.key));
      const come = keys.map((key) => this.model.items.get(key)).filter((item) => item && !this.keys.has(item.key));
      if (gone.length || come.length) {
        this.shown = [...come, ...this.shown.filter((item) => !gone.includes(item))];
        this.keys = new Map(this.shown.map((item, i) => [item.key, i]));
        this.spacer.style.height = this.shown.length * rowHeight + 'px';
        this.count.textContent = fill('serve.count', number(this.shown.length));
      }
    }
    if (counted) this.drawKinds();
    this.draw();
  }

  drawLabels() {
    const options = (select, names, chosen, prefix) => select.replaceChildren(...names.map((name) => make('option', { value: name, selected: name === chosen }, label(prefix + name))));
    options(this.state, states, this.filter.state, 'serve.state.');
    options(this.sort, ['doubt', 'reading'], this.filter.order, 'serve.order.');
    this.query.placeholder = label('search');
    for (const [element, name] of [[this.query, 'search'], [this.state, 'serve.state'], [this.sort, 'order'], [this.page, 'page'], [this.list, 'view.items'], [this.kinds, 'kinds']]) {
      element.setAttribute('aria-label', label(name));
    }
    this.page.placeholder = label('page');
    this.refresh({ keep: true });
  }

  drawKinds() {
    const [open, known] = [new Map(), new Set()];
    for (const item of this.model.order) {
      const code = codeOf(item);
      known.add(code);
      if (item.decision === 'open') open.set(code, (open.get(code) ?? 0) + 1);
    }
    const total = [...open.values()].reduce((sum, n) => sum + n, 0);
    const chip = (code, text, left) => make('button', {
      type: 'button', className: code && 'kind ' + code, 'aria-pressed': String(this.filter.code === code), title: fill('serve.left', number(left)),
      data: { code }, onclick: () => { this.filter.code = code; this.refresh(); },
    }, text + ' ', make('small', '', number(left)));
    const focused = document.activeElement?.dataset?.code;
    this.kinds.replaceChildren(chip('', label('all'), total), ...codes.filter((code) => known.has(code)).map((code) => chip(code, label('kind.' + code), open.get(code) ?? 0)));
    if (focused !== undefined) this.kinds.querySelector(`[data-code="${focused}"]`)?.focus();
  }

  draw() {
    const [from, height] = [this.list.scrollTop, this.list.clientHeight];
    const first = Math.max(0, Math.floor(from / rowHeight) - 4);
    const last = Math.min(this.shown.length, Math.ceil((from + height) / rowHeight) + 4);
    const rows = this.shown.slice(first, last).map((item, i) => this.row(item, first + i));
    if (!this.shown.length) rows.push(make('p', 'none', label(this.filter.state === 'open' && !this.filter.query ? 'serve.done' : 'empty')));
    this.spacer.replaceChildren(...rows);
    const drawn = this.selected && this.spacer.querySelector('[aria-selected=true]');
    if (drawn) this.list.setAttribute('aria-activedescendant', drawn.id);
    else this.list.removeAttribute('aria-activedescendant');
  }

  row(item, index) {
    const pending = this.model.pending(item.key);
    const decision = pending ? { accept: 'accepted', reject: 'rejected', edit: 'edited', merge: 'edited' }[pending.action] ?? item.decision : item.decision;
    const meter = make('span', 'meter', make('span', ''));
    meter.firstChild.style.width = Math.round(item.confidence * 100) + '%';
    const note = item.comments.length ? `¶ ${item.comments.length} · ` : '';
    const checks = item.checks.map((check) => label('check.' + check)).join(', ');
    const state = make('span', { className: 'sign', title: label('serve.state.' + decision) }, signs[decision]);
    const row = make('div', {
      className: `row ${codeOf(item)} ${decision}${pending ? ' pending' : ''}${item.confidence < doubtful ? ' low' : ''}`, role: 'option', id: 'ui-row-' + item.key, data: { row: item.key },
      'aria-selected': String(item.key === this.selected), 'aria-setsize': this.shown.length, 'aria-posinset': index + 1,
      'aria-label': [item.words.slice(0, 120), label('kind.' + codeOf(item)), valueOf(item.kind, item.fields), label('serve.state.' + decision), `${label('confidence')} ${item.confidence.toFixed(2)}`, checks].filter(Boolean).join(', '),
    }, state, make('span', { className: 'words', lang: 'ko' }, item.words), make('span', 'at', note + (item.page ? 'p. ' + item.page : '')),
    make('span', 'value', valueOf(item.kind, item.fields)), make('span', checks ? 'check' : 'by', checks || (item.by ?? '')), meter, make('span', 'percent', item.confidence.toFixed(2)),
    );
    row.style.top = index * rowHeight + 'px';
    return row;
  }

  // Marks the item and brings its row into sight; it may be filtered out.
  select(key) {
    this.selected = key;
    const index = this.keys.get(key);
    if (index !== undefined) {
      const top = index * rowHeight;
      if (top < this.list.scrollTop) this.list.scrollTop = top - rowHeight;
      else if (top + rowHeight > this.list.scrollTop + this.list.clientHeight) this.list.scrollTop = top - this.list.clientHeight + 2 * rowHeight;
    }
    this.draw();
  }

  // The item so many rows on; at the end nothing, and said so.
  step(by) {
    const at = this.keys.get(this.selected);
    const next = at === undefined ? this.shown[0] : this.shown[Math.min(Math.max(at + by, 0), this.shown.length - 1)];
    if (at !== undefined && next?.key === this.selected) say(label('serve.end'));
    return next;
  }

  // The next item nobody has decided on, and none of whose decisions is on its way.
  nextOpen() {
    const at = this.keys.get(this.selected) ?? -1;
    const open = (item) => item.decision === 'open' && !this.model.pending(item.key);
    return this.shown.slice(at + 1).find(open) ?? this.shown.slice(0, Math.max(at, 0)).find(open);
  }
}

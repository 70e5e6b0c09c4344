// The review page: a virtual list of items beside the text, each leading to the other.
const rowHeight = 58;
const kinds = ['ORG', 'PER', 'LOC', 'PRODUCT', 'LAW', 'POLICY', 'EVENT', 'WORK', 'DATE', 'AMOUNT', 'RECOMMENDATION', 'FACT'];
const $ = (id) => document.getElementById('ui-' + id);
const [list, spacer, detail] = [$('list'), $('spacer'), $('detail')];
const byId = new Map(data.items.map((item, place) => [item.i, Object.assign(item, { place })]));
const state = { kind: '', query: '', page: 0, limit: 1, order: 'confidence', shown: [], selected: null };

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

// Arrow keys move between tabs; only the chosen one is in the Tab order.
function tabs(container, choose) {
  const all = () => [...container.querySelectorAll('[role=tab]')];
  const select = (tab) => {
    for (const other of all()) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }
    choose(tab);
  };
  container.addEventListener('click', (event) => {
    const tab = event.target.closest('[role=tab]');
    if (tab) select(tab);
  });
  container.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const every = all();
    const next = every[(every.indexOf(document.activeElement) + step + every.length) % every.length];
    select(next);
    next.focus();
  });
  return select;
}

const showView = tabs($('views'), (tab) => {
  for (const view of document.querySelectorAll('.view')) view.hidden = view.id !== 'ui-' + tab.dataset.view;
  if (tab.dataset.view === 'items') drawRows();
});

const chooseKind = tabs($('kinds'), (tab) => {
  state.kind = tab.dataset.kind;
  filter();
});

function drawKinds() {
  const counts = new Map();
  for (const item of data.items) counts.set(item.k, (counts.get(item.k) ?? 0) + 1);
  const tab = (kind, text, count) => {
    const button = make('button', kind && 'kind ' + kind, text + ' ', make('small', '', count.toLocaleString('en')));
    Object.assign(button, { type: 'button', tabIndex: state.kind === kind ? 0 : -1 });
    button.dataset.kind = kind;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', 'ui-list');
    button.setAttribute('aria-selected', String(state.kind === kind));
    return button;
  };
  $('kinds').replaceChildren(
    tab('', label('all'), data.items.length),
    ...kinds.filter((kind) => counts.has(kind)).map((kind) => tab(kind, label('kind.' + kind), counts.get(kind))));
}

const valueOf = (item) => (item.v === null ? '' : label(item.v));

function filter() {
  const query = state.query.trim().toLowerCase();
  state.shown = data.items.filter((item) =>
    (!state.kind || item.k === state.kind)
    && item.c <= state.limit
    && (!state.page || item.p === state.page)
    && (!query || item.t.toLowerCase().includes(query) || valueOf(item).toLowerCase().includes(query)));
  if (state.order === 'confidence') state.shown.sort((a, b) => a.c - b.c || a.place - b.place);
  spacer.style.height = state.shown.length * rowHeight + 'px';
  $('shown').textContent = `${state.shown.length.toLocaleString('en')} ${label('count')}`;
  list.scrollTop = 0;
  drawRows();
}

function row(item, index) {
  const meter = make('span', 'meter', make('span', ''));
  meter.firstChild.style.width = Math.round(item.c * 100) + '%';
  const text = make('span', 'words', item.t);
  text.lang = 'ko';
  const element = make('div', `row ${item.k}${item.c < 0.6 ? ' low' : ''}`,
    text, make('span', 'at', item.p ? 'p. ' + item.p : ''),
    make('span', 'value', valueOf(item)), make('span', 'by', item.s), meter, make('span', 'percent', item.c.toFixed(2)));
  element.id = 'ui-row-' + item.i;
  element.dataset.row = item.i;
  element.style.top = index * rowHeight + 'px';
  element.setAttribute('role', 'option');
  element.setAttribute('aria-selected', String(item === state.selected));
  element.setAttribute('aria-setsize', state.shown.length);
  element.setAttribute('aria-posinset', index + 1);
  return element;
}

// Only the rows in sight are in the document, so ten thousand items cost as much as twenty.
function drawRows() {
  const first = Math.max(0, Math.floor(list.scrollTop / rowHeight) - 4);
  const last = Math.min(state.shown.length, Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + 4);
  const rows = state.shown.slice(first, last).map((item, i) => row(item, first + i));
  if (!state.shown.length) rows.push(make('p', 'none', label('empty')));
  spacer.replaceChildren(...rows);
  const drawn = state.selected && document.getElementById('ui-row-' + state.selected.i);
  if (drawn) list.setAttribute('aria-activedescendant', drawn.id);
  else list.removeAttribute('aria-activedescendant');
}

function drawDetail() {
  const item = state.selected;
  detail.hidden = !item;
  if (!item) return;
  const close = make('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', label('close'));
  close.addEventListener('click', () => select(null));
  const facts = make('dl', '');
  const rows = [...(item.d.length ? [] : [['value', valueOf(item)]]), ...item.d, ['confidence', item.c.toFixed(2)], ['source', item.s]];
  for (const [key, value] of rows) {
    if (value) facts.append(make('dt', '', label(key).replace(/^role\./, '')), make('dd', '', label(value)));
  }
  const words = make('p', 'words', item.t);
  words.lang = 'ko';
  const head = make('p', 'head', make('span', 'kind ' + item.k, label('kind.' + item.k)), make('span', 'at', item.p ? 'p. ' + item.p : ''), close);
  detail.replaceChildren(head, words, facts);
}

function light(item) {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
  if (!item) return;
  for (const piece of document.querySelectorAll(`[data-i="${CSS.escape(item.i)}"]`)) piece.classList.add('lit');
}

// Chunks out of sight have guessed heights; once the target's chunk is laid out its place may have moved, so look again.
function scrollTo(id) {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => requestAnimationFrame(() => target?.scrollIntoView({ block: 'center' })));
}

function showRow(item) {
  let index = state.shown.indexOf(item);
  if (index < 0) {
    // The item is filtered out: lift the filters rather than show nothing.
    Object.assign(state, { query: '', page: 0, limit: 1 });
    $('query').value = $('page').value = '';
    $('limit').value = 100;
    drawLimit();
    chooseKind($('kinds').firstChild);
    index = state.shown.indexOf(item);
  }
  const top = index * rowHeight;
  if (top < list.scrollTop || top + rowHeight > list.scrollTop + list.clientHeight) {
    list.scrollTop = top - list.clientHeight / 2 + rowHeight / 2;
  }
}

function select(item, { scrollText = true, remember = true, stay = false } = {}) {
  state.selected = item;
  light(item);
  drawDetail();
  if (item) {
    if (!stay && $('items').hidden) showView($('tab-items'));
    showRow(item);
    if (scrollText) scrollTo(item.i);
    if (remember) history.replaceState(null, '', '#' + encodeURIComponent(item.i));
  }
  drawRows();
}

function step(by) {
  const at = state.shown.indexOf(state.selected);
  const item = state.shown[Math.min(Math.max(at + by, 0), state.shown.length - 1)];
  if (item) select(item);
}

function drawLimit() {
  $('limit-text').textContent = `${label('upTo')} ≤ ${state.limit.toFixed(2)}`;
}

$('text').addEventListener('click', (event) => {
  const piece = event.target.closest('[data-i]');
  if (piece && !event.target.closest('a') && !String(getSelection())) select(byId.get(piece.dataset.i) ?? null, { scrollText: false });
});
list.addEventListener('click', (event) => {
  const clicked = event.target.closest('[data-row]');
  if (clicked) select(byId.get(clicked.dataset.row));
});
for (const kind of ['click', 'keydown']) {
  $('facts').addEventListener(kind, (event) => {
    const row = event.target.closest('[data-item]');
    if (!row || (kind === 'keydown' && event.key !== 'Enter')) return;
    for (const other of $('facts').querySelectorAll('.chosen')) other.classList.remove('chosen');
    row.classList.add('chosen');
    select(byId.get(row.dataset.item) ?? null, { stay: true });
  });
}
list.addEventListener('scroll', () => requestAnimationFrame(drawRows), { passive: true });
addEventListener('resize', drawRows);
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select')) return;
  const inList = event.target === list;
  const by = { j: 1, k: -1, ...(inList && { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -Infinity, End: Infinity }) }[event.key];
  if (by) {
    event.preventDefault();
    step(by);
  } else if (event.key === 'Escape' && state.selected) {
    select(null);
  }
});

const onInput = (id, take) => $(id).addEventListener('input', (event) => { take(event.target.value); filter(); });
onInput('query', (value) => { state.query = value; });
onInput('page', (value) => { state.page = Number(value) || 0; });
onInput('order', (value) => { state.order = value; });
onInput('limit', (value) => { state.limit = Number(value) / 100; drawLimit(); });

function followHash() {
  let id = '';
  try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* no address of ours */ }
  if (byId.has(id)) select(byId.get(id), { remember: false });
  else if (id) scrollTo(id);
}

page.onLanguage.push(() => {
  for (const option of $('order').options) option.textContent = label('order.' + option.value);
  drawKinds();
  drawLimit();
  drawDetail();
  drawRows();
  $('shown').textContent = `${state.shown.length.toLocaleString('en')} ${label('count')}`;
});

setLanguage(page.language);
$('page').hidden = !data.items.some((item) => item.p);
showView($('tab-items'));
filter();
followHash();
addEventListener('hashchange', followHash);

// The page over a corpus. Rows come in parts, scripts beside the page that hand them over; only rows in sight are drawn.
const $ = (id) => document.getElementById('ui-' + id);
const [list, spacer, detail] = [$('list'), $('spacer'), $('detail')];
const R = { name: 0, title: 1, published: 2, year: 3, link: 4, copyOf: 5, ministries: 6, pages: 7, facts: 8, recommendations: 9, mentions: 10, reviewed: 11 };
const views = ['overview', 'items', 'timeline', 'entities', 'contradictions', 'reports'];
const tables = { items: [], timeline: [], entities: [], contradictions: [], reports: data.reports };
const tallest = 8e6; // browsers draw no taller element than some 17 million pixels
const state = { view: 'overview', query: '', ministry: '', kind: '', year: '', shown: [], current: -1, of: 'recommendation', by: 'ministry' };
const hays = new Map();
const loads = new Map();

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

const number = (value) => Number(value).toLocaleString('en');
// Exact: the sums may be longer than a double holds.
const grouped = (decimal) => decimal.replace(/^(-?\d+)(\.\d+)?$/, (_, whole, rest = '') => whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest);
const kindLabel = (kind) => (kind === 'recommendation' || kind === 'date' ? label('type.' + kind) : label('fact.' + kind));
const isKorean = () => page.language === 'ko';

// ---- parts

// Parts of a table come one after the other, so that the first rows can be seen and searched while the rest is on its way.
window.corpusPart = (table, part, rows) => { tables[table].push(...rows); };

function load(table) {
  if (loads.has(table)) return;
  // Fetched side by side, run in order.
  const parts = Array.from({ length: data.parts[table] ?? 0 }, (_, part) => new Promise((done) => {
    const script = document.createElement('script');
    const end = () => { script.remove(); done(); };
    Object.assign(script, { async: false, src: `data/${table}-${part}.js`, onload: end, onerror: () => { missing(script.getAttribute('src')); end(); } });
    document.head.append(script);
  }));
  loads.set(table, (async () => {
    let drawnAt = 0;
    for (const part of parts) {
      await part;
      prepare(table);
      if (state.view === table && performance.now() - drawnAt > 500) {
        refresh();
        drawnAt = performance.now();
      }
    }
    loads.set(table, true);
    if (state.view === table) {
      drawBar();
      refresh();
    }
  })());
}

function missing(name) {
  $('missing').hidden = false;
  $('missing').textContent = label('corpus.missing') + name;
}

const folded = (text) => text.normalize('NFC').toLowerCase().replace(/\s+/g, '');
const reportOf = (row) => data.reports[row[0]];

const texts = {
  items: (row) => [row[7], data.kinds[row[2]] === 'recommendation' ? label('category.' + row[7]) : '', row[8], row[10]],
  timeline: (row) => [row[9], row[10], row[7]],
  entities: (row) => [row[1], ...row[7]],
  contradictions: (row) => [row[1], row[2], row[3], ...row[6].flatMap((figure) => [figure[0], ...figure[4].map((place) => place[3])])],
  reports: (row) => [row[R.name], row[R.title] ?? '', ...row[R.ministries].map((m) => data.ministries[m])],
};

// What is searched: without spaces, for Korean compounds may be written with or without them.
function prepare(table) {
  const hay = hays.get(table) ?? [];
  for (let i = hay.length; i < tables[table].length; i++) hay.push(folded(texts[table](tables[table][i]).join('\u0001')));
  hays.set(table, hay);
}

// ---- filters

const spans = {
  items: (row) => (row[5] ? [row[5], row[6]] : [reportOf(row)[R.year], reportOf(row)[R.year]]),
  timeline: (row) => [row[5], row[5]], // as the bars over it count: where it begins
  entities: (row) => [Number(row[5].slice(0, 4)), Number(row[6].slice(0, 4))],
  contradictions: (row) => [Number(row[3].slice(0, 4)), Number(row[3].slice(0, 4))],
  reports: (row) => [row[R.year], row[R.year]],
};
const kindOf = {
  items: (row) => data.kinds[row[2]],
  timeline: (row) => data.kinds[row[2]],
  entities: (row) => data.types[row[0]],
  contradictions: (row) => data.kinds[row[0]],
  reports: () => '',
};
const ministriesOf = {
  items: (row) => row[4],
  timeline: (row) => row[4],
  entities: null,
  contradictions: null,
  reports: (row) => row[R.ministries],
};

function matching(table) {
  const words = state.query.normalize('NFC').trim().replace(/[ㄱ-ㅎㅏ-ㅣ]$/, '');
  const query = folded(words);
  const year = Number(state.year);
  const ministry = state.ministry === '' || !ministriesOf[table] ? -1 : Number(state.ministry);
  const kind = kindsIn(table).includes(state.kind) ? state.kind : '';
  const hay = hays.get(table) ?? [];
  const shown = [];
  const rows = tables[table];
  for (let i = 0; i < rows.length; i++) {
    if (query && !hay[i].includes(query)) continue;
    if (kind && kindOf[table](rows[i]) !== kind) continue;
    if (ministry >= 0 && !ministriesOf[table](rows[i]).includes(ministry)) continue;
    if (year) {
      const [first, last] = spans[table](rows[i]);
      if (!(first <= year && year <= last)) continue;
    }
    shown.push(i);
  }
  return shown;
}

const kindsIn = (table) => ({
  items: data.kinds.filter((kind) => kind !== 'date'), timeline: data.kinds, entities: data.types, contradictions: data.kinds.filter((kind) => !['date', 'recommendation'].includes(kind)),
})[table] ?? [];

function options(select, first, rows, value) {
  select.replaceChildren(...[['', first], ...rows].map(([key, text]) => Object.assign(document.createElement('option'), { value: key, textContent: text })));
  select.value = rows.some(([key]) => key === value) ? value : '';
}

function drawBar() {
  const table = state.view;
  const names = data.ministries.map((name, i) => [String(i), name]).sort((a, b) => a[1].localeCompare(b[1], 'ko'));
  options($('ministry'), label('corpus.allMinistries'), names, state.ministry);
  options($('kind'), label('corpus.allTypes'), kindsIn(table).map((kind) => [kind, table === 'entities' ? label('kind.' + kind) : kindLabel(kind)]), state.kind);
  const years = new Set(data.reports.map((report) => report[R.year]).filter(Boolean));
  for (const key of ['items', 'timeline']) {
    for (const row of tables[key]) {
      if (row[5]) years.add(row[5]);
      if (row[6]) years.add(row[6]);
    }
  }
  if (state.year) years.add(Number(state.year));
  options($('year'), label('corpus.allYears'), [...years].sort((a, b) => b - a).map((year) => [String(year), String(year)]), state.year);
  $('ministry').hidden = !ministriesOf[table];
  $('kind').hidden = kindsIn(table).length === 0;
  $('bar').hidden = table === 'overview';
}

function refresh({ top = false } = {}) {
  if (state.view === 'overview') {
    drawOverview();
    return;
  }
  prepare(state.view);
  state.shown = matching(state.view);
  const part = loads.get(state.view);
  const loading = part && part !== true ? ` · ${label('corpus.loading')}…` : '';
  $('shown').textContent = `${number(state.shown.length)} ${label('count')}${loading}`;
  if (state.view === 'contradictions') {
    drawCards();
    return;
  }
  drawYears();
  if (top) list.scrollTop = 0;
  layout();
}

// ---- rows

const narrow = matchMedia('(max-width: 760px)');
const rowHeight = () => (narrow.matches ? 96 : 68);
// Of more rows than an element can be tall, scrolling goes in larger steps.
const scale = () => Math.max(1, (state.shown.length * rowHeight()) / tallest);

function layout() {
  spacer.style.height = Math.min(tallest, state.shown.length * rowHeight()) + 'px';
  list.setAttribute('aria-rowcount', state.shown.length);
  drawRows();
}

function marked(text) {
  const query = folded(state.query.trim().replace(/[ㄱ-ㅎㅏ-ㅣ]$/, ''));
  if (!query) return [text];
  const pattern = [...query].map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s*');
  const found = new RegExp(pattern, 'iu').exec(text);
  if (!found) return [text];
  // A match far behind is brought into sight.
  const start = found.index > 60 ? text.lastIndexOf(' ', found.index - 20) + 1 : 0;
  return [(start ? '…' : '') + text.slice(start, found.index), make('mark', '', found[0]), text.slice(found.index + found[0].length)];
}

const reportTitle = (report) => report[R.title] ?? report[R.name];
const address = (report, item) => (report[R.link] ? `${report[R.link]}#${encodeURIComponent(item)}` : null);

function linked(text, href) {
  if (!href) {
    const plain = make('span', '', ...[text].flat());
    plain.title = label('corpus.noPage');
    return plain;
  }
  const link = make('a', '', ...[text].flat());
  link.href = href;
  return link;
}

const drawn = {
  items(row) {
    const [kind, report] = [data.kinds[row[2]], reportOf(row)];
    const proposal = kind === 'recommendation';
    return {
      style: proposal ? 'RECOMMENDATION' : 'FACT', type: kindLabel(kind), when: row[9] || (report[R.published] ? `(${report[R.published]})` : ''),
      head: linked(marked(proposal ? row[10] : row[7] || row[10]), address(report, row[1])), value: row[8],
      words: proposal ? [label('category.' + row[7])] : marked(row[10]), report: reportTitle(report), at: row[3] ? `p. ${row[3]}` : '',
      ministries: row[4],
    };
  },
  timeline(row) {
    const [kind, report] = [data.kinds[row[2]], reportOf(row)];
    return {
      style: kind === 'date' ? 'DATE' : kind === 'recommendation' ? 'RECOMMENDATION' : 'FACT', type: kindLabel(kind),
      when: row[9], head: linked([timeSpan(row[7], row[8])], address(report, row[1])), value: '', words: marked(row[10]), report: reportTitle(report), at: row[3] ? `p. ${row[3]}` : '', ministries: row[4],
    };
  },
  entities(row, index) {
    const open = make('button', '', ...marked(row[1]));
    open.type = 'button';
    open.dataset.index = index;
    return {
      style: data.types[row[0]], type: label('kind.' + data.types[row[0]]), when: row[2], head: open, value: `${number(row[3])} ${label('names.reports')}`,
      words: marked(row[7].filter((form) => form !== row[1]).join(' · ')), report: `${number(row[4])} ${label('names.mentions')}`, at: row[5] === row[6] ? row[5] : `${row[5]} – ${row[6]}`,
    };
  },
  reports(row) {
    return {
      style: 'WORK', type: row[R.published] ?? '', when: row[R.reviewed] ? label('report.reviewed') : '', head: linked(marked(reportTitle(row)), row[R.link]),
      value: row[R.copyOf] >= 0 ? '' : `${label('corpus.facts')} ${number(row[R.facts])} · ${label('corpus.recommendations')} ${number(row[R.recommendations])}`,
      words: row[R.copyOf] >= 0 ? [label('report.copy') + data.reports[row[R.copyOf]][R.name]] : marked(row[R.name]), report: row[R.ministries].map((m) => data.ministries[m]).join(', '), at: row[R.pages] ? `${number(row[R.pages])} ${label('pages')}` : '',
    };
  },
};

const timeSpan = (from, until) => {
  if (!from) return `~ ${until}`;
  if (!until) return `${from} ~`;
  return from === until ? from : `${from} ~ ${until}`;
};

function rowElement(index, place) {
  const cells = drawn[state.view](tables[state.view][index], index);
  const element = make('div', `row ${cells.style}`);
  for (const key of ['type', 'when', 'head', 'value', 'words', 'report', 'at']) {
    const cell = make('div', key, ...[cells[key]].flat());
    cell.setAttribute('role', 'cell');
    if (['head', 'words', 'report'].includes(key)) cell.lang = 'ko';
    if (cell.textContent) element.append(cell);
  }
  if (cells.ministries?.length) element.querySelector('.at')?.prepend(cells.ministries.map((m) => data.ministries[m]).join(', ') + ' ');
  element.setAttribute('role', 'row');
  element.setAttribute('aria-rowindex', place + 1);
  element.dataset.place = place;
  return element;
}

function drawRows() {
  const [height, by] = [rowHeight(), scale()];
  const at = list.scrollTop * by;
  const first = Math.max(0, Math.floor(at / height) - 4);
  const last = Math.min(state.shown.length, Math.ceil((at + list.clientHeight) / height) + 4);
  const focused = document.activeElement?.closest?.('.row')?.dataset.place;
  const rows = [];
  for (let place = first; place < last; place++) {
    const element = rowElement(state.shown[place], place);
    element.style.top = list.scrollTop + (place * height - at) + 'px';
    rows.push(element);
  }
  if (!state.shown.length) rows.push(make('p', 'none', label(loads.get(state.view) === true || state.view === 'reports' ? 'corpus.empty' : 'corpus.loading')));
  spacer.replaceChildren(...rows);
  if (focused !== undefined) (spacer.querySelector(`[data-place="${focused}"] :is(a, button)`) ?? list).focus({ preventScroll: true });
}

function step(by) {
  const place = Math.min(Math.max((state.current < 0 && by > 0 ? -1 : state.current) + by, 0), state.shown.length - 1);
  if (place < 0) return;
  state.current = place;
  const [height, ratio] = [rowHeight(), scale()];
  const top = place * height;
  const seen = list.scrollTop * ratio;
  if (top < seen) list.scrollTop = top / ratio;
  else if (top + height > seen + list.clientHeight) list.scrollTop = (top + height - list.clientHeight) / ratio;
  drawRows();
  spacer.querySelector(`[data-place="${place}"] :is(a, button)`)?.focus({ preventScroll: true });
}

// ---- the years over the timeline

function drawYears() {
  $('years').hidden = state.view !== 'timeline';
  if (state.view !== 'timeline') return;
  const year = state.year;
  state.year = '';
  const counts = new Map();
  for (const index of matching('timeline')) {
    const first = tables.timeline[index][5];
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  state.year = year;
  const years = [...counts.keys()].sort((a, b) => a - b).slice(-60);
  const most = Math.max(1, ...counts.values());
  $('years').replaceChildren(...years.map((key) => {
    const bar = make('i', '');
    bar.style.height = Math.max(2, Math.round((counts.get(key) / most) * 44)) + 'px';
    const button = make('button', '', bar, String(key));
    button.type = 'button';
    button.title = `${key}: ${number(counts.get(key))}`;
    button.setAttribute('aria-label', button.title);
    button.setAttribute('aria-pressed', String(String(key) === state.year));
    button.addEventListener('click', () => choose({ year: String(key) === state.year ? '' : String(key) }));
    return button;
  }));
}

// ---- detail of a name

function drawDetail(index) {
  detail.hidden = index === null;
  if (index === null) return;
  const row = tables.entities[index];
  const close = make('button', 'close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', label('close'));
  close.addEventListener('click', () => { drawDetail(null); list.focus(); });
  const facts = make('dl', '');
  const add = (key, value) => value && facts.append(make('dt', '', label(key)), make('dd', '', value));
  add('kind', label('kind.' + data.types[row[0]]));
  add('subtype', row[2]);
  add('names.forms', row[7].join(' · '));
  add('names.published', row[5] === row[6] ? row[5] : `${row[5]} – ${row[6]}`);
  const places = make('ul', '');
  for (let i = 0; i < row[8].length; i += 3) {
    const report = data.reports[row[8][i]];
    places.append(make('li', '', linked(reportTitle(report), address(report, row[8][i + 1])), make('small', '', `${number(row[8][i + 2])} ${label('names.mentions')}`)));
  }
  const head = make('h2', '', row[1]);
  head.lang = 'ko';
  detail.replaceChildren(close, head, facts, make('h2', '', `${label('names.where')} ${number(row[3])}`), places);
  close.focus();
}

// ---- contradictions

let cards = 50;
function drawCards() {
  const rows = state.shown.slice(0, cards).map((index) => {
    const [kind, thing, measure, date, unit, reports, figures] = tables.contradictions[index];
    const head = make('h2', '', ...marked(measure ? `${thing} · ${measure}` : thing));
    head.lang = 'ko';
    const card = make('article', 'card', head, make('p', '', `${kindLabel(data.kinds[kind])} · ${date} · ${unit} · ${number(reports)} ${label('names.reports')}`));
    for (const [amount, low, high, modifier, places] of figures) {
      const value = low === high ? grouped(low) : `${grouped(low)} ~ ${grouped(high)}`;
      card.append(make('p', 'figure', `${amount} `, make('small', '', `${value} ${unit}${modifier ? ` (${label('modifier.' + modifier)})` : ''}`)));
      const where = make('ul', '');
      for (const [report, item, page_, words] of places) {
        const of = data.reports[report];
        const at = [of[R.published], page_ ? `p. ${page_}` : ''].filter(Boolean).join(', ');
        const said = make('span', '', words);
        said.lang = 'ko';
        where.append(make('li', '', linked(reportTitle(of), address(of, item)), ` ${at ? `(${at})` : ''}`, said));
      }
      card.append(where);
    }
    return card;
  });
  if (state.shown.length > cards) {
    const more = make('button', 'more', label('corpus.more'));
    more.type = 'button';
    more.addEventListener('click', () => { cards += 50; drawCards(); });
    rows.push(more);
  }
  const about = make('p', 'meaning', label(data.contradictions ? 'corpus.contradictionsAre' : 'corpus.noContradictions'));
  $('cards').replaceChildren(about, ...rows, ...(data.contradictions && !rows.length ? [make('p', 'none', label('corpus.empty'))] : []));
}

// ---- overview

function bars(title, rows, hue) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  const items = rows.map(({ name, value, text = number(value), go }) => {
    const bar = make('span', 'bar-of');
    bar.style.width = (100 * value) / most + '%';
    bar.style.setProperty('--h', hue);
    const line = make(go ? 'button' : 'div', '', make('span', 'name', name), bar, make('span', 'number', text));
    if (go) {
      line.type = 'button';
      line.addEventListener('click', go);
    }
    line.firstChild.title = name;
    return make('li', '', line);
  });
  const figure = make('figure', 'chart', make('figcaption', '', title), make('ul', 'bars', ...items));
  return rows.length ? [figure] : [];
}

const T = { of: 0, by: 1, ministry: 2, category: 3, year: 4, currency: 5, low: 6, high: 7, statements: 8, restated: 9, reports: 10, meaning: 11 };
const totalsOf = (of, by) => data.totals.filter((row) => row[T.of] === of && row[T.by] === by);
const ministryFilter = (name) => { const place = data.ministries.indexOf(name); return place < 0 ? '' : String(place); };
const go = (view, filters) => () => { show(view); choose(filters); };

function drawOverview() {
  const counted = data.reports.filter((report) => report[R.copyOf] < 0);
  const sum = (place) => counted.reduce((total, report) => total + report[place], 0);
  const tiles = make('dl', 'totals');
  for (const [key, value] of [['corpus.reports', counted.length], ['corpus.facts', sum(R.facts)], ['corpus.recommendations', sum(R.recommendations)], ['corpus.entities', data.entities], ['corpus.contradictions', data.contradictions]]) {
    tiles.append(make('div', '', make('dt', '', label(key)), make('dd', '', number(value))));
  }
  const byCount = (a, b) => b.value - a.value;
  const charts = make('div', 'charts',
    ...bars(label('corpus.reportsByYear'), totalsOf('report', 'year').filter((t) => t[T.year]).map((t) => ({ name: t[T.year], value: t[T.statements], go: go('reports', { year: t[T.year] }) })), 110),
    ...bars(label('chart.recommendations'), totalsOf('recommendation', 'category').map((t) => ({ name: label('category.' + t[T.category]), value: t[T.statements] })).sort(byCount), 50),
    ...bars(label('corpus.recommendationsByMinistry'), totalsOf('recommendation', 'ministry').filter((t) => t[T.ministry]).map((t) => ({ name: t[T.ministry], value: t[T.statements], go: go('items', { ministry: ministryFilter(t[T.ministry]), kind: 'recommendation' }) })).sort(byCount).slice(0, 15), 255),
    ...bars(label('corpus.byType'), data.kinds.filter((kind) => data.counts[kind] && kind !== 'recommendation').map((kind) => ({ name: kindLabel(kind), value: data.counts[kind], go: go('items', { kind }) })).sort(byCount), 225),
    ...bars(label('corpus.budgetByYear'), totalsOf('budget', 'year').filter((t) => t[T.currency] === 'KRW' && /^\d{4}$/.test(t[T.year] ?? '')).map((t) => ({ name: t[T.year], value: Math.round(Number(t[T.high]) / 1e8), go: go('items', { kind: 'budget', year: t[T.year] }) })), 170));
  $('page').replaceChildren(tiles, charts, totalsTable());
}

function totalsTable() {
  const choose_ = (key, values, prefix) => {
    const select = make('select', '');
    select.setAttribute('aria-label', label('corpus.' + key));
    select.append(...values.map((value) => Object.assign(document.createElement('option'), { value, textContent: label(prefix + value) })));
    select.value = state[key] = values.includes(state[key]) ? state[key] : values[0];
    select.addEventListener('input', () => { state[key] = select.value; drawTotals(); });
    return make('label', '', label('corpus.' + key) + ' ', select);
  };
  const distinct = (place, of) => [...new Set(data.totals.filter((t) => !of || t[T.of] === of).map((t) => t[place]))];
  const of = choose_('of', distinct(T.of), 'of.');
  const by = choose_('by', distinct(T.by, state.of), 'by.');
  const rows = totalsOf(state.of, state.by).sort((a, b) => (b[T.currency] === 'KRW') - (a[T.currency] === 'KRW') || (a[T.currency] ?? '').localeCompare(b[T.currency] ?? '') || Number(b[T.high] ?? b[T.statements]) - Number(a[T.high] ?? a[T.statements]));
  const money = rows.some((t) => t[T.currency]);
  const parts = state.by === 'all' ? [] : state.by.split('+');
  const heads = [...parts.map((part) => ['corpus.' + part, '']), ...(money ? [['total.currency', ''], ['total.sum', 'number']] : []), ['total.statements', 'number'], ['total.restated', 'number'], ['total.reports', 'number']];
  const head = make('tr', '', ...heads.map(([key, style]) => { const cell = make('th', style, label(key)); cell.scope = 'col'; return cell; }));
  const body = make('tbody', '', ...rows.map((t) => {
    const cells = parts.map((part) => {
      const value = t[T[part]];
      const cell = make('th', value === null ? 'blank' : '', value === null ? label('total.none') : part === 'category' ? label('category.' + value) : value);
      cell.scope = 'row';
      return cell;
    });
    if (money) cells.push(make('td', '', t[T.currency] ?? ''), make('td', 'number', t[T.low] === null ? '' : t[T.low] === t[T.high] ? grouped(t[T.high]) : `${grouped(t[T.low])} ~ ${grouped(t[T.high])}`));
    for (const key of ['statements', 'restated', 'reports']) cells.push(make('td', 'number', number(t[T[key]])));
    return make('tr', '', ...cells);
  }));
  const meaning = rows[0]?.[T.meaning].split(' / ') ?? ['', ''];
  const section = make('section', '', make('h2', '', label('corpus.totals')), make('div', 'choose', of, by), make('p', 'meaning', meaning[isKorean() ? 0 : 1]), make('div', 'scroll', make('table', '', make('thead', '', head), body)));
  section.id = 'ui-totals';
  return section;
}

function drawTotals() {
  const focused = document.activeElement?.getAttribute('aria-label');
  $('totals').replaceWith(totalsTable());
  if (focused) $('totals').querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
}

// ---- views

function drawTabs() {
  $('tabs').replaceChildren(...views.map((view) => {
    const count = { entities: data.entities, contradictions: data.contradictions, reports: data.reports.length }[view];
    const tab = make('button', '', label('corpus.' + view), ...(count === undefined ? [] : [' ', make('small', '', number(count))]));
    Object.assign(tab, { type: 'button', id: 'ui-tab-' + view, tabIndex: state.view === view ? 0 : -1 });
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-selected', String(state.view === view));
    tab.setAttribute('aria-controls', panelOf(view));
    tab.addEventListener('click', () => show(view));
    return tab;
  }));
}

const panelOf = (view) => ({ overview: 'ui-overview', contradictions: 'ui-contradictions' })[view] ?? 'ui-rows';

function show(view) {
  Object.assign(state, { view, current: -1 });
  detail.hidden = true;
  for (const panel of ['ui-overview', 'ui-rows', 'ui-contradictions']) document.getElementById(panel).hidden = panel !== panelOf(view);
  $('rows').setAttribute('aria-labelledby', 'ui-tab-' + view);
  list.setAttribute('aria-label', label('corpus.' + view));
  if (data.parts[view] !== undefined) load(view);
  drawTabs();
  drawBar();
  refresh({ top: true });
}

function choose(filters) {
  Object.assign(state, filters, { current: -1 });
  for (const key of ['ministry', 'kind', 'year']) $(key).value = state[key];
  if (state.year && $('year').value !== state.year) drawBar();
  $('query').value = state.query;
  refresh({ top: true });
}

$('tabs').addEventListener('keydown', (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  event.preventDefault();
  show(views[(views.indexOf(state.view) + by + views.length) % views.length]);
  $('tab-' + state.view).focus();
});
list.addEventListener('scroll', () => requestAnimationFrame(drawRows), { passive: true });
list.addEventListener('click', (event) => {
  const open = event.target.closest('button[data-index]');
  if (open) drawDetail(Number(open.dataset.index));
});
list.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const focused = event.target.closest('.row');
  if (focused) state.current = Number(focused.dataset.place);
  const pageful = Math.max(1, Math.floor(list.clientHeight / rowHeight()) - 1);
  const by = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1, PageDown: pageful, PageUp: -pageful, Home: -Infinity, End: Infinity }[event.key];
  if (!by) return;
  event.preventDefault();
  step(by);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !detail.hidden) { drawDetail(null); list.focus(); }
  if (event.key === '/' && !event.target.matches('input, select')) { event.preventDefault(); if (state.view === 'overview') show('items'); $('query').focus(); }
});
addEventListener('resize', () => { if (panelOf(state.view) === 'ui-rows') layout(); });

let waiting = 0;
$('query').addEventListener('input', (event) => {
  state.query = event.target.value;
  clearTimeout(waiting);
  waiting = setTimeout(() => choose({}), 80);
});
for (const key of ['ministry', 'kind', 'year']) $(key).addEventListener('input', (event) => choose({ [key]: event.target.value }));
$('clear').addEventListener('click', () => choose({ query: '', ministry: '', kind: '', year: '' }));

page.onLanguage.push(() => {
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = label(element.dataset.text);
  document.title = label('corpus.title');
  $('facts-line').replaceChildren(make('span', '', `${label('corpus.reports')} ${number(data.reports.length)}`));
  drawTabs();
  drawBar();
  refresh();
});
setLanguage(page.language);
show(views.includes(location.hash.slice(1)) ? location.hash.slice(1) : 'overview');
load('items');

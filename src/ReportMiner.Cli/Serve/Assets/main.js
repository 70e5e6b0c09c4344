// Opens the list or a report, by the address; keeps the head of the page.
import { $, button, make, toast } from './dom.js';
import { fill, label, onLanguage, page, setLanguage } from './words.js';
import { Model } from './model.js';
import { Review, saveState } from './review.js';
import { WireError, get } from './wire.js';
import { home } from './home.js';
import * as dialogs from './dialogs.js';

let review = null;
let reports = null;
let turn = 0;

function head() {
  const language = make('div', { className: 'language', role: 'group', 'aria-label': label('language') }, [['ko', '한국어'], ['en', 'English']].map(([code, name]) =>
    button(name, () => setLanguage(code), { lang: code, 'aria-pressed': String(page.language === code) })));
  const model = review?.model;
  const save = model && make('p', { className: 'save', id: 'ui-save', role: 'status' });
  $('top').replaceChildren(
    make('div', 'title', make('h1', '', model ? make('a', { href: '#', title: label('serve.reports') }, '‹ ') : null, make('span', { lang: model ? 'ko' : '' }, model?.title ?? label('serve.title'))),
      make('p', 'facts', model ? [make('span', '', model.fileName), make('span', '', fill('serve.reviewer', model.who))] : make('span', '', label('serve.local')))),
    ...[save, model && button('?', dialogs.help, { className: 'help', 'aria-label': label('serve.help') }), language].filter(Boolean));
  state();
}

function state() {
  const box = $('save');
  if (!box || !review) return;
  const [kind, text] = saveState(review.model);
  if (box.textContent !== text) box.replaceChildren(text);
  box.className = 'save ' + kind;
}

const notice = (text, ...more) => $('body').replaceChildren(make('p', 'none', text, ...more));

async function show() {
  const mine = ++turn;
  review?.close();
  review = null;
  document.body.classList.remove('in-review');
  let name = '';
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { /* no address of ours */ }
  head();
  notice(label('serve.loading'));
  try {
    if (name) {
      const model = await Model.open(name);
      if (mine !== turn) return model.close();
      review = new Review(model);
      review.onState = state;
      review.onRerun = rerun;
      document.title = `${model.title} · ReportMiner`;
      document.body.classList.add('in-review');
      $('body').replaceChildren(review.element);
      head();
      review.start();
    } else {
      reports = await get('reports');
      if (mine !== turn) return;
      document.title = 'ReportMiner';
      $('body').replaceChildren(home(reports));
    }
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    notice(label(error.status === 404 ? 'serve.gone' : error.status === 401 || error.status === 403 ? 'serve.shut' : 'serve.down'), ' ', button(label('serve.tryAgain'), show));
  }
}

// What was decided on the old output and not taken is shown beside the new one.
async function rerun() {
  const { refused } = review.model;
  await show();
  toast(label('serve.rerun'));
  if (!review || !refused.length) return;
  review.model.refused.push(...refused);
  review.openTab('conflicts');
}

onLanguage(() => {
  head();
  if (review) review.drawLabels();
  else if (reports && !location.hash.slice(1)) $('body').replaceChildren(home(reports));
});
addEventListener('hashchange', show);
addEventListener('beforeunload', (event) => {
  if (review?.model.outbox.waiting.length || review?.detail.editing) event.preventDefault();
});
show();

// The list of reports and how far their review is.
import { make } from './dom.js';
import { fill, label, number, time } from './words.js';

export function home({ reports, total, who }) {
  return make('main', 'home',
    make('h2', '', label('serve.reports')),
    make('p', 'summary', fill('serve.summary', number(reports.length), number(total.items), number(total.open), total.done), ' ', fill('serve.reviewer', who)),
    reports.length ? make('ul', 'reports', reports.map(({ title, fileName, pages, progress }) => make('li', '',
      make('a', { href: '#' + encodeURIComponent(progress.report) },
        make('span', { className: 'name', lang: 'ko' }, title), make('span', 'file', fileName + (pages ? ` · ${pages} ${label('pages')}` : ''))),
      make('span', { className: 'progress', role: 'img', 'aria-label': fill('serve.progress', progress.done) }, ...['accepted', 'edited', 'added', 'rejected'].map((name) => bar(name, progress))),
      make('span', 'percent', progress.done + ' %'),
      make('span', 'left', fill('serve.left', number(progress.open)), progress.conflicts ? make('b', 'alarm', fill('serve.conflictCount', progress.conflicts)) : null),
      make('small', 'last', progress.lastReviewer ? `${progress.lastReviewer} · ${time(progress.lastTime)}` : label('serve.untouched')))))
      : make('p', 'none', label('serve.noReports')));
}

function bar(name, progress) {
  const part = make('span', 'part ' + name);
  part.style.width = (progress.items ? (100 * progress[name]) / progress.items : 0) + '%';
  part.title = `${label('serve.state.' + name)} ${progress[name]}`;
  return part;
}

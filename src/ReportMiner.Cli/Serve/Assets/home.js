// The list of reports and how far their review is.
import { make } from './dom.js';
import { fill, label, number, time } from './words.js';

export function home({ reports, who }) {
  const total = (name) => reports.reduce((sum, report) => sum + report[name], 0);
  const done = (report) => (report.items ? Math.floor((100 * (report.items - report.open)) / report.items) : 100);
  const all = { items: total('items'), open: total('open') };
  return make('main', 'home',
    make('h2', '', label('serve.reports')),
    make('p', 'summary', fill('serve.summary', number(reports.length), number(all.items), number(all.open), done(all)), ' ', fill('serve.reviewer', who)),
    reports.length ? make('ul', 'reports', reports.map((report) => make('li', '',
      make('a', { href: '#' + encodeURIComponent(report.name) },
        make('span', { className: 'name', lang: 'ko' }, report.title), make('span', 'file', report.fileName + (report.pages ? ` · ${report.pages} ${label('pages')}` : ''))),
      make('span', { className: 'progress', role: 'img', 'aria-label': fill('serve.progress', done(report)) }, ...['accepted', 'edited', 'added', 'rejected'].map((name) => bar(name, report))),
      make('span', 'percent', done(report) + ' %'),
      make('span', 'left', fill('serve.left', number(report.open)), report.conflicts ? make('b', 'alarm', fill('serve.conflictCount', report.conflicts)) : null),
      make('small', 'last', report.lastReviewer ? `${report.lastReviewer} · ${time(report.lastTime)}` : label('serve.untouched')))))
      : make('p', 'none', label('serve.noReports')));
}

function bar(name, report) {
  const part = make('span', 'part ' + name);
  part.style.width = (report.items ? (100 * report[name]) / report.items : 0) + '%';
  part.title = `${label('serve.state.' + name)} ${report[name]}`;
  return part;
}

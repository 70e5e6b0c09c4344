// The tabs beside the queue: conflicts, history, remarks on the report.
import { button, korean, make } from './dom.js';
import { changeList, reasonOf } from './detail.js';
import { valueOf } from './items.js';
import { either, fill, label, message, time } from './words.js';

const signs = { accept: '✓', reject: '✕', edit: '✎', add: '+', merge: '⇄', undo: '↶', comment: '¶' };

const head = (action, who, when, more) => make('p', 'card-head', make('span', 'sign', signs[action]), make('b', '', label('serve.action.' + action)), more, make('small', '', [who, when && time(when)].filter(Boolean).join(' · ')));

// Decisions that were not applied: those of the file, and those of this window the server did not take.
export function conflicts(model, acts) {
  const cards = [
    ...model.refused.map((refusal) => refused(model, refusal, acts)),
    ...model.conflicts.map((conflict) => {
      const item = conflict.item && model.items.get(conflict.item);
      const again = item && (conflict.new || ['accept', 'reject'].includes(conflict.action));
      return make('article', 'card conflict', head(conflict.action, conflict.who, conflict.when),
        conflict.quote && make('p', { className: 'words', lang: 'ko' }, conflict.before, make('mark', '', conflict.quote), conflict.after),
        make('p', 'why', either(conflict.korean, conflict.english)),
        conflict.new && changeList(conflict.old, conflict.new),
        item && make('p', 'now', `${label('serve.now')}: `, korean(valueOf(item.kind, item.fields))),
        make('div', 'actions',
          again && button(label('serve.applyNow'), () => acts.again(item, conflict)),
          item && button(label('serve.goTo'), () => acts.select(item)),
          !item && conflict.quote && button(label('serve.findWords'), () => acts.find(conflict.quote)),
          button(label('serve.letGo'), () => model.takeBack(conflict.id))));
    }),
    ...model.damage.map((one) => make('article', 'card', make('p', 'why', message(one.message)))),
  ];
  return cards.length ? cards : [make('p', 'none', label('serve.noConflicts'))];
}

function refused(model, refusal, acts) {
  const { decision } = refusal;
  // After a new run a key may be another item's.
  const item = refusal.code !== 'rerun' && decision.item && model.items.get(decision.item);
  return make('article', 'card conflict', head(decision.action, model.who, null, make('em', '', label('serve.yours'))),
    refusal.words && make('p', { className: 'words', lang: 'ko' }, make('mark', '', refusal.words)),
    make('p', 'why', reasonOf(refusal)),
    decision.fields && changeList(null, decision.fields),
    decision.reason && korean(decision.reason, 'remark'),
    item && make('p', 'now', `${label('serve.now')}: `, korean(valueOf(item.kind, item.fields)), ` (${label('serve.state.' + item.decision)}${item.by ? ', ' + item.by : ''})`),
    make('div', 'actions',
      item && refusal.code === 'stale' && button(label('serve.mineAgain'), () => { model.dismiss(refusal); acts.repeat(decision); }),
      item && button(label('serve.goTo'), () => acts.select(item)),
      button(label('serve.letGo'), () => model.dismiss(refusal))));
}

export function history(model, acts) {
  const cards = model.strokes.map((stroke) => {
    const item = stroke.item && model.items.get(stroke.item);
    return make('article', stroke.holds ? 'card' : 'card undone', head(stroke.action, stroke.who, stroke.when, stroke.count > 1 && make('em', '', fill('serve.count', stroke.count))),
      stroke.count === 1 && stroke.quote && make('p', { className: 'words', lang: 'ko' }, stroke.quote.slice(0, 160)),
      stroke.action === 'edit' && stroke.count === 1 && changeList(stroke.old, stroke.new),
      stroke.reason && korean(stroke.reason, 'remark'),
      make('div', 'actions', item && stroke.count === 1 && button(label('serve.goTo'), () => acts.select(item)),
        stroke.holds ? button(label(stroke.action === 'undo' ? 'serve.redo' : 'serve.undo'), () => model.takeBack(stroke.id)) : make('small', '', label('serve.undone'))));
  });
  return cards.length ? cards : [make('p', 'none', label('serve.noHistory'))];
}

export function remarks(model, acts) {
  const onItems = model.order.filter((item) => item.comments.length);
  return [
    make('div', 'actions top-actions', button(label('serve.remarkReport'), acts.remarkReport)),
    ...model.comments.map((comment) => make('article', 'card', head('comment', comment.who, comment.when, make('em', '', label('serve.onReport'))), korean(comment.text, 'remark'))),
    ...onItems.flatMap((item) => item.comments.map((comment) => make('article', 'card', head('comment', comment.who, comment.when), make('p', { className: 'words', lang: 'ko' }, item.words.slice(0, 120)), korean(comment.text, 'remark'),
      make('div', 'actions', button(label('serve.goTo'), () => acts.select(item)))))),
    ...(onItems.length + model.comments.length ? [] : [make('p', 'none', label('serve.noRemarks'))]),
  ];
}

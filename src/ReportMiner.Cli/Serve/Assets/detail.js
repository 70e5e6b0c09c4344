// The item in question: what it says, what was decided and remarked, the decisions one can make, and its editor.
import { button, korean, make } from './dom.js';
import { codeOf, choices, fieldNames, fieldText, typeField, typeLabel, typeOf, valueOf } from './items.js';
import { either, label, time } from './words.js';
import { Form } from './form.js';

export class Detail {
  constructor(model, acts) {
    [this.model, this.acts] = [model, acts];
    this.element = make('section', { className: 'detail', hidden: true });
  }

  get editing() { return Boolean(this.form); }

  show(item) {
    this.item = item;
    this.form = null;
    this.draw();
  }

  // An open editor stays as it is: what is typed is not lost to what comes in.
  update() {
    if (this.form) return;
    if (this.item) this.item = this.model.items.get(this.item.key);
    this.draw();
  }

  edit(item = this.item) {
    this.form = new Form(this.model, item, this.acts.pick, (fields) => { this.form = null; this.acts.save(item, fields); }, () => this.cancel());
    this.element.hidden = false;
    this.element.classList.add('editing');
    this.element.replaceChildren(this.#head(item, item.key ? label('serve.edit') : label('serve.add')), ...(item.key ? [this.#words(item)] : []), this.form.element);
    this.form.focus();
  }

  cancel() {
    this.form = null;
    this.draw();
    this.acts.back();
  }

  draw() {
    const { item } = this;
    this.element.setAttribute('aria-label', label('detail'));
    this.element.classList.remove('editing');
    this.element.hidden = !item;
    if (!item) return;
    this.element.replaceChildren(this.#head(item), this.#words(item), this.#facts(item), this.#types(item), this.#actions(item), ...this.#remarks(item));
  }

  #head(item, what) {
    const by = item.by ? `${label('serve.state.' + item.decision)} · ${item.by}` : item.key ? label('serve.state.open') : '';
    return make('p', 'head', make('span', 'kind ' + codeOf(item), what ? `${what}: ${label('kind.' + codeOf(item))}` : label('kind.' + codeOf(item))),
      make('span', 'at', item.page ? 'p. ' + item.page : ''), make('span', 'decided', by),
      button('×', () => (what ? this.cancel() : this.acts.select(null)), { className: 'close', 'aria-label': label('close') }));
  }

  // The words with a little of the text round them.
  #words(item) {
    if (item.kind === 'recommendation') return korean(item.words, 'words');
    const around = (start, end) => this.model.points.slice(Math.max(0, start), end).replace(/\s+/g, ' ');
    return make('p', { className: 'words context', lang: 'ko' }, around(item.start - 30, item.start), make('mark', '', item.fields.quote), around(item.end, item.end + 30));
  }

  #facts(item) {
    const { fields } = item;
    const rows = {
      mention: () => [['entity', fields.name]],
      date: () => [['edtf', fields.edtf ?? label('unresolved')]],
      amount: () => [['value', valueOf('amount', fields)], ['kind', label('kind.' + fields.kind)]],
      recommendation: () => [['category', label('category.' + fields.category)], ['kind', label('kind.' + fields.kind)], ['period', fields.period], ['status', fields.status],
        ['actors', fields.actors.map((place) => place.text).join(', ')], ['amounts', fields.amounts.map((place) => place.text).join(', ')]],
      fact: () => [['kind', label('fact.' + fields.type)], ...Object.entries(fields.arguments).map(([role, places]) => ['role.' + role, places.map((place) => place.text).join(', ')])],
    }[item.kind]();
    rows.push(['confidence', item.confidence.toFixed(2)], ['source', item.source], ['serve.checks', item.checks.map((check) => label('check.' + check)).join(', ')]);
    return make('dl', '', rows.filter(([, value]) => value).flatMap(([name, value]) => [make('dt', '', label(name)), make('dd', name === 'serve.checks' ? 'check' : '', value)]));
  }

  #types(item) {
    const all = choices[item.kind];
    if (!all.length) return '';
    return make('div', { className: 'type-keys', role: 'group', 'aria-label': label('kind') }, all.map((type, i) =>
      button([make('kbd', '', i + 1), typeLabel(item.kind, type)], () => this.acts.type(i), { 'aria-pressed': String(typeOf(item) === type), 'aria-keyshortcuts': i + 1 })));
  }

  #actions(item) {
    const act = (name, key, run, className = '') => button([label('serve.' + name), make('kbd', '', key)], run, { className, 'aria-keyshortcuts': key });
    return make('div', { className: 'actions', role: 'group', 'aria-label': label('serve.actions') },
      act('confirm', 'Enter', this.acts.confirm, 'main'), act('accept', 'a', this.acts.accept), act('reject', 'x', this.acts.reject), act('edit', 'e', () => this.edit()),
      item.kind === 'mention' && act('merge', 'm', this.acts.merge), act('comment', 'c', this.acts.comment), act('source', 'f', this.acts.source));
  }

  #remarks(item) {
    return item.comments.map((comment) => make('p', 'remark', make('b', '', comment.who), ' ', make('small', '', time(comment.when)), make('br'), korean(comment.text)));
  }
}

// What a stroke or a conflict wanted: field by field, old → new.
export function changeList(old, next) {
  return make('dl', 'changes', fieldNames(next ?? {}).flatMap((name) => [
    make('dt', '', label({ name: 'entity', type: 'kind', text: 'serve.statement', quote: 'serve.place', arguments: 'view.facts' }[name] ?? name)),
    make('dd', { lang: 'ko' }, old ? make('del', '', fieldText(name, old[name])) : null, old ? ' → ' : null, make('ins', '', fieldText(name, next[name])))]));
}

export const reasonOf = (refusal) => either(refusal.korean, refusal.english);

export const typeOfNumber = (item, number) => {
  const type = choices[item.kind][number];
  return type && type !== typeOf(item) ? { [typeField[item.kind]]: type } : null;
};

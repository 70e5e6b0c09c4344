// The page of one report: source on the left, queue and item on the right.
import { button, make, newId, say, toast } from './dom.js';
import { either, fill, label, number } from './words.js';
import { codeOf, typeLabel, valueOf } from './items.js';
import { Detail, typeOfNumber } from './detail.js';
import { PicturePane } from './picture.js';
import { Queue } from './queue.js';
import { TextPane } from './text.js';
import { blank } from './form.js';
import { listen } from './keys.js';
import * as dialogs from './dialogs.js';
import * as panels from './panels.js';

export class Review {
  selected = null;
  tab = 'items';

  constructor(model) {
    this.model = model;
    const pick = (item) => { if (item) this.select(item, { scroll: false }); };
    this.text = new TextPane(model, (point) => pick(this.#at(point)), (place) => this.#offer(place));
    this.picture = model.pictures ? new PicturePane(model, pick) : null;
    this.side = this.picture && localStorage.getItem('reportminer.side') !== 'text' ? 'picture' : 'text';
    this.queue = new Queue(model, (item) => this.select(item));
    const acts = {
      pick: () => this.text.selection() ?? this.kept, save: (item, fields) => this.#save(item, fields), back: () => this.queue.list.focus(), select: (item) => this.select(item),
      confirm: () => this.confirm(), accept: () => this.decide('accept'), reject: () => this.decide('reject'), merge: () => this.merge(), comment: () => this.comment(), source: () => this.toSource(), type: (i) => this.type(i),
    };
    this.detail = new Detail(model, acts);
    this.adder = make('div', { className: 'adder', hidden: true, role: 'group' });
    this.sides = make('div', { className: 'sides', role: 'group' });
    this.tabs = make('div', { className: 'views', role: 'tablist' });
    this.panes = Object.fromEntries(['conflicts', 'history', 'remarks'].map((name) => [name, make('div', { className: 'view cards', role: 'tabpanel', hidden: true, tabIndex: 0 })]));
    this.panes.items = make('div', { className: 'view items', role: 'tabpanel' }, this.queue.element, this.detail.element);
    this.source = make('main', 'source-side', this.sides, this.text.element, this.picture?.element ?? null, this.adder);
    this.element = make('div', 'review', this.source, make('aside', 'panel', this.tabs, ...Object.values(this.panes)));
    model.on((change) => this.#update(change));
    this.stop = listen(this.#keys());
    this.detail.element.addEventListener('mousedown', () => { this.kept = this.text.selection(); });
  }

  // Once it is in the document.
  start() {
    this.drawLabels();
    this.queue.refresh();
    if (this.model.conflicts.length) toast(fill('serve.hasConflicts', this.model.conflicts.length), { action: { text: label('serve.look'), run: () => this.openTab('conflicts') } });
    this.select(this.queue.shown[0] ?? null);
    this.queue.list.focus({ preventScroll: true });
  }

  close() {
    this.stop();
    this.text.close();
    this.model.close();
  }

  drawLabels() {
    this.queue.drawLabels();
    this.text.drawLabels();
    this.element.querySelector('.panel').setAttribute('aria-label', label('panel'));
    this.adder.setAttribute('aria-label', label('serve.add'));
    if (this.picture?.page) this.picture.drawLabels();
    if (!this.detail.editing) this.detail.draw();
    this.#drawSides();
    this.#drawTabs();
    this.#drawPane();
  }

  select(item, { scroll = true } = {}) {
    if (this.detail.editing && item?.key !== this.selected) {
      // What is typed is not thrown away by a slip.
      if (!confirm(label('serve.dropEdit'))) return;
    }
    this.selected = item?.key ?? null;
    if (this.tab !== 'items' && item) this.openTab('items');
    if (item && this.queue.keys.get(item.key) === undefined) {
      Object.assign(this.queue.filter, { code: '', state: 'all', query: '', page: 0 });
      this.queue.query.value = this.queue.page.value = '';
      this.queue.drawLabels();
    }
    this.detail.show(item);
    this.queue.select(this.selected);
    this.#light(item, scroll);
    if (item && document.activeElement !== this.queue.list) say([item.words.slice(0, 120), label('kind.' + codeOf(item)), valueOf(item.kind, item.fields), label('serve.state.' + item.decision)].join(', '));
  }

  get item() { return this.selected && this.model.items.get(this.selected); }

  step(by) {
    const next = this.queue.step(by);
    if (next) this.select(next);
  }

  decide(action) {
    const { item } = this;
    if (!item) return;
    this.model.decide(action, item.key);
    say(`${label('serve.action.' + action)}: ${item.words.slice(0, 60)}`);
  }

  confirm() {
    const { item } = this;
    if (!item) return;
    if (item.decision === 'open' && !this.model.pending(item.key)) this.decide('accept');
    const next = this.queue.nextOpen();
    if (next) this.select(next);
    else say(label('serve.end'));
  }

  edit() { if (this.item) this.detail.edit(this.item); }

  type(i) {
    const { item } = this;
    const fields = item && typeOfNumber(item, i);
    if (!fields) return;
    this.model.decide('edit', item.key, { fields });
    say(typeLabel(item.kind, Object.values(fields)[0]));
  }

  merge() {
    const { item } = this;
    if (item?.kind === 'mention') dialogs.merge(this.model, item, (into) => this.model.decide('merge', item.key, { into }));
  }

  comment() {
    const { item } = this;
    if (item) dialogs.remark(`${label('serve.comment')}: ${item.words.slice(0, 40)}`, (reason) => this.model.decide('comment', item.key, { reason }));
  }

  undo() {
    const stroke = this.model.undo();
    if (!stroke) {
      say(label('serve.nothingToUndo'));
      return;
    }
    const text = `${label('serve.undone')}: ${label('serve.action.' + stroke.action)}`;
    toast(text);
    say(text);
    const item = stroke.item && this.model.items.get(stroke.item);
    if (item && stroke.action !== 'add') this.select(item);
  }

  redo() {
    if (this.model.redo()) say(label('serve.redo'));
  }

  toSource() {
    this.#light(this.item, true);
    (this.side === 'picture' ? this.picture.scroller : this.text.element).focus();
  }

  flip(side = this.side === 'text' ? 'picture' : 'text') {
    if (!this.picture) return;
    this.side = side;
    localStorage.setItem('reportminer.side', side);
    this.#drawSides();
    this.#light(this.item, true);
  }

  acceptAbove() {
    dialogs.acceptAbove(this.queue.shown, (items) => {
      this.model.acceptAll(items);
      toast(fill('serve.accepted', number(items.length)), { action: { text: label('serve.undo'), run: () => this.undo() } });
    });
  }

  find(words = '') {
    dialogs.find(this.model, words, (place) => {
      this.flip('text');
      this.text.show({ ...place });
      this.#offer(place);
      this.adder.querySelector('button')?.focus();
    });
  }

  addAt(kind, place, type) {
    const draft = blank(kind, place, type);
    this.adder.hidden = true;
    getSelection().removeAllRanges();
    if (kind === 'mention') this.#save(draft, { start: place.start, end: place.end, type: draft.fields.type, name: draft.fields.name });
    else {
      this.openTab('items');
      this.selected = null;
      this.queue.select(null);
      this.detail.edit(draft);
    }
  }

  openTab(name) {
    this.tab = name;
    this.#drawTabs();
    this.#drawPane();
    if (name === 'items') this.queue.draw();
  }

  #save(item, fields) {
    if (item.key) {
      this.model.decide('edit', item.key, { fields });
      this.detail.draw();
    } else {
      this.wanted = this.model.add(item.kind, fields);
      say(`${label('serve.action.add')}: ${item.fields.quote.slice(0, 60)}`);
      this.detail.show(null);
    }
    this.queue.list.focus({ preventScroll: true });
  }

  // The smallest item there; facts and statements lie under the names and figures in them.
  #at(point) {
    let best = null;
    for (const item of this.model.order) {
      if (item.start > point) break;
      if (item.end > point && item.decision !== 'rejected' && (!best || item.end - item.start < best.end - best.start)) best = item;
    }
    return best;
  }

  #light(item, scroll) {
    if (this.side === 'picture') {
      if (item) this.picture.show(item);
      else this.picture.update();
    } else if (scroll && item) this.text.show(item);
    else this.text.light(item);
  }

  // What can be made of the selected words.
  #offer(place) {
    if (!place || this.detail.editing) {
      // A click on one of the buttons also takes the selection away: they stay a moment.
      clearTimeout(this.hiding);
      this.hiding = setTimeout(() => { this.adder.hidden = true; }, 250);
      if (place) this.kept = place;
      return;
    }
    clearTimeout(this.hiding);
    this.kept = place;
    const of = (kind, code, type) => button(label('kind.' + code), () => this.addAt(kind, place, type), { className: 'kind ' + code });
    this.adder.replaceChildren(make('q', { lang: 'ko' }, place.quote.length > 60 ? place.quote.slice(0, 59) + '…' : place.quote),
      ...['ORG', 'PER', 'LOC', 'PRODUCT', 'LAW', 'POLICY', 'EVENT', 'WORK'].map((type) => of('mention', type, type)),
      of('date', 'DATE'), of('amount', 'AMOUNT'), of('recommendation', 'RECOMMENDATION'), of('fact', 'FACT'));
    this.adder.hidden = false;
  }

  #update(change) {
    if (change.rerun) {
      this.onRerun?.();
      return;
    }
    if (change.keys === null || change.keys.length) {
      this.text.update(change);
      if (this.side === 'picture' && this.picture.page) this.picture.update();
    }
    this.queue.update(change);
    if (change.refused) {
      const last = this.model.refused.at(-1);
      toast(`${label('serve.notTaken')}: ${either(last.korean, last.english)}`, { bad: true, action: { text: label('serve.look'), run: () => this.openTab('conflicts') } });
    }
    const come = this.wanted && this.model.items.get(this.wanted);
    if (come) {
      this.wanted = null;
      this.select(come, { scroll: false });
    } else {
      // One that was there already was set instead, or the addition was refused.
      if (!this.model.outbox.waiting.length) this.wanted = null;
      if (this.selected && !this.model.items.has(this.selected)) this.select(null);
      this.detail.update();
      if (this.selected && change.keys?.includes(this.selected)) this.#light(this.item, false);
    }
    this.#drawTabs();
    this.#drawPane();
    this.onState?.();
  }

  #drawSides() {
    this.text.element.hidden = this.side !== 'text';
    if (this.picture) this.picture.element.hidden = this.side !== 'picture';
    const side = (name) => button(label('serve.side.' + name), () => this.flip(name), { 'aria-pressed': String(this.side === name) });
    this.sides.replaceChildren(...(this.picture ? [side('picture'), side('text')] : []),
      make('span', 'hint', label(this.side === 'text' ? 'serve.selectToAdd' : 'serve.pictureToAdd')),
      button([label('serve.addKey'), make('kbd', '', 'n')], () => this.find(), { className: 'quiet' }));
  }

  #drawTabs() {
    const open = this.model.order.reduce((sum, item) => sum + (item.decision === 'open'), 0);
    const counts = { items: open, conflicts: this.model.conflicts.length + this.model.refused.length, history: 0, remarks: this.model.comments.length + this.model.order.filter((item) => item.comments.length).length };
    const focused = document.activeElement?.dataset?.tab;
    this.tabs.replaceChildren(...['items', 'conflicts', 'history', 'remarks'].map((name) => make('button', {
      type: 'button', role: 'tab', className: name === 'conflicts' && counts.conflicts ? 'alarm' : '', data: { tab: name }, tabIndex: name === this.tab ? 0 : -1, 'aria-selected': String(name === this.tab),
      onclick: () => this.openTab(name), onkeydown: (event) => this.#turnTab(event),
    }, label('serve.tab.' + name), counts[name] ? make('small', '', ' ' + number(counts[name])) : null)),
    button(label('serve.acceptAboveShort'), () => this.acceptAbove(), { className: 'quiet' }));
    if (focused) this.tabs.querySelector(`[data-tab=${focused}]`)?.focus();
  }

  #turnTab(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const names = ['items', 'conflicts', 'history', 'remarks'];
    this.openTab(names[(names.indexOf(this.tab) + step + names.length) % names.length]);
    this.tabs.querySelector('[aria-selected=true]').focus();
  }

  #drawPane() {
    for (const [name, pane] of Object.entries(this.panes)) pane.hidden = name !== this.tab;
    const acts = {
      select: (item) => this.select(item), remarkReport: () => dialogs.remark(label('serve.remarkReport'), (reason) => this.model.remark(reason)), find: (words) => this.find(words),
      again: (item, conflict) => {
        const fields = conflict.new && Object.fromEntries(Object.entries(conflict.new).filter(([name]) => !['start', 'end', 'quote'].includes(name)));
        this.model.decide(fields ? 'edit' : conflict.action, item.key, fields ? { fields } : {});
      },
      repeat: (decision) => {
        const { action, item, ...more } = decision;
        this.model.decide(action, item, { ...more, id: newId(), seen: this.model.items.get(item)?.last ?? '' });
      },
    };
    if (this.tab !== 'items') this.panes[this.tab].replaceChildren(...panels[this.tab](this.model, acts));
  }

  #keys() {
    return {
      j: () => this.step(1), k: () => this.step(-1), ArrowDown: (event) => this.#inList(event, 1), ArrowUp: (event) => this.#inList(event, -1), PageDown: (event) => this.#inList(event, 8), PageUp: (event) => this.#inList(event, -8),
      Home: (event) => this.#inList(event, -Infinity), End: (event) => this.#inList(event, Infinity),
      a: () => this.decide('accept'), x: () => this.decide('reject'), e: () => this.edit(), Enter: () => this.confirm(), z: () => this.undo(), Z: () => this.redo(),
      f: () => this.toSource(), t: () => this.flip(), m: () => this.merge(), c: () => this.comment(), n: () => this.find(this.text.selection()?.quote ?? ''), '/': () => this.queue.query.focus(), '?': () => dialogs.help(),
      Escape: () => { if (document.activeElement !== this.queue.list) this.queue.list.focus(); else if (this.selected) this.select(null); },
      ...Object.fromEntries([...'123456789'].map((digit) => [digit, () => this.type(Number(digit) - 1)])),
    };
  }

  #inList(event, by) {
    if (event.target !== this.queue.list) return false;
    this.step(by);
    return true;
  }
}

// What the page says about what is saved.
export function saveState(model) {
  const waiting = model.outbox.waiting.length;
  const { state } = model.outbox;
  if (state === 'locked') return ['bad', fill('serve.locked', waiting)];
  if (state === 'offline') return ['bad', fill('serve.offline', waiting, location.port)];
  if (!model.reachable) return ['bad', fill('serve.unreachable', location.port)];
  return waiting ? ['busy', label('serve.saving')] : ['good', label('serve.saved')];
}


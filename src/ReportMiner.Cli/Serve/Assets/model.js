// The open report: its items as the server last said, and what is on its way.
import { newId } from './dom.js';
import { Points } from './points.js';
import { Outbox } from './outbox.js';
import { WireError, get } from './wire.js';
import { wordsOf, valueOf } from './items.js';

const poll = 1500;

export class Model {
  #listeners = [];
  #timer = 0;
  #neighbours = new BroadcastChannel('reportminer');
  items = new Map();
  order = [];
  conflicts = [];
  comments = [];
  strokes = [];
  refused = []; // decisions of this window that the server did not take
  reachable = true;

  constructor(report) {
    Object.assign(this, { name: report.name, title: report.title, fileName: report.fileName, language: report.language, sha: report.sha, who: report.who, pictures: report.pictures, pages: report.pages, blocks: report.blocks, damage: report.damage });
    this.points = new Points(report.text);
    this.#take(report.state);
    this.outbox = new Outbox(
      this.name,
      () => ({ report: this.sha, epoch: this.epoch, after: this.revision }),
      (changes, sent) => this.#saved(changes, sent),
      () => this.#tell({ keys: [] }));
    this.#neighbours.onmessage = ({ data }) => { if (data === this.name) this.look(); };
    document.addEventListener('visibilitychange', this.#wake);
    this.#timer = setTimeout(this.#wake, poll);
  }

  static open = async (name) => new Model(await get('report', { name }));

  on(listener) { this.#listeners.push(listener); }

  close() {
    this.closed = true;
    clearTimeout(this.#timer);
    this.#neighbours.close();
    this.outbox.close();
    document.removeEventListener('visibilitychange', this.#wake);
  }

  // What somebody else did, here or in another program.
  async look() {
    try {
      const changes = await get('changes', { name: this.name, epoch: this.epoch, after: this.revision });
      if (this.closed) return;
      const back = !this.reachable;
      this.reachable = true;
      if (changes && changes.sha !== this.sha) this.#tell({ rerun: true });
      else if (changes) this.#tell(this.#take(changes));
      if (back) this.outbox.retry();
      if (back) this.#tell({ keys: [] });
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      if (this.reachable && !this.closed) {
        this.reachable = false;
        this.#tell({ keys: [] });
      }
    }
  }

  // The decision on its way for an item, or undefined.
  pending(key) {
    return this.outbox.waiting.findLast((decision) => decision.item === key && decision.action !== 'comment');
  }

  decide(action, key, more = {}) {
    const item = this.items.get(key);
    const before = this.pending(key);
    const undoing = this.outbox.waiting.some((decision) => decision.action === 'undo');
    const seen = action === 'comment' || undoing ? null : before?.id ?? item.last;
    const decision = { id: newId(), action, item: key, seen, ...more };
    this.outbox.push(decision);
    return decision;
  }

  // Many at one stroke: one undo takes all back.
  acceptAll(items) {
    const group = newId();
    this.outbox.push(...items.map((item) => ({ id: newId(), action: 'accept', item: item.key, seen: item.last, group })));
  }

  add(kind, fields) {
    const decision = { id: newId(), action: 'add', kind, fields };
    this.outbox.push(decision);
    return '+' + decision.id;
  }

  remark(reason) { this.outbox.push({ id: newId(), action: 'comment', reason }); }

  takeBack(id) { this.outbox.push({ id: newId(), action: 'undo', undoes: id }); }

  // My last stroke that still holds; with what is on its way.
  undo() {
    const waiting = this.outbox.waiting;
    const gone = new Set(waiting.filter((decision) => decision.action === 'undo').map((decision) => decision.undoes));
    const mine = [
      ...waiting.filter((decision) => decision.action !== 'undo').map((decision) => ({ id: decision.group ?? decision.id, item: decision.item, action: decision.action })).reverse(),
      ...this.strokes.filter((stroke) => stroke.holds && stroke.action !== 'undo' && stroke.who === this.who && stroke.channel === 'browser'),
    ];
    const last = mine.find((stroke) => !gone.has(stroke.id));
    if (last) this.takeBack(last.id);
    return last;
  }

  // Takes my last undo back, if nothing was done since.
  redo() {
    const last = this.strokes.find((stroke) => stroke.who === this.who);
    const again = !this.outbox.waiting.length && last?.action === 'undo' && last.holds ? last : undefined;
    if (again) this.takeBack(again.id);
    return again;
  }

  dismiss(refusal) {
    this.refused = this.refused.filter((other) => other !== refusal);
    this.#tell({ keys: [] });
  }

  #wake = async () => {
    clearTimeout(this.#timer);
    if (!document.hidden) await this.look();
    if (!this.closed) this.#timer = setTimeout(this.#wake, poll);
  };

  #saved(changes, sent) {
    this.reachable = true;
    if (changes === null) {
      this.refused.push(...sent.map((decision) => ({ decision, code: 'invalid', korean: '서버가 받지 않았습니다', english: 'the server did not take it' })));
      this.#tell({ keys: [], refused: sent.length });
      return;
    }
    const decisions = new Map(sent.map((decision) => [decision.id, decision]));
    this.refused.push(...changes.refused.map((refusal) => {
      const decision = decisions.get(refusal.id);
      return { ...refusal, decision, words: this.items.get(decision.item)?.words };
    }));
    if (changes.sha !== this.sha) {
      this.#tell({ rerun: true });
      return;
    }
    this.#tell({ ...this.#take(changes), refused: changes.refused.length });
    this.#neighbours.postMessage(this.name);
  }

  // Keys of what is another now, and whether items came or went.
  #take(changes) {
    const known = this.items;
    if (changes.full) this.items = new Map();
    let moved = changes.full;
    for (const item of changes.items) {
      const before = known.get(item.key);
      moved ||= before?.start !== item.start || before.end !== item.end;
      item.place = before?.place;
      item.words = wordsOf(item);
      item.search = `${item.words}\n${valueOf(item.kind, item.fields)}`.toLowerCase();
      this.items.set(item.key, item);
    }
    for (const key of changes.gone) moved = this.items.delete(key) || moved;
    if (moved) {
      this.order = [...this.items.values()].sort((a, b) => a.start - b.start || b.end - a.end);
      this.order.forEach((item, place) => { item.place = place; });
    } else {
      for (const item of changes.items) this.order[item.place] = item;
    }
    const { epoch, revision, conflicts, comments, strokes } = changes;
    Object.assign(this, { epoch, revision, conflicts, comments, strokes });
    return { keys: changes.full ? null : [...changes.items.map((item) => item.key), ...changes.gone], moved };
  }

  #tell(change) {
    for (const listener of this.#listeners) listener(change);
  }
}

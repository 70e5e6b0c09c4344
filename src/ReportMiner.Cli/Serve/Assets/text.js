// The report's text. Plain text nodes: colours are laid over it by the highlight registry, so ten thousand items cost no elements.
import { make, frame } from './dom.js';
import { codeOf, codes } from './items.js';
import { label } from './words.js';

const blocksAChunk = 40;
const doubtful = 0.6;

export class TextPane {
  #starts = [];
  #nodes = [];
  #startOf = new WeakMap();
  #ranges = new Map();
  #marks = new Map();

  constructor(model, onPick, onSelection) {
    this.model = model;
    this.column = make('div', { className: 'column', lang: model.language });
    this.element = make('div', { className: 'text', tabIndex: -1 }, this.column);
    this.#build();
    if (window.Highlight) {
      for (const code of [...codes, 'low', 'lit']) this.#marks.set(code, new Highlight());
      this.#marks.get('lit').priority = 2;
      this.#marks.get('low').priority = 1;
      for (const [code, highlight] of this.#marks) CSS.highlights.set('i-' + code, highlight);
    }
    this.update({ keys: null });
    this.element.addEventListener('click', (event) => {
      if (!getSelection().isCollapsed) return;
      const unit = this.#unitAt(event.clientX, event.clientY);
      if (unit !== null) onPick(this.model.points.toPoint(unit));
    });
    this.onSelectionChange = () => onSelection(this.selection());
    document.addEventListener('selectionchange', this.onSelectionChange);
  }

  close() {
    document.removeEventListener('selectionchange', this.onSelectionChange);
    CSS.highlights?.clear();
  }

  #build() {
    let [chunk, page, filled, size] = [null, undefined, 0, 0];
    let written = 0;
    const { points, blocks, pages } = this.model;
    const close = () => { if (chunk) chunk.classList.add('size-' + Math.min(9, Math.max(1, Math.floor(size / 300)))); };
    const gap = (until) => {
      if (until > written && points.text.slice(written, until).trim()) {
        chunk ??= this.column.appendChild(make('section', 'chunk'));
        chunk.append(this.#piece(make('p', 'b'), written, until));
      }
    };
    for (const block of blocks) {
      if (!chunk || (pages.length ? block.page !== page : filled === blocksAChunk)) {
        close();
        chunk = make('section', 'chunk');
        this.column.append(chunk);
        [filled, size] = [0, 0];
        if (block.page && block.page !== page) chunk.append(make('h2', 'page', make('span', '', 'p. ' + block.page)));
        page = block.page;
      }
      const [start, end] = [points.toUnit(block.start), points.toUnit(block.end)];
      gap(start);
      if (end > written) {
        const from = Math.max(start, written);
        const kind = block.kind.toLowerCase();
        const level = Math.min(Math.max(block.level, 1), 6);
        const tag = { heading: 'h' + Math.min(level + 1, 6), table: 'div', quote: 'blockquote', footnote: 'aside' }[kind] ?? 'p';
        const element = make(tag, `b ${kind} level-${level}`);
        chunk.append(kind === 'table' ? this.#table(element, from, end, block.headerRows) : this.#piece(element, from, end));
        written = end;
      }
      filled++;
      size += end - start;
    }
    gap(points.text.length);
    close();
  }

  #piece(element, start, end) {
    const node = document.createTextNode(this.model.points.text.slice(start, end));
    this.#starts.push(start);
    this.#nodes.push(node);
    this.#startOf.set(node, start);
    element.append(node);
    return element;
  }

  // Cells are parted by tabs, rows by line feeds.
  #table(element, start, end, headerRows) {
    const body = make('tbody');
    let at = start;
    for (const [i, line] of this.model.points.text.slice(start, end).split('\n').entries()) {
      const row = make('tr');
      for (const cell of line.split('\t')) {
        row.append(this.#piece(make(i < headerRows ? 'th' : 'td'), at, at + cell.length));
        at += cell.length + 1;
      }
      body.append(row);
    }
    element.append(make('table', '', body));
    return element;
  }

  #nodeAt(unit) {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= unit) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #rangeOf(item) {
    const [start, end] = [this.model.points.toUnit(item.start), this.model.points.toUnit(item.end)];
    if (!this.#nodes.length) return null;
    const [first, last] = [this.#nodeAt(start), this.#nodeAt(Math.max(start, end - 1))];
    const inside = (i, unit) => Math.min(Math.max(unit - this.#starts[i], 0), this.#nodes[i].length);
    return new StaticRange({ startContainer: this.#nodes[first], startOffset: inside(first, start), endContainer: this.#nodes[last], endOffset: inside(last, end) });
  }

  update({ keys }) {
    if (!this.#marks.size) return;
    if (keys === null) {
      for (const [code, highlight] of this.#marks) if (code !== 'lit') highlight.clear();
      this.#ranges.clear();
    }
    for (const key of keys ?? this.model.items.keys()) {
      for (const [code, range] of this.#ranges.get(key) ?? []) this.#marks.get(code).delete(range);
      this.#ranges.delete(key);
      const item = this.model.items.get(key);
      if (!item || item.decision === 'rejected' || item.kind === 'fact') continue;
      const range = this.#rangeOf(item);
      if (!range) continue;
      const marks = [[codeOf(item), range]];
      if (item.confidence < doubtful && item.kind !== 'recommendation') marks.push(['low', range]);
      for (const [code, mark] of marks) this.#marks.get(code).add(mark);
      this.#ranges.set(key, marks);
    }
  }

  light(item) {
    const lit = this.#marks.get('lit');
    lit?.clear();
    const range = item && this.#rangeOf(item);
    if (range) lit?.add(range);
    return range;
  }

  // Chunks out of sight have guessed heights; once the target's chunk is laid out its place may have moved, so look again.
  async show(item) {
    const range = this.light(item);
    if (!range) return;
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
    await frame();
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    const [box, pane] = [live.getBoundingClientRect(), this.element.getBoundingClientRect()];
    if (box.height && pane.height && (box.top < pane.top + 40 || box.bottom > pane.bottom - 40)) this.element.scrollTop += box.top - pane.top - pane.height / 3;
  }

  #unitAt(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const [node, offset] = caret ? [caret.offsetNode, caret.offset] : ((range) => [range?.startContainer, range?.startOffset])(document.caretRangeFromPoint?.(x, y));
    return this.#startOf.has(node) ? this.#startOf.get(node) + offset : null;
  }

  // The selected words, without the spaces round them: { start, end, quote } in code points, or null.
  selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed || !this.element.contains(chosen.anchorNode) || !this.element.contains(chosen.focusNode)) return null;
    const range = chosen.getRangeAt(0);
    let [start, end] = [this.#place(range.startContainer, range.startOffset, false), this.#place(range.endContainer, range.endOffset, true)];
    const { text } = this.model.points;
    while (start < end && /\s/.test(text[start])) start++;
    while (end > start && /\s/.test(text[end - 1])) end--;
    return end > start ? { start: this.model.points.toPoint(start), end: this.model.points.toPoint(end), quote: text.slice(start, end) } : null;
  }

  // A range may end between elements: then the nearest text inside counts.
  #place(node, offset, isEnd) {
    if (this.#startOf.has(node)) return this.#startOf.get(node) + offset;
    const mark = document.createRange();
    mark.setStart(node, offset);
    let before = 0;
    for (let i = 0; i < this.#nodes.length; i++) {
      if (mark.comparePoint(this.#nodes[i], 0) >= 0) return isEnd ? before : this.#starts[i];
      before = this.#starts[i] + this.#nodes[i].length;
    }
    return before;
  }

  drawLabels() { this.element.setAttribute('aria-label', label('serve.text')); }
}

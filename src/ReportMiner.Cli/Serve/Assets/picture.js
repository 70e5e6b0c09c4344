// A page's picture with the boxes of its items.
import { button, make } from './dom.js';
import { codeOf } from './items.js';
import { fill, label } from './words.js';
import { pictureOf } from './wire.js';

const zooms = [1, 1.4, 2];

export class PicturePane {
  page = 0;
  #zoom = 0;

  constructor(model, onPick) {
    this.model = model;
    this.image = make('img', { alt: '', onload: () => this.sheet.classList.remove('loading'), onerror: () => this.#fail() });
    this.boxes = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.sheet = make('div', 'sheet', this.image, this.boxes);
    this.failed = make('p', { className: 'none', hidden: true });
    this.back = button('‹', () => this.turn(this.page - 1));
    this.on = button('›', () => this.turn(this.page + 1));
    this.where = make('span', { className: 'where', 'aria-live': 'polite' });
    this.larger = button('', () => { this.#zoom = (this.#zoom + 1) % zooms.length; this.#size(); });
    this.scroller = make('div', { className: 'scroller', tabIndex: -1 }, this.failed, this.sheet);
    this.element = make('div', 'picture', make('div', 'pager', this.back, this.where, this.on, this.larger), this.scroller);
    this.boxes.addEventListener('click', (event) => {
      const box = event.target.closest('[data-key]');
      if (box) onPick(model.items.get(box.dataset.key));
    });
  }

  turn(page) {
    const found = this.model.pages.find((one) => one.number === page);
    if (!found) return;
    if (page !== this.page) {
      this.page = page;
      this.failed.hidden = true;
      this.sheet.hidden = false;
      this.sheet.classList.add('loading');
      this.image.src = pictureOf(this.model.name, page);
      this.boxes.setAttribute('viewBox', `0 0 ${found.width} ${found.height}`);
      this.sheet.style.aspectRatio = `${found.width} / ${found.height}`;
      // The next one is wanted soon.
      if (this.model.pages.some((one) => one.number === page + 1)) new Image().src = pictureOf(this.model.name, page + 1);
    }
    this.update();
    this.drawLabels();
  }

  update() {
    const rectangles = [];
    for (const item of this.model.items.values()) {
      if (item.decision === 'rejected' && item.key !== this.lit) continue;
      for (const [page, x0, y0, x1, y1] of item.boxes) {
        if (page !== this.page) continue;
        const box = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
        const margin = item.key === this.lit ? 2.5 : 1;
        for (const [name, value] of Object.entries({ x: x0 - margin, y: y0 - margin, width: x1 - x0 + 2 * margin, height: y1 - y0 + 2 * margin, rx: 1.5 })) box.setAttribute(name, value);
        box.setAttribute('class', `${codeOf(item)}${item.key === this.lit ? ' lit' : ''}${item.confidence < 0.6 ? ' low' : ''}`);
        box.dataset.key = item.key;
        rectangles.push([x1 - x0, item.key === this.lit, box]);
      }
    }
    // Small ones over large ones, so that all can be clicked; the lit one shows through.
    rectangles.sort((a, b) => b[0] - a[0]);
    this.boxes.replaceChildren(...rectangles.map(([, , box]) => box));
  }

  show(item) {
    this.lit = item?.key;
    this.turn(item?.boxes[0]?.[0] ?? item?.page ?? (this.page || this.model.pages[0].number));
    const lit = this.boxes.querySelector('.lit');
    if (!lit) return;
    const [box, pane] = [lit.getBoundingClientRect(), this.scroller.getBoundingClientRect()];
    if (box.top < pane.top + 30 || box.bottom > pane.bottom - 30) this.scroller.scrollTop += box.top - pane.top - pane.height / 3;
    if (box.left < pane.left || box.right > pane.right) this.scroller.scrollLeft += box.left - pane.left - pane.width / 4;
  }

  drawLabels() {
    const last = this.model.pages.at(-1)?.number;
    this.where.textContent = fill('serve.pageOf', this.page, last);
    this.image.alt = fill('serve.picture', this.page);
    this.back.setAttribute('aria-label', label('serve.pageBack'));
    this.on.setAttribute('aria-label', label('serve.pageOn'));
    this.back.disabled = this.page <= 1;
    this.on.disabled = this.page >= last;
    this.failed.textContent = label('serve.noPicture');
    this.#size();
  }

  #size() {
    this.sheet.style.width = zooms[this.#zoom] * 100 + '%';
    this.sheet.classList.toggle('zoomed', this.#zoom > 0);
    this.larger.textContent = Math.round(zooms[this.#zoom] * 100) + ' %';
    this.larger.setAttribute('aria-label', label('serve.zoom'));
  }

  #fail() {
    this.failed.hidden = false;
    this.sheet.hidden = true;
  }
}

// Lays the flow out into pages: every page has frames (one, or two columns), and each frame the notes its text points to.
(() => {
  const style = document.body.dataset;
  const side = +style.side, top = +style.top, bottom = +style.bottom, pt = 96 / 72;
  const W = 595 * pt, H = 841.5 * pt, gap = 22 * pt;
  const flow = [...document.getElementById('flow').children];
  const notes = new Map([...document.getElementById('notes').children].map(n => [n.dataset.id, n]));
  const pages = [];
  let page, frames, at, carried = [];

  function newPage() {
    page = document.createElement('div');
    page.className = 'page';
    document.body.append(page);
    pages.push(page);
    page.limit = H - bottom * pt;
    page.free = top * pt;
  }

  function band(count) {
    const width = (W - 2 * side * pt - gap * (count - 1)) / count;
    frames = [];
    for (let i = 0; i < count; i++) {
      const box = document.createElement('div');
      box.className = 'frame';
      const height = page.limit - page.free;
      box.style.cssText = `left:${side * pt + i * (width + gap)}px;top:${page.free}px;width:${width}px;height:${height}px`;
      const main = document.createElement('div'); main.className = 'main';
      const foot = document.createElement('div'); foot.className = 'foot';
      box.append(main, foot);
      page.append(box);
      frames.push({ box, main, foot, height });
    }
    at = -1;
    nextFrame(count);
  }

  function nextFrame(count = frames.length) {
    if (++at >= frames.length) {
      newPage();
      band(count);
      return;
    }
    for (const piece of carried.splice(0)) frames[at].foot.append(piece);
  }

  const frame = () => frames[at];
  const used = f => f.main.getBoundingClientRect().height + f.foot.getBoundingClientRect().height;
  const fits = f => used(f) <= f.height + 0.5;

  function pointed(block) {
    return [...block.querySelectorAll('[data-note]')].map(s => notes.get(s.dataset.note)).filter(n => n && !n.isConnected_);
  }

  function lines(block) {
    const found = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('.mk, .nm')) continue;
      const raised = node.parentElement.closest('sup');
      for (let i = 0; i < node.length; i++) {
        range.setStart(node, i); range.setEnd(node, i + 1);
        const rects = range.getClientRects();
        if (!rects.length || raised) continue;
        const box = rects[rects.length - 1];
        if (box.width === 0) continue;
        const last = found[found.length - 1];
        if (!last || box.top > last.bottom - 3) found.push({ node, offset: i, bottom: box.bottom });
        else last.bottom = Math.max(last.bottom, box.bottom);
      }
    }
    return found;
  }

  // Cuts the block before its line k; the rest comes back.
  function cut(block, line) {
    const range = document.createRange();
    range.setStart(line.node, line.offset);
    range.setEndAfter(block.lastChild);
    const rest = block.cloneNode(false);
    rest.append(range.extractContents());
    rest.classList.add('cont');
    rest.classList.remove('first');
    block.classList.add('cut');
    block.classList.remove('last');
    return rest;
  }

  function take(f, list) {
    for (const n of list) { f.foot.append(n); n.isConnected_ = true; }
  }

  function give(list) {
    for (const n of list) { n.remove(); n.isConnected_ = false; }
  }

  // The last of the notes may run on into the next frame.
  function cutNote(f, list) {
    const last = list[list.length - 1];
    if (!last || !last.dataset.long) return false;
    const over = used(f) - f.height;
    const all = lines(last);
    const end = last.getBoundingClientRect().bottom - over - 2;
    const line = all.findIndex(l => l.bottom > end);
    if (line < 2) return false;
    carried.push(cut(last, all[line]));
    return fits(f);
  }

  function place(block) {
    const f = frame();
    f.main.append(block);
    const mine = pointed(block);
    take(f, mine);
    if (fits(f) || cutNote(f, mine)) return;
    give(mine);
    if (block.matches('p, .item, .star, .note')) {
      const all = lines(block);
      for (let k = all.length - 1; k >= (all.length > 3 ? 2 : 1); k--) {
        const range = document.createRange();
        range.setStart(block, 0); range.setEnd(all[k].node, all[k].offset);
        const piece = document.createElement('div');
        piece.append(range.cloneContents());
        const its = pointed(piece);
        take(f, its);
        const mainBottom = all[k - 1].bottom - f.box.getBoundingClientRect().top;
        if (mainBottom + f.foot.getBoundingClientRect().height <= f.height) {
          const rest = cut(block, all[k]);
          nextFrame();
          place(rest);
          return;
        }
        give(its);
      }
    } else if (block.dataset.split) {
      const rest = cutTable(block, f);
      if (rest) { nextFrame(); place(rest); return; }
    }
    const follow = [block];
    while (f.main.children.length > 1 && f.main.children[f.main.children.length - 2].dataset.keep) {
      follow.unshift(f.main.children[f.main.children.length - 2]);
      f.main.children[f.main.children.length - 2].remove();
    }
    block.remove();
    if (f.main.children.length === 0) {
      f.main.append(...follow);
      take(f, pointed(f.main));
      return;
    }
    for (const b of follow) give(pointedPlaced(b, f));
    nextFrame();
    for (const b of follow) place(b);
  }

  function pointedPlaced(block, f) {
    return [...block.querySelectorAll('[data-note]')].map(s => notes.get(s.dataset.note)).filter(n => n && n.parentElement === f.foot);
  }

  // Cuts between rows that no cell spans.
  function cutTable(block, f) {
    const body = block.querySelector('tbody');
    const rows = [...body.rows];
    const limit = f.box.getBoundingClientRect().top + f.height - f.foot.getBoundingClientRect().height - 8;
    let reach = 0, best = 0;
    rows.forEach((row, i) => {
      if (i >= reach && i > 0 && rows[i - 1].getBoundingClientRect().bottom <= limit) best = i;
      for (const cell of row.cells) reach = Math.max(reach, i + cell.rowSpan);
    });
    if (best < 2) return null;
    const rest = block.cloneNode(true);
    const others = [...rest.querySelector('tbody').rows];
    rows.slice(best).forEach(r => r.remove());
    others.slice(0, best).forEach(r => r.remove());
    return rest;
  }

  newPage();
  band(1);
  for (const block of flow) {
    if (block.dataset.columns) {
      const count = +block.dataset.columns;
      const f = frame();
      if (frames.length === count && !f.main.children.length) continue;
      const low = frames.length === 1 ? f.main.getBoundingClientRect().height : H;
      if (!block.dataset.newpage && frames.length === 1 && !f.foot.children.length && low < f.height * 0.6) {
        page.free += low + 6;
      } else {
        newPage();
      }
      band(count);
      continue;
    }
    if (block.dataset.newpage && frame().main.children.length) { newPage(); band(1); }
    place(block);
    if (block.dataset.pageafter) { newPage(); band(1); }
  }
  while (carried.length) nextFrame();
  pages.filter(p => ![...p.querySelectorAll('.main, .foot')].some(m => m.children.length)).forEach(p => { p.remove(); pages.splice(pages.indexOf(p), 1); });
  pages.forEach((p, i) => {
    if (p.querySelector('.cover')) return;
    const head = document.createElement('div');
    head.className = 'head' + (style.low ? ' low' : '');
    head.textContent = style.even && i % 2 ? style.even : style.head;
    const number = document.createElement('div');
    number.className = 'number';
    number.textContent = style.number.replace('{0}', i + 1);
    p.append(head, number);
  });
  for (const entry of document.querySelectorAll('.toc')) {
    const heading = document.getElementById(entry.dataset.to);
    entry.lastElementChild.textContent = pages.indexOf(heading.closest('.page')) + 1;
  }
  document.getElementById('flow').remove();
  document.getElementById('notes').remove();
})();

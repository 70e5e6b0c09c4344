// The contract counts code points, a browser counts UTF-16.
export class Points {
  #pairs = []; // where, in UTF-16, the second halves of characters of two units stand

  constructor(text) {
    this.text = text;
    for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) this.#pairs.push(match.index + 1);
  }

  toUnit(point) {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] - middle <= point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  }

  toPoint(unit) {
    let [low, high] = [0, this.#pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] < unit) low = middle + 1;
      else high = middle;
    }
    return unit - low;
  }

  slice(start, end) {
    return this.text.slice(this.toUnit(start), this.toUnit(end));
  }
}

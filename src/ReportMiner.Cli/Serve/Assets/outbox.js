// Decisions on their way to the server, in order. What is in it outlives a reload; what the server has answered is out of it.
import { WireError, post } from './wire.js';

const waits = [700, 1500, 3000, 5000];

export class Outbox {
  #name;
  #context;
  #onChange;
  #onSaved;
  #waiting = [];
  #sending = false;
  #failures = 0;
  #timer = 0;
  state = 'saved';

  // context() gives { report, epoch, after }; onSaved(changes, sent) takes in what the server says.
  constructor(name, context, onSaved, onChange) {
    [this.#name, this.#context, this.#onSaved, this.#onChange] = [name, context, onSaved, onChange];
    try {
      this.#waiting = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]');
    } catch { /* nothing that can be read */ }
    addEventListener('online', this.retry);
    if (this.#waiting.length) this.#send();
  }

  get #key() { return 'reportminer.outbox:' + this.#name; }

  get waiting() { return this.#waiting.map((entry) => entry.decision); }

  push(...decisions) {
    const { report } = this.#context();
    for (const decision of decisions) this.#waiting.push({ report, decision });
    this.#keep();
    this.#send();
  }

  retry = () => {
    clearTimeout(this.#timer);
    this.#send();
  };

  close() {
    clearTimeout(this.#timer);
    removeEventListener('online', this.retry);
    this.closed = true;
  }

  #keep() {
    try {
      if (this.#waiting.length) sessionStorage.setItem(this.#key, JSON.stringify(this.#waiting));
      else sessionStorage.removeItem(this.#key);
    } catch { /* too much to keep: it lives as long as the page */ }
  }

  #become(state) {
    this.state = state;
    this.#onChange(this);
  }

  async #send() {
    if (this.#sending || this.closed) return;
    this.#sending = true;
    if (this.#failures === 0) this.#become('saving');
    while (this.#waiting.length && !this.closed) {
      // All of one extraction at a time: the server refuses those of an earlier one.
      const { report } = this.#waiting[0];
      const batch = this.#waiting.filter((entry) => entry.report === report);
      const sent = batch.map((entry) => entry.decision);
      try {
        const { epoch, after } = this.#context();
        const changes = await post('decisions', { name: this.#name }, { report, epoch, after, decisions: sent });
        this.#failures = 0;
        this.#waiting = this.#waiting.filter((entry) => !batch.includes(entry));
        this.#keep();
        this.#onSaved(changes, sent);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        const { status } = error;
        this.#sending = false;
        if ([400, 404, 413].includes(status) || (status === 500 && this.#failures >= waits.length)) {
          // Sent again it would fail again.
          this.#failures = 0;
          this.#waiting = this.#waiting.filter((entry) => !batch.includes(entry));
          this.#keep();
          this.#onSaved(null, sent);
          this.#become('saved');
          return;
        }
        this.#become(status === 401 || status === 403 ? 'locked' : 'offline');
        this.#timer = setTimeout(() => this.#send(), waits[Math.min(this.#failures++, waits.length - 1)]);
        return;
      }
    }
    this.#sending = false;
    this.#become('saved');
  }
}

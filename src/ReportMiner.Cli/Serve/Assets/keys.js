// Keys of the whole page.
import { say, toast } from './dom.js';
import { label } from './words.js';

const jamo = /^[\u3131-\u3163]$/;
let hinted = false;

// A key is nobody's but the field's in which it is typed, and the composer's while letters are being composed.
function isTyping(event) {
  const { target } = event;
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox]):not([type=range])') || Boolean(target.closest('dialog'));
}

// keys: key → what to do; one that gives false leaves the key to the browser. Gives what stops listening.
export function listen(keys) {
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (event.isComposing || event.keyCode === 229) {
      if (!isTyping(event) && !hinted) {
        hinted = true;
        toast(label('serve.composing'));
        say(label('serve.composing'));
      }
      return;
    }
    if (isTyping(event)) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    // Enter and space belong to a focused button; Backspace to nobody.
    if ((event.key === 'Enter' || event.key === ' ') && event.target.closest('button, a, summary, [role=tab], input')) return;
    // With a Korean layout that does not compose, the letter's place on the keyboard counts.
    const key = jamo.test(event.key) && event.code.startsWith('Key') ? (event.shiftKey ? event.code[3] : event.code[3].toLowerCase()) : event.key;
    const run = Object.hasOwn(keys, key) ? keys[key] : null;
    if (run && run(event) !== false) event.preventDefault();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

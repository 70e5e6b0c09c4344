// Elements and what is said to screen readers.
export const $ = (id) => document.getElementById('ui-' + id);

// A property of an element, or an attribute where there is no such property.
export function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(typeof properties === 'string' ? { className: properties } : properties ?? {})) {
    if (name === 'data') Object.assign(element.dataset, value);
    else if (name in element && !name.includes('-')) element[name] = value;
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const button = (text, onclick, properties = {}) => make('button', { type: 'button', onclick, ...properties }, text);

export const korean = (text, className = '') => make('span', { className, lang: 'ko' }, text);

export function say(text) {
  $('said').textContent = text;
}

// A short notice; an error stays until it is closed.
export function toast(text, { bad = false, action = null } = {}) {
  const box = make('div', { className: bad ? 'toast bad' : 'toast', role: bad ? 'alert' : 'status' }, make('span', '', text));
  if (action) box.append(button(action.text, () => { action.run(); box.remove(); }));
  box.append(button('×', () => box.remove(), { className: 'close', 'aria-label': '×' }));
  $('toasts').append(box);
  while ($('toasts').children.length > 3) $('toasts').firstChild.remove();
  if (!bad) setTimeout(() => box.remove(), 4000);
}

export const frame = () => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });

// 32 hexadecimal digits, later ones sort behind earlier ones: a UUID of version 7.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

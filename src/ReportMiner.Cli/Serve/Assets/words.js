// The two languages of the page.
import { labels } from './labels.js';

const key = 'reportminer.language';
const listeners = [];
export const page = { language: 'ko' };

export const label = (name) => (Object.hasOwn(labels, name) ? labels[name][page.language] : name);

// Fills {0}, {1} … of a label.
export const fill = (name, ...values) => label(name).replace(/\{(\d)\}/g, (_, i) => values[i]);

export const either = (korean, english) => (page.language === 'ko' ? korean : english);

// A message of the program has both languages parted by " / ".
export function message(text) {
  const parts = text.split(' / ');
  return parts.length === 2 ? either(...parts) : text;
}

export const number = (value) => value.toLocaleString('en');

export const time = (text) => new Date(text).toLocaleString(page.language === 'ko' ? 'ko-KR' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' });

export const onLanguage = (listener) => { listeners.push(listener); };

export function setLanguage(language) {
  page.language = language === 'en' ? 'en' : 'ko';
  document.documentElement.lang = page.language;
  localStorage.setItem(key, page.language);
  for (const listener of listeners) listener();
}

page.language = localStorage.getItem(key) === 'en' ? 'en' : 'ko';
document.documentElement.lang = page.language;

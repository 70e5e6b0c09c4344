'use strict';
// What both pages share: the data, the labels in two languages, and the switch between them.
const data = JSON.parse(document.getElementById('ui-data').textContent);
const page = { language: 'ko', onLanguage: [] };

const has = (key) => Object.hasOwn(data.labels, key);
const label = (key) => (has(key) ? data.labels[key][page.language] : key);

function setLanguage(language) {
  page.language = language === 'en' ? 'en' : 'ko';
  document.documentElement.lang = page.language;
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === page.language));
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', label(element.dataset.label));
    if (element.matches('input:not([type=range])')) element.placeholder = label(element.dataset.label);
  }
  for (const listener of page.onLanguage) listener();
  // A page opened from a file may have no storage.
  try { localStorage.setItem('reportminer.language', page.language); } catch { /* the choice lasts as long as the page */ }
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => setLanguage(button.dataset.language));
}

let remembered = 'ko';
try { remembered = localStorage.getItem('reportminer.language') ?? 'ko'; } catch { /* as above */ }
setLanguage(remembered);

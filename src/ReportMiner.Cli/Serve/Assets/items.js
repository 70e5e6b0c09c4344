// What an item says, in words.
import { label } from './words.js';

export const nameTypes = ['ORG', 'PER', 'LOC', 'PRODUCT', 'LAW', 'POLICY', 'EVENT', 'WORK'];
export const codes = [...nameTypes, 'DATE', 'AMOUNT', 'RECOMMENDATION', 'FACT'];
export const choices = {
  mention: nameTypes,
  date: [],
  amount: ['money', 'percent', 'count', 'multiple', 'rank', 'measure'],
  recommendation: ['proposal', 'plan'],
  fact: ['statistic', 'forecast', 'target', 'budget', 'investment', 'acquisition', 'release', 'partnership'],
  modifier: ['about', 'atLeast', 'atMost', 'over', 'under'],
  category: ['r&d', 'data-infrastructure', 'talent-education', 'regulation-law', 'finance-investment', 'ethics-trust-safety', 'international', 'adoption-procurement', 'ecosystem-governance', 'other'],
  role: ['object', 'measure', 'amount', 'date', 'actor', 'source', 'investor', 'investee', 'acquirer', 'acquired', 'parties'],
};

// The field that says an item's type, and how its values are called.
export const typeField = { mention: 'type', amount: 'kind', recommendation: 'kind', fact: 'type' };
export const typeLabel = (kind, type) => label((kind === 'fact' ? 'fact.' : 'kind.') + type);

// The code that colours an item: ORG … WORK, DATE, AMOUNT, RECOMMENDATION, FACT.
export const codeOf = (item) => (item.kind === 'mention' ? item.fields.type : item.kind.toUpperCase());

export const typeOf = (item) => (item.kind === 'date' ? '' : item.fields[typeField[item.kind]]);

export function wordsOf(item) {
  if (item.kind === 'recommendation') return item.fields.text;
  if (item.kind === 'fact') return Object.values(item.fields.arguments).flat().map((filler) => filler.text).join(' · ');
  return item.fields.quote.replace(/\s+/g, ' ');
}

// 265500000000 is hard to check by eye.
export const grouped = (digits) => (digits === null ? '' : digits.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')));

export function valueOf(kind, fields) {
  switch (kind) {
    case 'mention': return fields.name;
    case 'date': return fields.edtf ?? label('unresolved');
    case 'amount': {
      const modifier = fields.modifier ? ` (${label('modifier.' + fields.modifier)})` : '';
      if (fields.vague) return label('vague') + modifier;
      return `${fields.low === fields.high ? grouped(fields.low) : `${grouped(fields.low)} ~ ${grouped(fields.high)}`} ${fields.unit ?? ''}`.trim() + modifier;
    }
    case 'recommendation': return label('category.' + fields.category);
    default: return label('fact.' + fields.type);
  }
}

// One field's value, for the lists of what was changed.
export function fieldText(name, value) {
  if (value === null || value === undefined || value === '') return '∅';
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (Array.isArray(value)) return value.map((place) => place.text).join(', ') || '∅';
  if (typeof value === 'object') return Object.entries(value).map(([role, places]) => `${label('role.' + role)}: ${places.map((place) => place.text).join(', ')}`).join('; ') || '∅';
  if (name === 'category') return label('category.' + value);
  if (name === 'modifier') return label('modifier.' + value);
  if (name === 'type' || name === 'kind') return label((choices.fact.includes(value) ? 'fact.' : 'kind.') + value);
  return String(value);
}

// Fields as people speak of them: the place is its words.
export const fieldNames = (fields) => Object.keys(fields).filter((name) => name !== 'start' && name !== 'end');

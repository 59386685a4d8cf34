import { itemMark } from './numbering.ts';
import type { Entry } from './model.ts';

/**
 * How people name an entry: a service by its number, an item by its service's number and its own.
 *
 * @example entryPath({ number: '1', title: '…' }, { number: '16', title: '…' }) // '16（1）'
 */
export function entryPath(entry: Pick<Entry, 'number'>, service?: Pick<Entry, 'number'>): string {
  return service === undefined ? entry.number : service.number + itemMark(entry.number);
}

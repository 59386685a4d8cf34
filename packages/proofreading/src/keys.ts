import { agencyKey } from '@dingben/references';

/** A city's own name has two or three letters. */
const CITY_AT = [2, 3];

/** The key that an agency's names share with and without the city before them: 北京市卫生健康委员会, 市卫生健康委. */
export function looseAgencyKey(name: string): string {
  const key = agencyKey(name).replaceAll('与', '');
  const city = key.indexOf('市');
  return CITY_AT.includes(city) ? key.slice(city) : key;
}

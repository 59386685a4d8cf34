import { normalise } from '@dingben/references';

/** A city's own name has two or three letters. */
const CITY_AT = [2, 3];

/** The key that full and short forms of an agency's name share: 北京市卫生健康委员会, 市卫生健康委. */
export function agencyKey(name: string): string {
  let key = normalise(name);
  for (const [long, short] of [
    ['委员会', '委'],
    ['和', ''],
    ['与', ''],
  ] as const)
    key = key.replaceAll(long, short);
  const city = key.indexOf('市');
  return CITY_AT.includes(city) ? key.slice(city) : key;
}

import type { Provisions } from '@dingben/outline';
import { corrected, derive, withCorrections, type Correction, type Reference } from './index.ts';

const provisions: Provisions = {
  targetGroup: '持有《残疾人证》的居民。',
  content: '提供2次服务。',
  standard: '按照《甲办法》（京民发〔2020〕1号）、《乙》执行，每人每月100元。',
  funding: '',
  leadAgency: '市民政局。',
};
const derived = derive(provisions);
const find = (kind: string, index = 0): Reference => {
  const found = derived.filter((each) => each.kind === kind)[index];
  if (found === undefined) throw new Error(`There is no ${kind}.`);
  return found;
};
const correcting = (target: Reference, to: Correction['to']): Correction => ({
  provision: target.provision,
  start: target.start,
  end: target.end,
  kind: target.kind === 'quantity' ? 'quantity' : target.kind === 'certificate' ? 'certificate' : 'citation',
  to,
});
const brief = (rows: readonly Reference[]): string[] =>
  rows.map(({ kind, ordinal, key }) => `${kind} ${ordinal} ${key}`);

test('without corrections what was derived holds', () => {
  expect(withCorrections(derived, [])).toEqual(derived);
  expect(brief(derived)).toEqual([
    'citation 0 京民发〔2020〕1号',
    'citation 1 乙',
    'certificate 0 残疾人证',
    'agency 0 市民政局',
    'targetGroup 0 居民',
    'quantity 0 2次',
    'quantity 1 100元',
  ]);
});

test('a citation means the regulation that a person names, in the one form of its number', () => {
  const to = corrected(find('citation', 1), { verdict: 'regulation', title: '乙条例', number: '国务院令5号' });
  expect(to).toEqual({
    kind: 'citation',
    key: '国务院令第5号',
    data: { title: '乙条例', number: '国务院令5号', corrected: true },
  });
  expect(brief(withCorrections(derived, [correcting(find('citation', 1), to ?? null)])).slice(0, 2)).toEqual([
    'citation 0 京民发〔2020〕1号',
    'citation 1 国务院令第5号',
  ]);
});

test('what is no regulation is kept apart, and a certificate may turn out to be one', () => {
  const none = correcting(find('citation', 1), corrected(find('citation', 1), { verdict: 'not-regulation' }) ?? null);
  const one = corrected(find('certificate'), { verdict: 'regulation', title: '残疾人证' });
  const rows = withCorrections(derived, [none, correcting(find('certificate'), one ?? null)]);
  expect(brief(rows).slice(0, 3)).toEqual(['citation 0 残疾人证', 'citation 1 京民发〔2020〕1号', 'certificate 0 乙']);
});

test('an amount is what a person says, and nothing where a person says so', () => {
  const to = corrected(find('quantity', 1), { verdict: 'quantity', value: 100, unit: '元', perWhom: '每户' });
  const rows = withCorrections(derived, [
    correcting(find('quantity', 1), to ?? null),
    correcting(find('quantity'), null),
  ]);
  expect(rows.filter(({ kind }) => kind === 'quantity').map(({ ordinal, data }) => [ordinal, data])).toEqual([
    [0, { value: 100, unit: '元', perWhom: '每户', corrected: true }],
  ]);
});

test('the later of two corrections holds', () => {
  const citation = find('citation', 1);
  const none = corrected(citation, { verdict: 'not-regulation' }) ?? null;
  const again = corrected(none ?? citation, { verdict: 'regulation', title: '乙' }) ?? null;
  const back: Correction = { ...correcting(citation, again), kind: 'certificate' };
  expect(brief(withCorrections(derived, [correcting(citation, none), back]))).toEqual(brief(derived));
});

test('a correction outlives a reading that no longer finds its place, and takes that of another that touches it', () => {
  const citation = find('citation');
  const to = corrected(citation, { verdict: 'regulation', title: '丙' }) ?? null;
  const lost = derived.filter((each) => each !== citation);
  const shorter = derived.map((each) => (each === citation ? { ...each, end: each.end - 3 } : each));
  for (const reading of [lost, shorter]) {
    expect(brief(withCorrections(reading, [correcting(citation, to)])).slice(0, 2)).toEqual([
      'citation 0 丙',
      'citation 1 乙',
    ]);
  }
});

test.each([
  ['quantity', { verdict: 'regulation', title: '甲' }],
  ['citation', { verdict: 'quantity', value: 1, unit: '元' }],
  ['certificate', { verdict: 'not-regulation' }],
  ['citation', { verdict: 'regulation' }],
  ['citation', { verdict: 'regulation', title: ' ', number: '' }],
] as const)('%s is not corrected by %j', (kind, verdict) => {
  expect(corrected(find(kind), verdict)).toBeUndefined();
});

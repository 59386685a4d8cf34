import type { ComparedEntry } from '../api/types.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { evidenceOf, isOfOneClass, WHOLE } from './evidence.ts';

type One = ComparedEntry['evidence'][number];

const MOST = 3;
const LONGEST = 24;

/** Where a difference shows what was proposed: the provision, and what stood and stands there. */
export function Evidence({ entry }: { readonly entry: ComparedEntry }) {
  const t = useT();
  const word = useWord();
  const shown = evidenceOf(entry);
  if (shown.length === 0) return null;
  const named = !isOfOneClass(entry);
  return (
    <ul className="evidence" aria-label={t('classes.evidence')}>
      {shown.slice(0, MOST).map((one) => (
        <li key={`${one.class} ${one.provision ?? ''} ${one.before?.start ?? ''} ${one.after?.start ?? ''}`}>
          {named && t('common.lead', { text: word('changeClass', one.class, one.class) })}
          {one.provision !== undefined && word('field', one.provision)}
          {!WHOLE.includes(one.class) && <Sides one={one} />}
        </li>
      ))}
      {shown.length > MOST && <li>{t('classes.more', { count: shown.length - MOST })}</li>}
    </ul>
  );
}

function Sides({ one: { before, after } }: { readonly one: One }) {
  const t = useT();
  if (before !== null && after !== null) {
    return (
      <span lang="zh-CN">
        {' '}
        <span className="side">{short(before.text)}</span> <span className="side">→ {short(after.text)}</span>
      </span>
    );
  }
  const only = before ?? after;
  if (only === null) return null;
  return <> {t(after === null ? 'classes.gone' : 'classes.come', { text: short(only.text) })}</>;
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

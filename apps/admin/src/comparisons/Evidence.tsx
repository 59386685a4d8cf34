import type { ComparedEntry } from '../api/types.ts';
import { useT, useWord } from '../i18n/use-t.ts';

type One = ComparedEntry['evidence'][number];

/** Said of all that differs in a provision, which stands beside. */
const WHOLE: readonly string[] = ['调整支出责任', '调整牵头单位', '规范表述', '格式'];
const MOST = 3;
const LONGEST = 24;

/** Where a difference shows what was proposed: the provision, and what stood and stands there. */
export function Evidence({ entry }: { readonly entry: ComparedEntry }) {
  const t = useT();
  const word = useWord();
  const shown = entry.evidence.filter(({ provision }) => provision !== undefined);
  if (shown.length === 0) return null;
  return (
    <ul className="evidence" aria-label={t('classes.evidence')}>
      {shown.slice(0, MOST).map((one) => (
        <li key={`${one.class} ${one.provision ?? ''} ${one.before?.start ?? ''} ${one.after?.start ?? ''}`}>
          {word('changeClass', one.class, one.class)}：{one.provision !== undefined && word('field', one.provision)}
          {!WHOLE.includes(one.class) && <span lang="zh-CN"> {textOf(one)}</span>}
        </li>
      ))}
      {shown.length > MOST && <li>{t('classes.more', { count: shown.length - MOST })}</li>}
    </ul>
  );
}

function textOf({ before, after }: One): string {
  const [old, now] = [before, after].map((side) => (side === null ? '—' : short(side.text)));
  return `${old ?? ''} → ${now ?? ''}`;
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

import { useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { scanCitations } from '@dingben/references';
import type { Amendment } from '../../api/amendment-types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { Hash } from '../../desk/Hash.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { isClosed } from '../states.ts';
import { MetaDialog } from './MetaDialog.tsx';

/** What is proposed, by whom, why, and on what basis. */
export function ReviewHead({
  amendment,
  onChanged,
}: {
  readonly amendment: Amendment;
  readonly onChanged: () => void;
}) {
  const t = useT();
  const word = useWord();
  const { list } = useFormat();
  const mayWrite = useRight('amendment.write') && amendment.relation !== 'reviewer' && !isClosed(amendment);
  const [editing, setEditing] = useState(false);
  const { authors, baseCommit, entries, legalBasis, mergedCommit, provisions, rationale } = amendment;
  const names = list(authors.map(({ name }) => name));
  return (
    <header>
      <div className="review-title">
        <h1 lang="zh-CN">{amendment.title}</h1>
        {mayWrite && <Button onClick={() => setEditing(true)}>{t('review.editMeta')}</Button>}
      </div>
      <div className="meta">
        <span>{authors.length === 0 ? t('review.noAuthor') : t('review.drafted', { names })}</span>
        <Chip tone="plain">{word('reasonClass', amendment.reasonClass)}</Chip>
        <span lang="zh-CN">
          {legalBasis === '' ? (
            t('review.noBasis')
          ) : (
            <>
              {t('review.basis')} <Basis text={legalBasis} />
            </>
          )}
        </span>
        <span>{t('amendment.scope', { entries, provisions })}</span>
        <span>
          {mergedCommit === null
            ? t('review.basedOn', { number: baseCommit.number })
            : t('review.mergedAs', { number: mergedCommit.number })}
        </span>
        <span className="end">
          <Hash hash={amendment.contentHash} label={t('common.fingerprint')} />
        </span>
      </div>
      <p className={rationale === '' ? 'rationale soft' : 'rationale'} lang="zh-CN">
        {rationale === '' ? t('review.noRationale') : rationale}
      </p>
      {editing && <MetaDialog amendment={amendment} onClose={() => setEditing(false)} onSaved={onChanged} />}
    </header>
  );
}

/** A legal basis with the documents in it marked as citations. */
function Basis({ text }: { readonly text: string }) {
  const parts = useMemo(() => {
    let at = 0;
    const pieces: { readonly text: string; readonly cited: boolean }[] = [];
    for (const { start, end } of scanCitations(text)) {
      if (start < at) continue;
      pieces.push({ text: text.slice(at, start), cited: false }, { text: text.slice(start, end), cited: true });
      at = end;
    }
    // A document number alone is a basis too.
    return [...pieces, { text: text.slice(at), cited: at === 0 }];
  }, [text]);
  return parts.map((part, index) => (
    // Pieces have no identity but their order.
    <span key={index} className={part.cited ? 'cite' : undefined}>
      {part.text}
    </span>
  ));
}

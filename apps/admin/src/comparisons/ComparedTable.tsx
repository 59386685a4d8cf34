import { memo, useCallback, useContext, useState } from 'react';
import { withoutFormat } from '@dingben/text-diff';
import { Link } from 'react-router-dom';
import type { ComparedEntry, Segment } from '../api/types.ts';
import { FormatHidden } from '../desk/format-hidden.ts';
import { SidedText } from '../desk/SidedText.tsx';
import { entryAddress } from '../editions/address.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import type { ComparisonView } from './address.ts';
import { ClassEditor } from './ClassEditor.tsx';
import { ClassState } from './ClassState.tsx';
import { EntryCell, ReasonCell } from './EntryCells.tsx';
import { ownPlace, rowsOf, type PlaceWords, type Row } from './rows.ts';
import { useGrowing } from './use-growing.ts';
import type { Line } from './lines.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly mode: ComparisonView['mode'];
  /** Names what is on show, so that the table begins at its top when that changes. */
  readonly view: string;
  readonly words: PlaceWords;
  readonly beforeId: string;
  readonly afterId: string;
}

/** Entry by entry: what it said, what it says, why. Entries far below are drawn when the reader comes near. */
export function ComparedTable({ lines, mode, view, words, beforeId, afterId }: Props) {
  const t = useT();
  const { shown, sentinel } = useGrowing(lines, view);
  return (
    <div
      className={`compared ${mode}`}
      role="table"
      aria-label={t('comparison.title')}
      aria-rowcount={lines.length + 1}
    >
      <div role="rowgroup">
        <div role="row" className="compared-head">
          <span role="columnheader">{t('comparison.entry')}</span>
          {mode === 'side' ? (
            <>
              <span role="columnheader">{t('common.before')}</span>
              <span role="columnheader">{t('common.after')}</span>
            </>
          ) : (
            <span role="columnheader">{t('comparison.marked')}</span>
          )}
          <span role="columnheader">{t('comparison.reasons')}</span>
        </div>
      </div>
      <div role="rowgroup">
        {shown.map((line) =>
          line.entry === null ? (
            <div role="row" className="compared-row quiet-row" key={line.serviceId}>
              <span role="cell" lang="zh-CN">
                <b>{line.number}</b> <Link to={entryAddress(afterId, line.serviceId)}>{line.title}</Link>
              </span>
              <span role="cell" className="soft">
                {t('comparison.unchanged')}
              </span>
            </div>
          ) : (
            <EntryRow
              key={line.serviceId}
              entry={line.entry}
              mode={mode}
              words={words}
              editionId={ownPlace(line.entry) === line.entry.after ? afterId : beforeId}
            />
          ),
        )}
      </div>
      <div ref={sentinel} role="presentation" />
    </div>
  );
}

interface RowProps {
  readonly entry: ComparedEntry;
  readonly words: PlaceWords;
  readonly mode: ComparisonView['mode'];
  readonly editionId: string;
}

const EntryRow = memo(function EntryRow({ entry, mode, words, editionId }: RowProps) {
  const t = useT();
  const hidden = useContext(FormatHidden);
  const [correcting, setCorrecting] = useState(false);
  const open = useCallback(() => setCorrecting(true), []);
  const close = useCallback(() => setCorrecting(false), []);
  const rows = rowsOf(entry, words).filter(({ segments }) => !hidden || !isFormatRow(segments));
  const note =
    rows.length === 0 ? t(entry.changes.includes('moved') ? 'comparison.reordered' : 'review.unchanged') : null;
  const side = (which: 'before' | 'after') => (
    <div role="cell" className="texts">
      {entry[which] === null ? (
        <span className="soft">—</span>
      ) : (
        rows.map((row) => <Text key={row.field} row={row} side={which} labelled={rows.length > 1} />)
      )}
    </div>
  );
  return (
    <div role="row" className="compared-row" data-change>
      <EntryCell entry={entry} editionId={editionId} rows={rows}>
        {entry.change !== null && <ClassState entry={entry} change={entry.change} onCorrect={open} />}
      </EntryCell>
      {mode === 'inline' ? (
        <div role="cell" className="texts">
          {note !== null && <span className="soft">{note}</span>}
          {rows.map((row) => (
            <Text key={row.field} row={row} side="both" labelled={rows.length > 1} />
          ))}
        </div>
      ) : rows.length > 1 && entry.before !== null && entry.after !== null ? (
        <Pairs rows={rows} />
      ) : (
        <>
          {note === null ? side('before') : <NoteCell note={note} />}
          {side('after')}
        </>
      )}
      <ReasonCell entry={entry} none={t('comparison.noReason')} />
      {correcting && entry.change !== null && <ClassEditor entry={entry} change={entry.change} onClose={close} />}
    </div>
  );
});

function isFormatRow(segments: readonly Segment[]): boolean {
  return withoutFormat(segments).every(({ op }) => op === 'equal');
}

function NoteCell({ note }: { readonly note: string }) {
  return (
    <div role="cell" className="soft">
      {note}
    </div>
  );
}

/** Several texts side by side: each pair begins on one line. */
function Pairs({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <div role="cell" className="texts pairs" aria-colspan={2}>
      {rows.map((row) => (
        <div key={row.field} className="text-pair">
          <Text row={row} side="before" labelled />
          <Text row={row} side="after" labelled />
        </div>
      ))}
    </div>
  );
}

function Text({
  row,
  side,
  labelled,
}: {
  readonly row: Row;
  readonly side: 'both' | 'before' | 'after';
  readonly labelled: boolean;
}) {
  const word = useWord();
  return (
    <div>
      {labelled && <small className="soft">{word('field', row.field)}</small>}
      <SidedText segments={row.segments} side={side} />
    </div>
  );
}

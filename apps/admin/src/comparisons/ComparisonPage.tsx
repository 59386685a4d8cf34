import { useEffect, useMemo, useRef } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearchParams } from 'react-router-dom';
import { comparisonQuery, editionsQuery, outlineQuery } from '../api/queries.ts';
import type { Comparison } from '../api/types.ts';
import { FormatHidden } from '../desk/format-hidden.ts';
import { hasLeft } from '../desk/left.ts';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useChangeKeys } from '../desk/use-change-keys.ts';
import { flatten } from '../editions/flatten.ts';
import { useT } from '../i18n/use-t.ts';
import { Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { viewFrom, withView, type ComparisonView } from './address.ts';
import './comparison.css';
import { ClassBar } from './ClassBar.tsx';
import { ComparedTable } from './ComparedTable.tsx';
import { ComparisonActions } from './ComparisonActions.tsx';
import { Counts } from './Counts.tsx';
import { EqualState } from './EqualState.tsx';
import { allLines, changedLines } from './lines.ts';
import { placeWords, shownEntries } from './rows.ts';
import { SectionChanges } from './SectionChanges.tsx';
import { NextContext, SidesContext } from './sides.ts';
import { SidePicker, useEditionOf } from './SidePicker.tsx';
import { usualSides } from './usual.ts';
import { ViewBar } from './ViewBar.tsx';

/** What differs between any two editions or commits. The whole view stands in the address. */
export default function ComparisonPage() {
  const t = useT();
  const { pathname } = useLocation();
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewFrom(params), [params]);
  const set = (change: Partial<ComparisonView>, replace = true) =>
    setParams((now) => withView(new URLSearchParams(now), change), { replace });
  const query = useQuery(comparisonQuery(view.before, view.after));
  const compared = query.data === undefined ? '' : ` · ${query.data.before} → ${query.data.after}`;
  useTitle(t('comparison.title') + compared);
  const { before, after } = view;
  const sides = useMemo(() => ({ before, after }), [before, after]);
  const chosen = before !== '' && after !== '';
  const editions = useQuery(editionsQuery());
  const isAlone = !chosen && editions.data !== undefined && editions.data.items.length < 2;
  const isBlank = before === '' && after === '';
  const usual = isBlank ? usualSides(editions.data?.items ?? []) : null;
  useEffect(() => {
    // In place of the blank address, so that the way back does not lead to it.
    if (usual !== null && !hasLeft(pathname))
      setParams((now) => withView(new URLSearchParams(now), usual), { replace: true });
  });
  return (
    <article className="paper comparison">
      <Where>
        <span>{t('comparison.title')}</span>
        {query.data !== undefined && (
          <>
            ／<b className="where-text">{query.data.before}</b>→<b className="where-text">{query.data.after}</b>
          </>
        )}
      </Where>
      <div className="col wide">
        <h1 className="sr-only">{t('comparison.title')}</h1>
        {isAlone ? (
          <EmptyState inline title={t('comparison.onlyOne')}>
            <p>{t('comparison.onlyOneHint')}</p>
          </EmptyState>
        ) : (
          <Pickers view={view} set={set} />
        )}
        {!chosen && !isAlone && !isBlank && (
          <EmptyState inline title={t('comparison.choose')}>
            <p>{t('comparison.chooseHint')}</p>
          </EmptyState>
        )}
        {isBlank && editions.isPending && <Loading />}
        {isBlank && editions.isError && (
          <ErrorState inline error={editions.error} retry={() => void editions.refetch()} />
        )}
        {chosen && query.isPending && <Loading />}
        {chosen && query.isError && <ErrorState inline error={query.error} retry={() => void query.refetch()} />}
        {query.data !== undefined && (
          <SidesContext value={sides}>
            <Differences comparison={query.data} view={view} set={set} />
          </SidesContext>
        )}
      </div>
    </article>
  );
}

interface PickersProps {
  readonly view: ComparisonView;
  readonly set: (change: Partial<ComparisonView>, replace: boolean) => void;
}

/** Which two are compared. */
function Pickers({ view, set }: PickersProps) {
  const t = useT();
  return (
    <div className="pickers no-print">
      <SidePicker
        label={t('comparison.beforeLabel')}
        value={view.before}
        onChange={(before) => set({ before, only: '' }, false)}
      />
      <Button
        disabled={view.before === '' || view.after === ''}
        aria-label={t('comparison.swap')}
        title={t('comparison.swap')}
        onClick={() => set({ before: view.after, after: view.before, only: '' }, false)}
      >
        ⇄
      </Button>
      <SidePicker
        label={t('comparison.afterLabel')}
        value={view.after}
        onChange={(after) => set({ after, only: '' }, false)}
      />
    </div>
  );
}

interface Props {
  readonly comparison: Comparison;
  readonly view: ComparisonView;
  readonly set: (change: Partial<ComparisonView>) => void;
}

function Differences({ comparison, view, set }: Props) {
  const t = useT();
  const root = useRef<HTMLDivElement>(null);
  const [beforeId, afterId] = [useEditionOf(view.before), useEditionOf(view.after)];
  const total = useTotal(comparison, view.after, afterId);
  const entries = useMemo(() => shownEntries(comparison, view), [comparison, view]);
  const whole = view.unchanged && view.only === '' && view.after.startsWith('edition:');
  const moved = comparison.entries.some(({ changes }) => changes.includes('moved'));
  const earlier = useQuery({ ...outlineQuery(beforeId), enabled: moved && beforeId !== '' });
  const outline = useQuery({ ...outlineQuery(afterId), enabled: (moved || whole) && afterId !== '' });
  const words = useMemo(
    () => placeWords({ before: earlier.data?.sections ?? [], after: outline.data?.sections ?? [] }),
    [earlier.data, outline.data],
  );
  const lines = useMemo(() => {
    if (!whole || outline.data === undefined) return changedLines(entries);
    return allLines(flatten(outline.data.sections), entries, comparison.entries);
  }, [whole, outline.data, entries, comparison]);
  const key = JSON.stringify(view);
  const position = useChangeKeys(root, key);
  const next = useRef(position.next);
  useEffect(() => {
    next.current = position.next;
  });
  if (comparison.entries.length === 0 && comparison.sections.length === 0) {
    return <EqualState count={comparison.summary.unchanged} same={view.before === view.after} editionId={afterId} />;
  }
  return (
    <>
      <ComparisonActions comparison={comparison} entries={entries} words={words} view={view} />
      <Counts
        comparison={comparison}
        total={total}
        only={view.only}
        unchanged={view.unchanged}
        onOnly={(only) => set({ only })}
        onUnchanged={(unchanged) => set({ unchanged, only: '' })}
      />
      <SectionChanges sections={comparison.sections} />
      <ClassBar comparison={comparison} view={view} root={root} position={position} />
      <ViewBar comparison={comparison} view={view} set={set} position={position} count={entries.length} />
      <NextContext value={next}>
        <div ref={root}>
          {lines.length === 0 ? (
            <EmptyState inline title={t('comparison.nothing')} />
          ) : (
            <FormatHidden value={!view.format}>
              <ComparedTable
                lines={lines}
                mode={view.mode}
                view={key}
                words={words}
                beforeId={beforeId}
                afterId={afterId}
              />
            </FormatHidden>
          )}
        </div>
      </NextContext>
    </>
  );
}

/** Entries of the later side: known for an edition, counted for a commit. */
function useTotal({ entries, summary }: Comparison, after: string, afterId: string): number {
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  const edition = after.startsWith('edition:') ? editions.find(({ id }) => id === afterId) : undefined;
  return edition?.counts.entries ?? summary.unchanged + entries.filter((entry) => entry.after !== null).length;
}

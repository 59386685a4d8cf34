import { memo, useEffect, useMemo, useRef } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { OutlineEntry, OutlineSection } from '../api/types.ts';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useT } from '../i18n/use-t.ts';
import { entryAddress } from './address.ts';
import { headingOf, printedNumber } from './flatten.ts';
import { OutlineFilters } from './OutlineFilters.tsx';
import type { OutlineView } from './use-outline.ts';
import './outline.css';

interface Props {
  readonly editionId: string;
  readonly view: OutlineView;
  readonly serviceId: string | null;
}

/** Where am I: chapters, categories and entries, with what is to be known of each. */
export function OutlinePane({ editionId, view, serviceId }: Props) {
  const t = useT();
  const list = useRef<HTMLDivElement>(null);
  const { search } = useLocation();
  const loaded = view.query.isSuccess;
  useEffect(() => {
    list.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [serviceId, loaded]);
  const shown = useMemo(() => new Set(view.shown.map(({ entry }) => entry)), [view.shown]);
  return (
    <nav className="pane left outline" aria-label={t('edition.outline')}>
      <OutlineFilters view={view} />
      <button type="button" className="skip" onClick={toText}>
        {t('edition.skipOutline')}
      </button>
      <div className="outline-list" ref={list}>
        {view.query.isPending && <Loading />}
        {view.query.isError && <ErrorState inline error={view.query.error} retry={() => void view.query.refetch()} />}
        {loaded && view.shown.length === 0 && (
          <EmptyState inline title={t('edition.nothing')}>
            <button type="button" className="chip" onClick={view.clear}>
              {t('common.reset')}
            </button>
          </EmptyState>
        )}
        {view.query.data?.sections.map((section) => (
          <SectionOf key={section.key} {...{ section, shown, editionId, serviceId, search }} level={2} />
        ))}
      </div>
    </nav>
  );
}

/** Past a hundred links, for whoever goes by keyboard. */
function toText(): void {
  const text = document.querySelector<HTMLElement>('.paper');
  text?.setAttribute('tabindex', '-1');
  text?.focus();
}

interface SectionProps {
  readonly section: OutlineSection;
  readonly shown: ReadonlySet<OutlineEntry>;
  readonly editionId: string;
  readonly serviceId: string | null;
  readonly search: string;
  readonly level: 2 | 3;
}

function holdsShown(section: OutlineSection, shown: ReadonlySet<OutlineEntry>): boolean {
  return (
    section.entries.some((entry) => shown.has(entry)) || section.sections.some((inner) => holdsShown(inner, shown))
  );
}

function SectionOf({ section, level, ...rest }: SectionProps) {
  const t = useT();
  if (!holdsShown(section, rest.shown)) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section>
      <Heading title={section.restored ? t('edition.restored') : undefined}>
        {headingOf(section)}
        {section.restored && <span className="sr-only">{t('common.aside', { text: t('edition.restored') })}</span>}
      </Heading>
      {section.entries.length > 0 && <Entries entries={section.entries} {...rest} />}
      {section.sections.map((inner) => (
        <SectionOf key={inner.key} section={inner} {...rest} level={3} />
      ))}
    </section>
  );
}

interface EntriesProps extends Omit<SectionProps, 'section' | 'level'> {
  readonly entries: readonly OutlineEntry[];
  readonly isItems?: boolean;
}

function Entries({ entries, isItems = false, ...rest }: EntriesProps) {
  const { shown, editionId, serviceId, search } = rest;
  return (
    <ul>
      {entries
        .filter((entry) => shown.has(entry))
        .map((entry) => (
          <li key={entry.serviceId}>
            <EntryLink {...{ entry, editionId, search, isItems }} on={entry.serviceId === serviceId} />
            {entry.items !== undefined && entry.items.length > 0 && <Entries entries={entry.items} isItems {...rest} />}
          </li>
        ))}
    </ul>
  );
}

interface LinkProps {
  readonly entry: OutlineEntry;
  readonly editionId: string;
  readonly search: string;
  readonly isItems: boolean;
  readonly on: boolean;
}

/** Kept while its own props are the same: an outline may have thousands of them. */
const EntryLink = memo(function EntryLink({ entry, editionId, search, isItems, on }: LinkProps) {
  return (
    <Link
      className={isItems ? 'item' : undefined}
      to={{ pathname: entryAddress(editionId, entry.serviceId), search }}
      aria-current={on ? 'page' : undefined}
      title={entry.title}
    >
      <i>{isItems ? printedNumber(entry.number, true) : entry.number}</i>
      <span className="outline-title">{entry.title}</span>
      <MarksOf entry={entry} />
    </Link>
  );
});

/** Dots for the eye, words for the pointer and the screen reader. */
function MarksOf({ entry: { marks } }: { readonly entry: OutlineEntry }) {
  const t = useT();
  const words = [
    marks.changed && { kind: 'changed', text: t('edition.mark.changed') },
    marks.amendments > 0 && { kind: 'amended', text: t('edition.mark.amendments', { count: marks.amendments }) },
    marks.comments > 0 && { kind: 'commented', text: t('edition.mark.comments', { count: marks.comments }) },
    marks.findings > 0 && { kind: 'found', text: t('edition.mark.findings', { count: marks.findings }) },
  ].filter((mark) => mark !== false);
  if (words.length === 0) return null;
  return (
    <span className="marks">
      {words.map(({ kind, text }) => (
        <span key={kind} className={`dot ${kind}`} title={text}>
          <span className="sr-only"> · {text}</span>
        </span>
      ))}
    </span>
  );
}

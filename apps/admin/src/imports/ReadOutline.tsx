import type { Entry, Outline, Section } from '@dingben/outline';
import type { Understanding } from '../api/types.ts';
import { useT } from '../i18n/use-t.ts';
import { isSettled } from './groups.ts';

/** The outline as it was understood, with a mark at entries that have findings to answer. */
export function ReadOutline({ understanding }: { readonly understanding: Understanding }) {
  const t = useT();
  // The exchange form, which OpenAPI describes as an object.
  const outline = understanding.outline as unknown as Outline;
  const marked = new Set(
    understanding.findings
      .filter((finding) => finding.severity !== 'info' && !isSettled(finding))
      .flatMap(({ entry }) => (entry === null ? [] : [entry])),
  );
  return (
    <nav className="read-outline sheet" aria-label={t('understanding.outline')} tabIndex={0}>
      <h2 lang="zh-CN">{outline.title === '' ? t('understanding.untitled') : outline.title}</h2>
      {outline.sections.map((section, index) => (
        <ReadSection key={index} section={section} marked={marked} />
      ))}
    </nav>
  );
}

interface Marked {
  readonly marked: ReadonlySet<string>;
}

function ReadSection({ section, marked }: Marked & { readonly section: Section }) {
  const t = useT();
  const { kind, number, title, entries = [], sections = [] } = section;
  const mark = kind === 'chapter' ? `${number}、` : `（${number}）`;
  return (
    <section className={kind}>
      {(number !== '' || title !== '') && (
        <h3 lang="zh-CN">
          {mark}
          {title === '' ? t('understanding.untitled') : title}
        </h3>
      )}
      <ul>
        {entries.map((entry, index) => (
          <ReadEntry key={index} entry={entry} path={entry.number} marked={marked} />
        ))}
      </ul>
      {sections.map((inner, index) => (
        <ReadSection key={index} section={inner} marked={marked} />
      ))}
    </section>
  );
}

function ReadEntry({ entry, path, marked }: Marked & { readonly entry: Entry; readonly path: string }) {
  const t = useT();
  const items = entry.items ?? [];
  return (
    <li>
      <span className="number">{entry.number}</span> <span lang="zh-CN">{entry.title}</span>
      {marked.has(path) && <i className="dot" role="img" aria-label={t('understanding.findings')} />}
      {items.length > 0 && (
        <ul>
          {items.map((item, index) => (
            <ReadEntry key={index} entry={item} path={`${path}（${item.number}）`} marked={marked} />
          ))}
        </ul>
      )}
    </li>
  );
}

import type { ReactNode } from 'react';

export interface TimelineRow {
  readonly id: string;
  readonly what: ReactNode;
  readonly when: ReactNode;
  readonly now?: boolean;
}

/** What happened, newest first. */
export function Timeline({ rows }: { readonly rows: readonly TimelineRow[] }) {
  return (
    <ol className="timeline">
      {rows.map(({ id, what, when, now = false }) => (
        <li key={id} className={now ? 'line now' : 'line'}>
          <div>
            <div>{what}</div>
            <small>{when}</small>
          </div>
        </li>
      ))}
    </ol>
  );
}

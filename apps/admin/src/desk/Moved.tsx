import type { ReactNode } from 'react';
import { useT } from '../i18n/use-t.ts';

interface Props {
  readonly op: 'insert' | 'delete';
  readonly move: number;
  readonly children: ReactNode;
}

/** One end of a clause that only changed its place. Its mark says so, carries the number that the other end has too, and leads there. */
export function Moved({ op, move, children }: Props) {
  const t = useT();
  const Tag = op === 'insert' ? 'ins' : 'del';
  const number = move + 1;
  const words = t(op === 'insert' ? 'comparing.movedHere' : 'comparing.movedAway', { number });
  return (
    <Tag className="moved" data-moved={move}>
      {children}
      <button
        type="button"
        className="move-mark"
        // Drawn and not written: words that are selected and quoted are those of the text alone.
        data-mark={t(op === 'insert' ? 'comparing.markHere' : 'comparing.markAway', { number })}
        aria-label={words}
        title={words}
        onClick={(event) => otherEnd(event.currentTarget)?.focus()}
      />
    </Tag>
  );
}

/** The mark of the same clause on the other side, within the change that both stand in. */
function otherEnd(mark: HTMLButtonElement): HTMLButtonElement | null {
  const own = mark.parentElement;
  const scope = mark.closest('[data-change], .edit-field') ?? document;
  const ends = [...scope.querySelectorAll<HTMLElement>(`[data-moved="${own?.dataset['moved'] ?? ''}"]`)];
  const other = ends.find((end) => end.tagName !== own?.tagName && clauseOf(end) === clauseOf(own));
  return other?.querySelector<HTMLButtonElement>('.move-mark') ?? null;
}

/** The mark at its end follows the place, and is no part of what moved. */
function clauseOf(end: HTMLElement | null): string {
  return (end?.textContent ?? '').replace(/[。；！？，：;\n]$/, '');
}

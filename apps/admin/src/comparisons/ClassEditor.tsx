import { useContext, useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import Button from '@mui/material/Button';
import type { ChangeClassName, ComparedEntry } from '../api/types.ts';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { NextContext } from './sides.ts';
import { CLASS_ORDER } from './rows.ts';
import { useConfirm } from './use-confirm.ts';

interface Props {
  readonly entry: ComparedEntry;
  readonly change: string;
  readonly onClose: () => void;
}

/**
 * Says what kind of change it is: tick, Enter, and the row has the focus again. What is ticked stays where the act is refused, and
 * whatever others do meanwhile.
 */
export function ClassEditor({ entry, onClose }: Props) {
  const t = useT();
  const word = useWord();
  // What the person saw when the form was opened; after a refusal, what stands now is on show above it.
  const [seen, setSeen] = useState<ComparedEntry | null>(entry);
  const [ticked, setTicked] = useState<readonly ChangeClassName[]>(entry.classes);
  const { confirm, pending, problem } = useConfirm();
  const root = useRef<HTMLFormElement>(null);
  // The focus brings its first box into view, not the buttons below.
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), []);
  const number = (entry.after ?? entry.before)?.number ?? '';
  const classes = CLASS_ORDER.filter((name) => ticked.includes(name));
  const next = useContext(NextContext);
  const leave = (from: Element, done = false) => {
    const row = from.closest<HTMLElement>('[data-change]');
    onClose();
    if (done && row?.dataset['current'] !== undefined) next.current();
    else row?.focus({ preventScroll: true });
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (classes.length === 0 || pending) return;
    void confirm([{ entry: seen ?? entry, classes }]).then((taken) => {
      if (taken) leave(form, true);
      else setSeen(null);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave(event.currentTarget);
  };
  return (
    <form ref={root} role="cell" className="class-editor no-print" onSubmit={submit} onKeyDown={onKeyDown}>
      <fieldset>
        <legend>{t('classes.editor', { number })}</legend>
        {CLASS_ORDER.map((name, index) => (
          <label key={name} className="class-choice">
            <input
              type="checkbox"
              autoFocus={index === 0}
              checked={ticked.includes(name)}
              onChange={({ target }) =>
                setTicked((now) => (target.checked ? [...now, name] : now.filter((one) => one !== name)))
              }
            />
            {word('changeClass', name, name)}
          </label>
        ))}
      </fieldset>
      <ProblemAlert problem={problem} />
      <span className="row">
        <Button type="submit" size="small" variant="contained" disabled={pending || classes.length === 0}>
          {t('classes.save')}
        </Button>
        <Button size="small" onClick={({ currentTarget }) => leave(currentTarget)}>
          {t('classes.leave')}
        </Button>
        {classes.length === 0 && <small className="soft">{t('classes.pick')}</small>}
      </span>
    </form>
  );
}

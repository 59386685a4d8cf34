import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import type { ReadFinding } from '../api/types.ts';
import { Chip, type Tone } from '../desk/Chip.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { FindingPlace } from './FindingPlace.tsx';
import type { FindingGroup } from './groups.ts';
import type { ImportCommand } from './use-import-command.ts';

/** Places shown at once; a document of three years may have hundreds of one kind. */
const AT_ONCE = 8;
/** Most keys of one request. */
const MOST_KEYS = 5_000;

const TONES: Readonly<Record<ReadFinding['severity'], Tone>> = { error: 'bad', warning: 'warn', info: 'plain' };

interface Props {
  readonly group: FindingGroup;
  /** The version that the person sees. */
  readonly version: number;
  readonly command: ImportCommand;
}

/** Findings of one kind: what they say, what can be done with all of them, and each place. */
export function FindingKind({ group, version, command }: Props) {
  const t = useT();
  const word = useWord();
  const [shown, setShown] = useState(AT_ONCE);
  const { code, severity, findings, open } = group;
  const left = findings.length - shown;
  // While nobody has put it back, this is to be done.
  const isLost = code === 'reader.heading-lost' && open.length > 0;
  return (
    <section className="card finding-kind">
      <header className="row">
        <Chip tone={TONES[severity]}>{word('severity', severity)}</Chip>
        <h3>{isLost ? t('understanding.headingLost') : word('finding', code, word('finding', 'unknown'))}</h3>
        <small className="soft">
          {t('understanding.kindCount', { count: findings.length })}
          {severity !== 'info' && open.length > 0 && ` · ${t('understanding.openCount', { count: open.length })}`}
        </small>
        <span className="end row">
          <KindButtons group={group} version={version} command={command} />
        </span>
      </header>
      <ul className="places">
        {findings.slice(0, shown).map((finding) => (
          <FindingPlace key={finding.key} finding={finding} version={version} command={command} />
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + AT_ONCE * 4)}>
          {t('understanding.more', { count: left })}
        </Button>
      )}
    </section>
  );
}

/** What can be done with all findings of a kind at once. */
function KindButtons({ group: { code, findings, open, fixable }, version, command }: Props) {
  const t = useT();
  const word = useWord();
  const notify = useNotify();
  if (findings.length < 2) return null;
  const keysOf = (list: readonly ReadFinding[]) => list.slice(0, MOST_KEYS).map(({ key }) => key);
  const named = (act: string) => t('common.lead', { text: act }) + word('finding', code, word('finding', 'unknown'));
  const fix = async () => {
    if (await command.act('POST', '/corrections', version, { keys: keysOf(fixable) })) notify(t('understanding.saved'));
  };
  const accept = (accepted: boolean) =>
    command.act('POST', '/acceptances', version, { keys: keysOf(accepted ? open : findings), accepted });
  const canAccept = code !== 'reader.forbidden-code-point';
  return (
    <>
      {fixable.length > 0 && fixable.length === open.length && (
        <Button
          size="small"
          variant="outlined"
          disabled={command.pending}
          aria-label={named(t('understanding.fixAll'))}
          onClick={() => void fix()}
        >
          {t('understanding.fixAll')}
        </Button>
      )}
      {canAccept && (
        <Button
          size="small"
          disabled={command.pending}
          aria-label={named(open.length > 0 ? t('understanding.acceptAll') : t('understanding.reopenAll'))}
          onClick={() => void accept(open.length > 0)}
        >
          {open.length > 0 ? t('understanding.acceptAll') : t('understanding.reopenAll')}
        </Button>
      )}
    </>
  );
}

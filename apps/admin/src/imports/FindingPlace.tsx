import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import type { ReadFinding } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { useT } from '../i18n/use-t.ts';
import { EditLineDialog } from './EditLineDialog.tsx';
import { cutLine, lostHeading } from './groups.ts';
import { RestoreHeadingDialog } from './RestoreHeadingDialog.tsx';
import type { ImportCommand } from './use-import-command.ts';

interface Props {
  readonly finding: ReadFinding;
  readonly version: number;
  readonly command: ImportCommand;
}

/** One place of the document that a finding is about, and what can be done there. */
export function FindingPlace({ finding, version, command }: Props) {
  const t = useT();
  const { accepted, entry, line } = finding;
  const place = [
    entry === null ? null : t('understanding.entry', { entry }),
    line === null ? null : t('understanding.line', { line }),
  ].filter((part) => part !== null);
  return (
    <li className={accepted ? 'place accepted' : 'place'}>
      <div>
        <small className="soft">{place.join(' · ')}</small>{' '}
        {accepted && <Chip tone="ok">{t('understanding.accepted')}</Chip>}
        <MarkedLine finding={finding} />
      </div>
      <PlaceButtons finding={finding} version={version} command={command} name={place.join(' ')} />
    </li>
  );
}

/** Characters shown around what a finding is about. */
const AROUND = 40;

function MarkedLine({ finding }: { readonly finding: ReadFinding }) {
  const t = useT();
  const [before, marked, after] = cutLine(finding);
  const { fix, found, source } = finding;
  const head = before.length > AROUND ? `…${before.slice(-AROUND)}` : before;
  const tail = after.length > AROUND ? `${after.slice(0, AROUND)}…` : after;
  const whole = marked === '' && head.length === 0 ? (found ?? '') : '';
  if (source === null && (found ?? '') === '' && fix === null) return null;
  return (
    <p className="source" lang="zh-CN">
      {head}
      {marked !== '' && (fix === null ? <span className="flaw">{visible(marked)}</span> : <del>{visible(marked)}</del>)}
      {whole !== '' && <span className="flaw">{visible(whole)}</span>}
      {fix !== null && fix !== '' && <ins>{fix}</ins>}
      {tail}
      {fix === '' && <span className="soft small"> {t('understanding.deleted')}</span>}
    </p>
  );
}

/** Blanks drawn so that they can be seen. */
function visible(text: string): string {
  return text.replaceAll(' ', '␣').replaceAll('\u3000', '□').replaceAll('\t', '⇥').replaceAll('\n', '⏎');
}

function PlaceButtons({ finding, version, command, name }: Props & { readonly name: string }) {
  const t = useT();
  const notify = useNotify();
  const [editing, setEditing] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const { accepted, code, fixable, key, line, source } = finding;
  const heading = lostHeading(finding);
  const named = (act: string) => `${act} ${name}`;
  const fix = async () => {
    if (await command.act('POST', '/corrections', version, { keys: [key] })) notify(t('understanding.saved'));
  };
  const accept = () => void command.act('POST', '/acceptances', version, { keys: [key], accepted: !accepted });
  const button = (label: string, onClick: () => void) => (
    <Button size="small" disabled={command.pending} aria-label={named(label)} onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <div className="row place-buttons">
      {fixable && !accepted && button(t('understanding.fix'), () => void fix())}
      {heading !== null && !accepted && button(t('understanding.restore'), () => setRestoring(true))}
      {line !== null && source !== null && !accepted && button(t('understanding.edit'), () => setEditing(true))}
      {code !== 'reader.forbidden-code-point' &&
        button(accepted ? t('understanding.reopen') : t('understanding.accept'), accept)}
      {editing && line !== null && source !== null && (
        <EditLineDialog
          line={line}
          source={source}
          version={version}
          command={command}
          onClose={() => setEditing(false)}
        />
      )}
      {restoring && heading !== null && (
        <RestoreHeadingDialog
          heading={heading}
          version={version}
          command={command}
          onClose={() => setRestoring(false)}
        />
      )}
    </div>
  );
}

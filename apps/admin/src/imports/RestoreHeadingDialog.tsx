import { useState } from 'react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT } from '../i18n/use-t.ts';
import type { LostHeading } from './groups.ts';
import type { ImportCommand } from './use-import-command.ts';

interface Props {
  readonly heading: LostHeading;
  readonly version: number;
  readonly command: ImportCommand;
  readonly onClose: () => void;
}

const KINDS = ['chapter', 'category'] as const;

/** A heading whose line the document lost: what is known of it, and the words that only a person knows. */
export function RestoreHeadingDialog({ heading, version, command, onClose }: Props) {
  const t = useT();
  const notify = useNotify();
  const [value, setValue] = useState({ ...heading, kind: heading.kind ?? KINDS[1], title: '' });
  const save = async () => {
    if (!(await command.act('POST', '/corrections', version, { headings: [value] }))) return;
    notify(t('understanding.saved'));
    onClose();
  };
  const field = (name: 'number' | 'beforeEntry' | 'title', label: string, help: string) => (
    <TextField
      margin="dense"
      required
      label={label}
      helperText={help}
      autoFocus={name === 'title'}
      value={value[name]}
      error={command.problem?.errors?.[`headings.0.${name}`] !== undefined}
      lang="zh-CN"
      onChange={(event) => setValue({ ...value, [name]: event.target.value })}
    />
  );
  return (
    <ConfirmDialog
      title={t('understanding.restoreTitle')}
      confirm={t('understanding.restore')}
      onConfirm={() => void save()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={value.title.trim() === '' || value.number === '' || value.beforeEntry === ''}
    >
      <p className="soft small">{t('understanding.restoreHint')}</p>
      <TextField
        select
        margin="dense"
        label={t('understanding.restoreKind')}
        value={value.kind}
        // The options below are the kinds and nothing else.
        onChange={(event) => setValue({ ...value, kind: event.target.value as (typeof KINDS)[number] })}
      >
        {KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`understanding.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {field('number', t('understanding.restoreNumber'), t('understanding.restoreNumberHelp'))}
      {field('title', t('understanding.restoreWords'), '')}
      {field('beforeEntry', t('understanding.restoreBefore'), t('understanding.restoreBeforeHelp'))}
    </ConfirmDialog>
  );
}

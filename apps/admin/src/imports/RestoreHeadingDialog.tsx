import { useState } from 'react';
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

/** The words of a heading whose line the document lost. */
export function RestoreHeadingDialog({ heading, version, command, onClose }: Props) {
  const t = useT();
  const notify = useNotify();
  const [title, setTitle] = useState('');
  const { kind, number, beforeEntry: entry } = heading;
  const save = async () => {
    const headings = [{ ...heading, title }];
    if (!(await command.act('POST', '/corrections', version, { headings }))) return;
    notify(t('understanding.saved'));
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('understanding.restoreTitle')}
      confirm={t('understanding.restore')}
      onConfirm={() => void save()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={title.trim() === ''}
    >
      <p className="soft small">{t('understanding.restoreHint')}</p>
      <TextField
        autoFocus
        margin="dense"
        label={t(kind === 'chapter' ? 'understanding.restoreChapter' : 'understanding.restoreCategory', {
          number,
          entry,
        })}
        value={title}
        lang="zh-CN"
        onChange={(event) => setTitle(event.target.value)}
      />
    </ConfirmDialog>
  );
}

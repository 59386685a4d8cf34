import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT } from '../i18n/use-t.ts';
import type { ImportCommand } from './use-import-command.ts';

interface Props {
  readonly line: number;
  readonly source: string;
  readonly version: number;
  readonly command: ImportCommand;
  readonly onClose: () => void;
}

/** One line of the document, rewritten; line ends make more of it. */
export function EditLineDialog({ line, source, version, command, onClose }: Props) {
  const t = useT();
  const notify = useNotify();
  const [text, setText] = useState(source);
  const save = async () => {
    const corrections = [{ line, start: 0, end: source.length, found: source, replacement: text }];
    if (!(await command.act('POST', '/corrections', version, { corrections }))) return;
    notify(t('understanding.saved'));
    onClose();
  };
  const refused = Object.values(command.problem?.errors ?? {}).length > 0;
  return (
    <ConfirmDialog
      title={t('understanding.editTitle', { line })}
      confirm={t('understanding.fix')}
      onConfirm={() => void save()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={text === source}
      wide
    >
      <p className="soft small">{t('understanding.editHint')}</p>
      <TextField
        multiline
        minRows={3}
        autoFocus
        margin="dense"
        label={t('understanding.editLabel')}
        value={text}
        error={refused}
        lang="zh-CN"
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}

import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import type { AgencyDetail } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';
import { linesOf } from './lines.ts';

const DROPPED = [['agency']] as const;

/** Says by what other names texts call an agency, with the version that was opened. */
export function AliasesDialog({ agency, onClose }: { readonly agency: AgencyDetail; readonly onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<AgencyDetail>(DROPPED);
  const [seen, setSeen] = useState(agency);
  const [stale, setStale] = useState(false);
  const [text, setText] = useState(agency.aliases.join('\n'));
  const submit = async () => {
    const body = { aliases: linesOf(text) };
    const outcome = await command.run({ method: 'PATCH', path: `/agencies/${seen.id}`, body, version: seen.version });
    if (outcome.ok) {
      notify(t('agencyPage.saved'), { type: 'success' });
      onClose();
    } else if (outcome.problem.status === 412) {
      // The API sends what stands now; what was typed stays, and counts when it is sent again.
      setSeen(outcome.problem.current as AgencyDetail);
      setStale(true);
    }
  };
  return (
    <ConfirmDialog
      title={`${t('agencyPage.editAliases')} — ${agency.name}`}
      confirm={t('common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={stale ? null : command.problem}
      pending={command.pending}
    >
      {stale && (
        <div className="alert warn" role="alert">
          {t('agencyPage.stale')}
        </div>
      )}
      <TextField
        margin="dense"
        label={t('agencyPage.aliases')}
        helperText={t('agencyPage.aliasesHelp')}
        multiline
        minRows={3}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </ConfirmDialog>
  );
}

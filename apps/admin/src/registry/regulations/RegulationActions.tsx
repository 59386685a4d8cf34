import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import type { Regulation } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useT } from '../../i18n/use-t.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { RegulationForm } from './RegulationForm.tsx';

/** What the person may do with a regulation: register it, change it, or say which other one it is. */
export function RegulationActions({ regulation }: { readonly regulation: Regulation }) {
  const t = useT();
  const navigate = useNavigate();
  const may = useRight('registry.write');
  const [open, setOpen] = useState<'form' | 'status' | 'merge' | null>(null);
  if (!may) return null;
  const close = () => setOpen(null);
  if (regulation.mergedInto !== null) return <SeparateButton regulation={regulation} />;
  // A regulation that is registered has another address than one that is only cited.
  const saved = ({ id }: Regulation) => void navigate(`/regulations/${id}`, { replace: true });
  return (
    <div className="row registry-acts">
      {regulation.registered ? (
        <>
          <Button variant="outlined" onClick={() => setOpen('status')}>
            {t('regulation.setStatus')}
          </Button>
          <Button variant="outlined" onClick={() => setOpen('form')}>
            {t('regulation.edit')}
          </Button>
          <Button variant="outlined" onClick={() => setOpen('merge')}>
            {t('regulation.merge')}
          </Button>
        </>
      ) : (
        <Button variant="outlined" onClick={() => setOpen('form')}>
          {t('regulation.registerThis')}
        </Button>
      )}
      {open === 'form' && <RegulationForm regulation={regulation} onClose={close} onSaved={saved} />}
      {open === 'status' && <RegulationForm statusOnly regulation={regulation} onClose={close} onSaved={saved} />}
      {open === 'merge' && <MergeDialog regulation={regulation} onClose={close} />}
    </div>
  );
}

const DROPPED = [['regulation']] as const;

function SeparateButton({ regulation: { id, version } }: { readonly regulation: Regulation }) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Regulation>(DROPPED);
  const submit = async () => {
    const outcome = await command.run({ method: 'POST', path: `/regulations/${id}/separation`, version });
    if (outcome.ok) notify(t('regulation.separateDone'), { type: 'success' });
  };
  return (
    <div className="registry-acts">
      <ProblemAlert problem={command.problem} />
      <Button variant="outlined" disabled={command.pending} onClick={() => void submit()}>
        {t('regulation.separate')}
      </Button>
    </div>
  );
}

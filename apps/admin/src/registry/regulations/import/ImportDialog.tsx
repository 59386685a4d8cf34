import { useState } from 'react';
import Button from '@mui/material/Button';
import { useListContext, useNotify } from 'ra-core';
import type { ImportDone, ImportPreview } from '../../../api/types.ts';
import { useCommand } from '../../../api/use-command.ts';
import { ConfirmDialog } from '../../../desk/ConfirmDialog.tsx';
import { useT } from '../../../i18n/use-t.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { confirmAddress, previewAddress, takenRows, MOST_LEFT_OUT } from './preview.ts';

const DROPPED = [['regulation']] as const;
const NOTHING: ReadonlySet<number> = new Set();

/** Imports regulations from a table: choose it, look at what it would do, confirm. Nothing is stored before that. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const { refetch } = useListContext();
  const previewing = useCommand<ImportPreview>();
  const importing = useCommand<ImportDone>(DROPPED);
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [leftOut, setLeftOut] = useState(NOTHING);
  const [outdated, setOutdated] = useState(false);
  const taken = preview === null ? 0 : takenRows(preview.rows, leftOut);

  const look = async (chosen: File, encoding: ImportPreview['encoding'] = null) => {
    setFile(chosen);
    setPreview(null);
    importing.forget();
    const outcome = await previewing.run({ method: 'POST', path: previewAddress(chosen.name, encoding), file: chosen });
    if (!outcome.ok) return;
    setPreview(outcome.answer.value);
    setLeftOut(NOTHING);
  };
  const submit = async () => {
    if (file === null || preview === null) return;
    const path = confirmAddress(file.name, preview, leftOut);
    const outcome = await importing.run({ method: 'POST', path, file });
    if (outcome.ok) {
      const { added, changed } = outcome.answer.value;
      notify(t('tableImport.done', { added, changed }), { type: 'success' });
      void refetch();
      onClose();
    } else if (outcome.problem.code === 'table.preview-changed') {
      setOutdated(true);
      await look(file, preview.encoding);
    }
  };
  return (
    <ConfirmDialog
      wide
      title={t('tableImport.title')}
      confirm={t('tableImport.confirm', { count: taken })}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={outdated ? previewing.problem : (importing.problem ?? previewing.problem)}
      pending={importing.pending || previewing.pending}
      blocked={taken === 0 || preview?.certain !== true || leftOut.size > MOST_LEFT_OUT}
    >
      <FileChoice
        file={file}
        onChosen={(chosen) => {
          setOutdated(false);
          void look(chosen);
        }}
      />
      <div role="status">{previewing.pending && <p className="soft">{t('tableImport.reading')}</p>}</div>
      {outdated && preview !== null && <p className="alert warn">{t('tableImport.changed')}</p>}
      {leftOut.size > MOST_LEFT_OUT && <p className="alert warn">{t('tableImport.tooMany')}</p>}
      {preview !== null && !preview.certain && file !== null && (
        <div className="alert warn">
          {t('tableImport.encoding')}
          <p>
            <Button variant="outlined" onClick={() => void look(file, preview.encoding)}>
              {t('tableImport.encodingRight')}
            </Button>
          </p>
        </div>
      )}
      {preview !== null && <PreviewTable preview={preview} leftOut={leftOut} onLeaveOut={setLeftOut} />}
    </ConfirmDialog>
  );
}

function FileChoice({ file, onChosen }: { readonly file: File | null; readonly onChosen: (file: File) => void }) {
  const t = useT();
  return (
    <>
      {file === null && <p className="soft small">{t('tableImport.hint')}</p>}
      <div className="row">
        <Button component="label" variant={file === null ? 'contained' : 'outlined'} role={undefined}>
          {t(file === null ? 'tableImport.choose' : 'tableImport.another')}
          <input
            className="sr-only"
            type="file"
            accept=".csv,.xlsx,.txt"
            aria-label={t('tableImport.choose')}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              // The same file again is a choice too: it may have been mended meanwhile.
              event.target.value = '';
              if (chosen !== undefined) onChosen(chosen);
            }}
          />
        </Button>
        {file !== null && <span lang="zh-CN">{file.name}</span>}
      </div>
    </>
  );
}

import { useRef, useState, type DragEvent } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from 'react-router-dom';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { useT } from '../i18n/use-t.ts';
import { useUpload } from './use-upload.ts';

/** Takes one document, dropped or chosen, and leads to its import. */
export function DropZone() {
  const t = useT();
  const navigate = useNavigate();
  const { run, sending, problem } = useUpload();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: FileList | null) => {
    const file = files?.[0];
    if (file === undefined || sending !== null) return;
    const made = await run(file);
    // The same file may be chosen again after it was mended.
    if (input.current !== null) input.current.value = '';
    if (made !== null) void navigate(`/imports/${made.id}`);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <>
      <ProblemAlert problem={problem} />
      <div
        className={over ? 'drop-zone over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p role="status">
          {sending === null ? t('importing.drop') : t('importing.uploading', { name: sending })}{' '}
          {sending === null && (
            <Button variant="contained" onClick={() => input.current?.click()}>
              {t('importing.choose')}
            </Button>
          )}
        </p>
        <p className="soft small">{t('importing.forms')}</p>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('importing.choose')}
          accept=".docx,.txt,.json"
          onChange={(event) => void take(event.target.files)}
        />
      </div>
    </>
  );
}

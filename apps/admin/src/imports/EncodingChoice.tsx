import Button from '@mui/material/Button';
import type { Understanding } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import type { ImportCommand } from './use-import-command.ts';

interface Props {
  readonly understanding: Understanding;
  readonly command: ImportCommand;
}

/** How the document begins in each encoding that it may be in; a person sees which one reads well. */
export function EncodingChoice({ understanding, command }: Props) {
  const t = useT();
  const word = useWord();
  const { encoding, encodingCertain, previews, version } = understanding;
  const readable = previews.flatMap(({ encoding: name, text }) => (text === null ? [] : [{ name, text }]));
  return (
    <details className="card" open={!encodingCertain}>
      <summary>{t('understanding.encodingTitle')}</summary>
      <p className="soft small">{t('understanding.encodingHint')}</p>
      {readable.map(({ name, text }) => (
        <figure key={name} className="encoding">
          <figcaption className="row">
            <b>{word('encoding', name)}</b>
            {name === encoding && encodingCertain ? (
              <Chip tone="ok">{t('understanding.encodingNow')}</Chip>
            ) : (
              <Button
                size="small"
                variant="outlined"
                disabled={command.pending}
                aria-label={`${t('understanding.encodingUse')} ${word('encoding', name)}`}
                onClick={() => void command.act('PUT', '/encoding', version, { encoding: name })}
              >
                {t('understanding.encodingUse')}
              </Button>
            )}
          </figcaption>
          <blockquote lang="zh-CN">{text.slice(0, 200)}</blockquote>
        </figure>
      ))}
    </details>
  );
}

import { useT } from '../i18n/use-t.ts';
import { visible } from './visible.ts';

interface Props {
  readonly found: string | null;
  readonly fix: string | null;
}

/** What stands there and what it should be; blanks are drawn so that they can be seen. */
export function FoundText({ found, fix }: Props) {
  const t = useT();
  if ((found ?? '') === '' && fix === null) return null;
  // What is missing has no words that stand there.
  if (found === null) return <ins lang="zh-CN">{visible(fix ?? '')}</ins>;
  return (
    <span className="found" lang="zh-CN">
      {fix === null ? <q>{visible(found)}</q> : <del>{visible(found)}</del>}
      {fix !== null && (
        <>
          {' '}
          <span aria-hidden="true">→</span>{' '}
          {fix === '' ? <small>{t('finding.delete')}</small> : <ins>{visible(fix)}</ins>}
        </>
      )}
    </span>
  );
}

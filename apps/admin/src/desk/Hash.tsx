import { useNotify } from 'ra-core';
import { copyText } from './copy.ts';
import { useT } from '../i18n/use-t.ts';
import './reading.css';

/** `7f3a·c91e`: enough of a hash for two persons to see that they look at the same content. */
export function shortHash(hash: string): string {
  return hash.length <= 8 ? hash : `${hash.slice(0, 4)}·${hash.slice(4, 8)}`;
}

/** A content hash in short, whole on hover; a click copies it whole. */
export function Hash({ hash, label }: { readonly hash: string; readonly label?: string }) {
  const t = useT();
  const notify = useNotify();
  const copy = () => {
    // Where it is refused, the whole hash can be read from the title.
    copyText(hash).then(
      () => notify(t('common.copied')),
      () => null,
    );
  };
  return (
    <button type="button" className="hash-copy" title={hash} onClick={copy}>
      {label !== undefined && <>{label} </>}
      {shortHash(hash)}
    </button>
  );
}

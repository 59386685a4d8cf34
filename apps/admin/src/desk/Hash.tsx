import { useCopy } from './use-copy.ts';
import './reading.css';

/** `7f3a·c91e`: enough of a hash for two persons to see that they look at the same content. */
export function shortHash(hash: string): string {
  return hash.length <= 8 ? hash : `${hash.slice(0, 4)}·${hash.slice(4, 8)}`;
}

/** A content hash in short, whole on hover; a click copies it whole. */
export function Hash({ hash, label }: { readonly hash: string; readonly label?: string }) {
  const copy = useCopy();
  return (
    <button type="button" className="hash-copy" title={hash} onClick={() => copy(hash)}>
      {label !== undefined && <>{label} </>}
      {shortHash(hash)}
    </button>
  );
}

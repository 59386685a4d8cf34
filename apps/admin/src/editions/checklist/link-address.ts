import type { Checklist } from '../../api/types.ts';
import { editionAddress, entryAddress, proofreadingAddress } from '../address.ts';

type Item = Checklist['items'][number];

/** Where a line of the checklist is put right. */
export function linkAddress(
  { kind, id }: Pick<Item['links'][number], 'kind' | 'id'>,
  code: string,
  edition: string,
): string {
  if (kind === 'amendment') return `/amendments/${id}`;
  if (kind === 'regulation') return `/regulations/${id}`;
  if (kind === 'entry') return entryAddress(edition, id);
  if (kind === 'edition') return editionAddress(edition);
  return code === 'checklist.error-findings'
    ? `${proofreadingAddress(edition)}?severity=error`
    : proofreadingAddress(edition);
}

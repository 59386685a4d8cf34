import { useQuery } from '@tanstack/react-query';
import { editionQuery } from '../api/queries.ts';
import { Hash } from '../desk/Hash.tsx';
import { EmptyState } from '../desk/states.tsx';
import { useT } from '../i18n/use-t.ts';

interface Props {
  readonly count: number;
  /** Both sides are the very same. */
  readonly same: boolean;
  readonly editionId: string;
}

/** Two editions without a difference, and the fingerprint that says so. */
export function EqualState({ count, same, editionId }: Props) {
  const t = useT();
  const edition = useQuery({ ...editionQuery(editionId), enabled: editionId !== '' });
  return (
    <EmptyState inline title={t('comparison.equal')}>
      <p>{same ? t('comparison.itself') : t('comparison.equalHint', { count })}</p>
      {edition.data !== undefined && (
        <p className="small">
          <Hash hash={edition.data.head.treeHash} label={t('comparison.fingerprint')} />
        </p>
      )}
    </EmptyState>
  );
}

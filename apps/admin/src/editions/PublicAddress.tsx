import { useQuery } from '@tanstack/react-query';
import { publicAddressQuery } from '../api/queries.ts';
import { useCopy } from '../desk/use-copy.ts';
import { useT } from '../i18n/use-t.ts';

/** Where the public reads a published edition; nothing while the public reads nothing. */
export function PublicAddress({ editionId }: { readonly editionId: string }) {
  const t = useT();
  const copy = useCopy();
  const address = useQuery(publicAddressQuery(editionId)).data?.address ?? null;
  if (address === null) return null;
  const whole = new URL(address, window.location.origin).href;
  return (
    <>
      <h2 className="label">{t('publicSite.address')}</h2>
      <p className="soft small">{t('publicSite.hint')}</p>
      <p>
        <a href={whole} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
          {whole}
        </a>{' '}
        <button type="button" className="quiet" onClick={() => copy(whole)}>
          {t('common.copyLink')}
        </button>
      </p>
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { publicAddressQuery } from '../api/queries.ts';
import { copyText } from '../desk/copy.ts';
import { useT } from '../i18n/use-t.ts';

/** Where the public reads a published edition; nothing while the public reads nothing. */
export function PublicAddress({ editionId }: { readonly editionId: string }) {
  const t = useT();
  const notify = useNotify();
  const address = useQuery(publicAddressQuery(editionId)).data?.address ?? null;
  if (address === null) return null;
  const whole = new URL(address, window.location.origin).href;
  const copy = () => {
    // Where it is refused, the address can be read and marked.
    copyText(whole).then(
      () => notify(t('common.copied')),
      () => null,
    );
  };
  return (
    <>
      <h2 className="label">{t('publicSite.address')}</h2>
      <p className="soft small">{t('publicSite.hint')}</p>
      <p>
        <a href={whole} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
          {whole}
        </a>{' '}
        <button type="button" className="quiet" onClick={copy}>
          {t('common.copyLink')}
        </button>
      </p>
    </>
  );
}

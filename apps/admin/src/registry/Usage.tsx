import { Link } from 'react-router-dom';
import type { Regulation } from '../api/types.ts';
import { EditionStateChip } from '../desk/Chip.tsx';
import { editionAddress } from '../editions/address.ts';
import { useT } from '../i18n/use-t.ts';

/** How many entries of each edition mention something. */
export function Usage({ usage }: { readonly usage: Regulation['usage'] }) {
  const t = useT();
  if (usage.length === 0) return <p className="soft small">{t('regulation.usageNone')}</p>;
  return (
    <table className="plain">
      <tbody>
        {usage.map(({ editionId, entries, label, state }) => (
          <tr key={editionId}>
            <td>
              <Link to={editionAddress(editionId)}>{label}</Link> <EditionStateChip state={state} />
            </td>
            <td className="nowrap">{t('regulation.usageEntries', { count: entries })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

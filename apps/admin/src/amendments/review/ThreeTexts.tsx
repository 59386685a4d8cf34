import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { editionQuery } from '../../api/queries.ts';
import { SidedText } from '../../desk/SidedText.tsx';
import { useT } from '../../i18n/use-t.ts';
import type { ThreeWay } from './changes.ts';

interface Props extends ThreeWay {
  readonly closed: boolean;
  readonly editionId: string;
}

/** Base, draft, amendment: each marked against the text to its left. */
export function ThreeTexts({ published, draft, proposed, closed, editionId }: Props) {
  const t = useT();
  // Not every base was published here: an imported one is named like any other.
  const base = useQuery(editionQuery(editionId)).data?.basedOn ?? null;
  const first = useMemo(() => [{ op: 'equal' as const, text: published }], [published]);
  return (
    <div className="trio">
      <div>
        <h4>{base === null ? t('comparing.base') : t('comparing.baseOf', { label: base.label })}</h4>
        <SidedText segments={first} />
      </div>
      <div>
        <h4>{t(closed ? 'comparing.draftThen' : 'comparing.draft')}</h4>
        <SidedText segments={draft} />
      </div>
      <div>
        <h4>{t('comparing.proposed')}</h4>
        <SidedText segments={proposed} />
      </div>
    </div>
  );
}

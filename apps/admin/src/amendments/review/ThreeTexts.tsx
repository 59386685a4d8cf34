import { useMemo } from 'react';
import { SidedText } from '../../desk/SidedText.tsx';
import { useT } from '../../i18n/use-t.ts';
import type { ThreeWay } from './changes.ts';

/** Published, draft, amendment: each marked against the text to its left. */
export function ThreeTexts({ published, draft, proposed, closed }: ThreeWay & { readonly closed: boolean }) {
  const t = useT();
  const first = useMemo(() => [{ op: 'equal' as const, text: published }], [published]);
  return (
    <div className="trio">
      <div>
        <h4>{t('comparing.published')}</h4>
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

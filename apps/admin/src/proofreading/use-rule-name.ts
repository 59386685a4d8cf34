import { useT, useWord } from '../i18n/use-t.ts';

/** What a rule is called, in a few words. What the reading of a source saw is said in its sentence. */
export function useRuleName(): (code: string) => string {
  const t = useT();
  const word = useWord();
  return (code) => word('rule', code, word('finding', code, t('finding.unknown')));
}

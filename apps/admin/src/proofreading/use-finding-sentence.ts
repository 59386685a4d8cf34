import { useCallback } from 'react';
import { useTranslate } from 'ra-core';
import { zh } from '../i18n/zh.ts';
import { useT } from '../i18n/use-t.ts';

interface Worded {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a finding says, with its parameters, the entry that it is held against, and what took a regulation's place. */
export function useFindingSentence(): (finding: Worded) => string {
  const translate = useTranslate();
  const t = useT();
  return useCallback(
    ({ code, params }) => {
      if (!Object.hasOwn(zh.finding, code)) return t('finding.unknown');
      const { at, successor } = params;
      const see = typeof at === 'string' && at !== '' ? t('proofread.see', { at }) : '';
      const now = typeof successor === 'string' && successor !== '' ? t('proofread.successor', { successor }) : '';
      return translate(`finding.${code}`, params) + see + now;
    },
    [translate, t],
  );
}

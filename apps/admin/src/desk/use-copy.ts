import { useCallback } from 'react';
import { useNotify } from 'ra-core';
import { useT } from '../i18n/use-t.ts';
import { copyText } from './copy.ts';

/** Copies a text and says so; where the browser refuses, shows the text so that it can be marked and copied by hand. */
export function useCopy(): (text: string) => void {
  const t = useT();
  const notify = useNotify();
  return useCallback(
    (text) => {
      copyText(text).then(
        () => notify(t('common.copied')),
        // It stays until a click beside it: marking and copying takes its time.
        () => notify(t('common.copyByHand', { text }), { type: 'warning', autoHideDuration: null, multiLine: true }),
      );
    },
    [notify, t],
  );
}

import { useMemo, type ReactNode } from 'react';
import { I18nContext, useI18nProvider, useLocale } from 'ra-core';

/**
 * Says everything below anew when the language changes. By itself react-admin would build the whole page anew, and what is being
 * typed would be lost; it does not where the provider speaks the language already.
 */
export function Speaking({ children }: { readonly children: ReactNode }) {
  const provider = useI18nProvider();
  const locale = useLocale();
  const value = useMemo(() => ({ ...provider, getLocale: () => locale }), [provider, locale]);
  return <I18nContext value={value}>{children}</I18nContext>;
}

import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider } from 'ra-core';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Locale = 'zh-CN' | 'en';

/** Both catalogues, Chinese first. The page's language follows the choice, so that it is read aloud and broken rightly. */
export function deskI18nProvider(): I18nProvider {
  const provider = polyglotI18nProvider((locale) => (locale === 'en' ? en : zh), 'zh-CN', [
    { locale: 'zh-CN', name: '中文' },
    { locale: 'en', name: 'English' },
  ]);
  return {
    ...provider,
    changeLocale: async (locale: string) => {
      document.documentElement.lang = locale;
      await provider.changeLocale(locale);
    },
  };
}

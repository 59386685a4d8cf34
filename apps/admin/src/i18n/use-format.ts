import { useMemo } from 'react';
import { useLocale } from 'ra-core';

/** Times are shown in the office's zone. */
const ZONE = 'Asia/Shanghai';

export type Format = ReturnType<typeof formats>;

/** Dates and numbers in the person's language. */
export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(() => formats(locale), [locale]);
}

function formats(locale: string) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: ZONE });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: ZONE });
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: ZONE });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'unit', style: locale === 'en' ? 'short' : 'narrow' });
  return {
    /** The day of an ISO time, or of a plain `YYYY-MM-DD`. */
    date: (iso: string) => day.format(new Date(iso.length === 10 ? `${iso}T00:00:00+08:00` : iso)),
    time: (iso: string) => moment.format(new Date(iso)),
    /** To the second. */
    moment: (iso: string) => exact.format(new Date(iso)),
    /** The hour and minute of a time in milliseconds. */
    clock: (at: number) => clock.format(at),
    number: (value: number) => number.format(value),
    list: (names: readonly string[]) => (locale === 'en' ? list.format(names) : names.join('、')),
    /** `+5.7%` from a ratio of 1.057. */
    change: (ratio: number) => `${ratio > 1 ? '+' : ''}${((ratio - 1) * 100).toFixed(1)}%`,
  };
}

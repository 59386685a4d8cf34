import type { TranslationMessages } from 'ra-core';
import english from 'ra-language-english';

/** What react-admin itself says. */
export const ra: TranslationMessages['ra'] = english.ra;

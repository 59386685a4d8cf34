import type { Rule } from './model.ts';
import { agencyDoubled } from './rules/agency-doubled.ts';
import { agencySeparator } from './rules/agency-separator.ts';
import { agencyVariant } from './rules/agency-variant.ts';
import { bracketUnbalanced } from './rules/bracket-unbalanced.ts';
import { citationDoubled } from './rules/citation-doubled.ts';
import { finalStop } from './rules/final-stop.ts';
import { fundingVariant } from './rules/funding-variant.ts';
import { halfWidthPunctuation } from './rules/half-width-punctuation.ts';
import { issuerVariant } from './rules/issuer-variant.ts';
import { labelInText } from './rules/label-in-text.ts';
import { listGap } from './rules/list-gap.ts';
import { listMark } from './rules/list-mark.ts';
import { lookAlike } from './rules/look-alike.ts';
import { numberForm } from './rules/number-form.ts';
import { numberTitles } from './rules/number-titles.ts';
import { orderForm } from './rules/order-form.ts';
import { provisionEmpty } from './rules/provision-empty.ts';
import { punctuationDoubled } from './rules/punctuation-doubled.ts';
import { rangeReversed } from './rules/range-reversed.ts';
import { regulationLapsed } from './rules/regulation-lapsed.ts';
import { seriesVariant } from './rules/series-variant.ts';
import { standardNumberForm } from './rules/standard-number-form.ts';
import { strayBlank } from './rules/stray-blank.ts';
import { titleBrackets } from './rules/title-brackets.ts';
import { titleNumberMissing } from './rules/title-number-missing.ts';
import { titleNumbers } from './rules/title-numbers.ts';
import { titleSeparator } from './rules/title-separator.ts';
import { titleStop } from './rules/title-stop.ts';
import { titleVariant } from './rules/title-variant.ts';
import { wordForm } from './rules/word-form.ts';

/** The rules of one passage, by itself or held against the rest of its edition. What the outline as a whole shows is `numbering.ts`. */
export const RULES: readonly Rule[] = [
  provisionEmpty,
  bracketUnbalanced,
  numberTitles,
  titleNumbers,
  regulationLapsed,
  rangeReversed,
  titleNumberMissing,
  numberForm,
  orderForm,
  seriesVariant,
  citationDoubled,
  titleBrackets,
  agencyVariant,
  agencyDoubled,
  fundingVariant,
  labelInText,
  listGap,
  listMark,
  lookAlike,
  strayBlank,
  halfWidthPunctuation,
  punctuationDoubled,
  finalStop,
  titleStop,
  titleVariant,
  titleSeparator,
  standardNumberForm,
  issuerVariant,
  agencySeparator,
  wordForm,
];

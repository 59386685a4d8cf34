import type { Finding } from '@dingben/outline';
import { sentences as proofreadingEnglish } from '@dingben/proofreading/sentences/en';
import { sentences as proofreadingChinese } from '@dingben/proofreading/sentences/zh';
import { sentences as readingEnglish } from '@dingben/reader/sentences/en';
import { sentences as readingChinese } from '@dingben/reader/sentences/zh';

type Language = 'zh' | 'en';

const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { ...readingChinese, ...proofreadingChinese },
  en: { ...readingEnglish, ...proofreadingEnglish },
};

const LINE: Readonly<Record<Language, (line: number) => string>> = {
  zh: (line) => `第${line}行`,
  en: (line) => `line ${line}`,
};

const SEE: Readonly<Record<Language, (entry: string) => string>> = {
  zh: (entry) => `（见第 ${entry} 条）`,
  en: (entry) => ` (see entry ${entry})`,
};

/** One line: place, severity, what it is, what was found and the repair, and the code. */
export function findingText(finding: Finding, language: Language): string {
  const { code, severity, line, entry, provision, found, fix, params } = finding;
  const change = [found, fix].some((text) => text !== undefined && text !== '')
    ? `${JSON.stringify(found ?? '')} → ${fix === undefined ? '?' : JSON.stringify(fix)}`
    : Object.values(params ?? {}).join(' ');
  const place = [line === undefined ? '' : LINE[language](line), entry ?? '', provision ?? ''];
  const parts = [...place, severity, sentence(finding, language), change, `(${code})`];
  return parts.filter((part) => part !== '').join('  ');
}

/** The sentence of the code with the finding's parameters, and the entry that it is held against. */
function sentence({ code, params = {} }: Finding, language: Language): string {
  const filled = (SENTENCES[language][code] ?? '').replace(/%\{(\w+)\}/g, (_, name: string) =>
    String(params[name] ?? ''),
  );
  const { at, successor } = params;
  const other = at === undefined || at === '' ? '' : SEE[language](String(at));
  return filled + other + (successor === undefined || successor === '' ? '' : ` → ${successor}`);
}

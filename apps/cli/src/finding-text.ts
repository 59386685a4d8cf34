import type { Finding } from '@dingben/outline';
import type { ReaderCode } from '@dingben/reader';
import { PROOFREADING_SENTENCES } from './proofreading-sentences.ts';

type Language = 'zh' | 'en';

const SENTENCES: Readonly<Record<Language, Readonly<Record<ReaderCode, string>>>> = {
  zh: {
    'reader.artefact': '转换残留',
    'reader.edition-missing': '标题中没有年版',
    'reader.forbidden-code-point': '含有不允许的字符',
    'reader.heading-lost': '标题行丢失',
    'reader.heading-order': '章、类的序号没有递增',
    'reader.label-colon': '条款名称后不是全角冒号',
    'reader.label-variant': '条款名称与规定不一致',
    'reader.line-ending': '换行符不是 LF',
    'reader.number-duplicate': '序号重复',
    'reader.number-form': '序号写法与规定不一致',
    'reader.number-order': '序号没有递增',
    'reader.number-skipped': '序号不连续',
    'reader.paragraph-continued': '条款有多个自然段',
    'reader.paragraph-edge-blank': '段落首尾有空格',
    'reader.paragraph-empty': '空行',
    'reader.paragraph-unplaced': '段落不属于任何条款',
    'reader.provision-duplicate': '条款重复',
    'reader.provision-empty': '条款为空',
    'reader.provision-missing': '缺少条款',
    'reader.provision-order': '条款次序与规定不一致',
    'reader.section-missing': '服务项目之前没有章、类标题',
    'reader.title-missing': '缺少标题',
    'reader.title-stop': '服务项目名称后没有句号',
  },
  en: {
    'reader.artefact': 'left by a conversion',
    'reader.edition-missing': 'the title names no year',
    'reader.forbidden-code-point': 'a character that is not allowed',
    'reader.heading-lost': 'a heading has lost its line',
    'reader.heading-order': 'the number of a heading does not rise',
    'reader.label-colon': 'no full-width colon behind the label',
    'reader.label-variant': 'not the label that is laid down',
    'reader.line-ending': 'lines do not end with LF',
    'reader.number-duplicate': 'the number is there twice',
    'reader.number-form': 'the number is not written as laid down',
    'reader.number-order': 'the number does not rise',
    'reader.number-skipped': 'a number is skipped',
    'reader.paragraph-continued': 'a provision of several paragraphs',
    'reader.paragraph-edge-blank': 'blanks at the edge of a paragraph',
    'reader.paragraph-empty': 'an empty line',
    'reader.paragraph-unplaced': 'a paragraph that belongs to no provision',
    'reader.provision-duplicate': 'a provision is there twice',
    'reader.provision-empty': 'a provision is empty',
    'reader.provision-missing': 'a provision is missing',
    'reader.provision-order': 'provisions are not in the order that is laid down',
    'reader.section-missing': 'an entry before any heading',
    'reader.title-missing': 'a title is missing',
    'reader.title-stop': 'no full stop behind the title',
  },
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
  const sentences: Readonly<Record<string, string>> = { ...SENTENCES[language], ...PROOFREADING_SENTENCES[language] };
  const filled = (sentences[code] ?? '').replace(/%\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  const { at, successor } = params;
  const other = at === undefined || at === '' ? '' : SEE[language](String(at));
  return filled + other + (successor === undefined || successor === '' ? '' : ` → ${successor}`);
}

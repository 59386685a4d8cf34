import type { Finding } from '@dingben/outline';
import type { ReaderCode } from '@dingben/reader';

type Language = 'zh' | 'en';

const SENTENCES: Readonly<Record<Language, Readonly<Record<ReaderCode, string>>>> = {
  zh: {
    'reader.artefact': '转换残留',
    'reader.comment': '批注未读入正文',
    'reader.edition-missing': '标题中没有年版',
    'reader.endnote': '尾注未读入正文',
    'reader.footer': '页脚未读入正文',
    'reader.footnote': '脚注未读入正文',
    'reader.forbidden-code-point': '含有不允许的字符',
    'reader.header': '页眉未读入正文',
    'reader.heading-lost': '标题行丢失',
    'reader.heading-order': '章、类的序号没有递增',
    'reader.hidden-text': '隐藏文字，未读入',
    'reader.label-colon': '条款名称后不是全角冒号',
    'reader.label-variant': '条款名称与规定不一致',
    'reader.line-ending': '换行符不是 LF',
    'reader.number-duplicate': '序号重复',
    'reader.number-form': '序号写法与规定不一致',
    'reader.number-format-unknown': '自动编号的格式不认识，按数字读入',
    'reader.number-order': '序号没有递增',
    'reader.number-skipped': '序号不连续',
    'reader.paragraph-continued': '条款有多个自然段',
    'reader.paragraph-edge-blank': '段落首尾有空格',
    'reader.paragraph-empty': '空行',
    'reader.paragraph-unplaced': '段落不属于任何条款',
    'reader.part-unread': '嵌入的文档未读入',
    'reader.picture': '图片，其中的文字无法读取',
    'reader.provision-duplicate': '条款重复',
    'reader.provision-empty': '条款为空',
    'reader.provision-missing': '缺少条款',
    'reader.provision-order': '条款次序与规定不一致',
    'reader.ruby': '拼音标注未读入正文',
    'reader.section-missing': '服务项目之前没有章、类标题',
    'reader.symbol-unknown': '符号字体中的字符无法识别',
    'reader.table-of-contents': '目录，未读入正文',
    'reader.text-box': '文本框的文字已按所在位置读入',
    'reader.title-continued': '标准名称分成几行，已接续',
    'reader.title-missing': '缺少标题',
    'reader.title-stop': '服务项目名称后没有句号',
    'reader.unaccounted': '有文字未能读入',
  },
  en: {
    'reader.artefact': 'left by a conversion',
    'reader.comment': 'a comment, not taken into the text',
    'reader.edition-missing': 'the title names no year',
    'reader.endnote': 'an endnote, not taken into the text',
    'reader.footer': 'a footer, not taken into the text',
    'reader.footnote': 'a footnote, not taken into the text',
    'reader.forbidden-code-point': 'a character that is not allowed',
    'reader.header': 'a header, not taken into the text',
    'reader.heading-lost': 'a heading has lost its line',
    'reader.heading-order': 'the number of a heading does not rise',
    'reader.hidden-text': 'hidden text, not taken in',
    'reader.label-colon': 'no full-width colon behind the label',
    'reader.label-variant': 'not the label that is laid down',
    'reader.line-ending': 'lines do not end with LF',
    'reader.number-duplicate': 'the number is there twice',
    'reader.number-form': 'the number is not written as laid down',
    'reader.number-format-unknown': 'a list number in an unknown format, read as digits',
    'reader.number-order': 'the number does not rise',
    'reader.number-skipped': 'a number is skipped',
    'reader.paragraph-continued': 'a provision of several paragraphs',
    'reader.paragraph-edge-blank': 'blanks at the edge of a paragraph',
    'reader.paragraph-empty': 'an empty line',
    'reader.paragraph-unplaced': 'a paragraph that belongs to no provision',
    'reader.part-unread': 'an embedded document, not read',
    'reader.picture': 'a picture, in which text cannot be read',
    'reader.provision-duplicate': 'a provision is there twice',
    'reader.provision-empty': 'a provision is empty',
    'reader.provision-missing': 'a provision is missing',
    'reader.provision-order': 'provisions are not in the order that is laid down',
    'reader.ruby': 'a pronunciation guide, not taken into the text',
    'reader.section-missing': 'an entry before any heading',
    'reader.symbol-unknown': 'a character of a symbol font that is not known',
    'reader.table-of-contents': 'a table of contents, not taken into the text',
    'reader.text-box': 'a text box, taken in where it stands',
    'reader.title-continued': 'the title is in several lines and has been joined',
    'reader.title-missing': 'a title is missing',
    'reader.title-stop': 'no full stop behind the title',
    'reader.unaccounted': 'text that could not be taken in; compare it with the source',
  },
};

const LINE: Readonly<Record<Language, (line: number) => string>> = {
  zh: (line) => `第${line}行`,
  en: (line) => `line ${line}`,
};

/** One line: place, severity, what it is, what was found and the repair, and the code. */
export function findingText(finding: Finding, language: Language): string {
  const { code, severity, line, entry, provision, found, fix, params } = finding;
  const sentences: Readonly<Record<string, string>> = SENTENCES[language];
  const change = [found, fix].some((text) => text !== undefined && text !== '')
    ? `${JSON.stringify(found ?? '')} → ${JSON.stringify(fix ?? '')}`
    : Object.values(params ?? {}).join(' ');
  const place = [line === undefined ? '' : LINE[language](line), entry ?? '', provision ?? ''];
  return [...place, severity, sentences[code] ?? '', change, `(${code})`].filter((part) => part !== '').join('  ');
}

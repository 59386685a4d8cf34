import type { Problem } from '@dingben/kernel';

type Sentences = Readonly<Record<string, string>>;

const PROBLEMS: Readonly<Record<'zh' | 'en', Sentences>> = {
  zh: {
    'cli.file-unreadable': '文件无法读取',
    'cli.file-unwritable': '文件无法写入',
    'cli.file-encoding': '文件不是 UTF-8 编码的文本',
    'cli.file-empty': '文件中没有服务项目',
    'cli.text-forbidden': '文本含有不允许的字符，不能写成此格式',
    'cli.reasons-unreadable': '修改理由文件无法读取或格式不对',
    'comparison-table.reason-missing': '缺少修改理由',
    'document.character-missing': '字体中没有这些字符',
    'document.cell-too-long': '文本超过表格单元格的长度上限',
    'reader.json-invalid': '文件不是有效的 JSON',
    'reader.json-shape': '文件不符合 dingben.outline/1 的格式',
  },
  en: {
    'cli.file-unreadable': 'the file cannot be read',
    'cli.file-unwritable': 'the file cannot be written',
    'cli.file-encoding': 'the file is not text in UTF-8',
    'cli.file-empty': 'the file holds no service',
    'cli.text-forbidden': 'the text holds a character that this format may not carry',
    'cli.reasons-unreadable': 'the reasons cannot be read, or have another form',
    'comparison-table.reason-missing': 'a reason is missing',
    'document.character-missing': 'no font has these characters',
    'document.cell-too-long': 'a text is longer than a cell can be',
    'reader.json-invalid': 'the file is not valid JSON',
    'reader.json-shape': 'the file has not the form dingben.outline/1',
  },
};

/** One line for standard error: the file, what is wrong with it, and the code with the place where there is one. */
export function problemText({ code, params }: Problem, language: 'zh' | 'en'): string {
  const place = ['path', 'entry', 'column', 'characters', 'rows']
    .flatMap((key) => (params?.[key] === undefined ? [] : [` ${String(params[key])}`]))
    .join('');
  return `${String(params?.['file'])}: ${PROBLEMS[language][code] ?? ''} (${code}${place})`;
}

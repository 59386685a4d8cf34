import type { Problem } from '@dingben/kernel';

type Sentences = Readonly<Record<string, string>>;

const PROBLEMS: Readonly<Record<'zh' | 'en', Sentences>> = {
  zh: {
    'cli.chapter-unknown': '文件中没有编号为“%{chapter}”的章',
    'cli.file-unreadable': '文件无法读取',
    'cli.file-unwritable': '文件无法写入',
    'cli.file-empty': '文件中没有服务项目',
    'cli.text-forbidden': '文本含有不允许的字符，不能写成此格式',
    'document.damaged': '文件已损坏：其中的部分内容无法读取。请用 Word 或 WPS 打开后另存为 .docx 再试',
    'document.doctype': '文件中含有文档类型声明（DOCTYPE），不予读取',
    'document.empty': '文件是空的',
    'document.encoding-unknown': '无法判断文本的编码。请另存为 UTF-8 后再试',
    'document.encrypted': '文件设有密码。请先取消密码再导入',
    'document.json-invalid': '文件不是有效的 JSON',
    'document.json-shape': '文件不符合 dingben.outline/1 的格式',
    'document.not-a-docx': '文件不是 Word 文档（.docx），也不是文本文件',
    'document.old-word': '这是旧版 Word 文档（.doc）。请用 Word 或 WPS 另存为 .docx 再导入',
    'document.too-complex': '文件的结构过于复杂，不予读取',
    'document.too-large': '文件超过 10 MB，不予读取',
    'document.too-long': '文本过长：最多 %{characters} 字、%{lines} 段',
    'document.too-many-parts': '文件的组成部分超过 %{max} 个，不予读取',
    'document.tracked-changes':
      '文件中还有未处理的修订：插入 %{insertions} 处，删除 %{deletions} 处，移动 %{moves} 处，第一处在第 %{paragraph} 段：“%{found}”。请先在 Word 或 WPS 中接受或拒绝全部修订',
    'document.truncated': '文件不完整，可能没有传完。请重新上传',
    'document.zip-bomb': '文件解压后超过 20 MB，不予读取',
    'document.character-missing': '字体中没有这些字符：%{characters}',
    'cli.reasons-unreadable': '修改理由文件无法读取或格式不对',
    'comparison-table.reason-missing': '缺少修改理由',
    'document.cell-too-long': '文本超过表格单元格的长度上限',
  },
  en: {
    'cli.chapter-unknown': 'the file has no chapter %{chapter}',
    'cli.file-unreadable': 'the file cannot be read',
    'cli.file-unwritable': 'the file cannot be written',
    'cli.file-empty': 'the file holds no service',
    'cli.text-forbidden': 'the text holds a character that this format may not carry',
    'document.damaged':
      'the file is damaged: a part of it cannot be read. Open it in Word or WPS, save it as .docx and try again',
    'document.doctype': 'the file holds a document type declaration (DOCTYPE) and is not read',
    'document.empty': 'the file is empty',
    'document.encoding-unknown': 'the encoding of the text cannot be told. Save it as UTF-8 and try again',
    'document.encrypted': 'the file is protected by a password. Take the password off first',
    'document.json-invalid': 'the file is not valid JSON',
    'document.json-shape': 'the file has not the form dingben.outline/1',
    'document.not-a-docx': 'the file is neither a Word document (.docx) nor a text',
    'document.old-word': 'this is a document of an old Word (.doc). Save it as .docx in Word or WPS first',
    'document.too-complex': 'the structure of the file is too complex to be read',
    'document.too-large': 'the file is larger than 10 MB and is not read',
    'document.too-long': 'the text is too long: %{characters} characters and %{lines} paragraphs at most',
    'document.too-many-parts': 'the file has more than %{max} parts and is not read',
    'document.tracked-changes':
      'tracked changes are not decided yet: %{insertions} insertions, %{deletions} deletions, %{moves} moves, the first in paragraph %{paragraph}: “%{found}”. Accept or reject all of them in Word or WPS first',
    'document.truncated': 'the file is not complete; perhaps the transfer was cut off. Upload it again',
    'document.zip-bomb': 'the file unpacks to more than 20 MB and is not read',
    'document.character-missing': 'no font has these characters: %{characters}',
    'cli.reasons-unreadable': 'the reasons cannot be read, or have another form',
    'comparison-table.reason-missing': 'a reason is missing',
    'document.cell-too-long': 'a text is longer than a cell can be',
  },
};

const VALUE = /%\{([a-z]+)\}/g;

/** One line for standard error: the file, what is wrong with it, and the code with the place where there is one. */
export function problemText({ code, params }: Problem, language: 'zh' | 'en'): string {
  const place = ['path', 'entry', 'column', 'rows']
    .flatMap((key) => (params?.[key] === undefined ? [] : [` ${String(params[key])}`]))
    .join('');
  const sentence = (PROBLEMS[language][code] ?? '').replace(VALUE, (_, name: string) => String(params?.[name] ?? ''));
  return `${String(params?.['file'])}: ${sentence} (${code}${place})`;
}

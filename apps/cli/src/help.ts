import { languageOf } from './language.ts';

const en = `dingben: the command line of Dingben

  npm run -s dingben -- COMMAND …

  read FILE [--json]           read an official document into its outline, with findings
  proofread FILE [--json]      check a text by the rules of 校核
  compare A B [--json]         compare two texts or outlines, or write the comparison table
  export FILE --format FORMAT  write an outline in another form
  verify [FILE]                check the ledger, of the database or of an exported file
  serve                        start the database and the API, as npm start does
  help                         this text

  COMMAND --help tells more of a command.
  Exit status: 0 done, 1 findings or differences that the command reports as failure, 2 unusable input.
`;

const zh = `dingben：定本命令行

  npm run -s dingben -- 命令 …

  read 文件 [--json]           读入公文（.docx、文本），得出结构和校核问题
  proofread 文件 [--json]      按校核规则检查文本
  compare 甲 乙 [--json]       对比两份文本或结构文件，或写出修订对照表
  export 文件 --format 格式    把结构写成其他格式
  verify [文件]                验证审计账本（数据库或导出的文件）
  serve                        启动数据库和服务，同 npm start
  help                         本说明

  命令后加 --help 可看详细说明。
  退出状态：0 完成；1 有问题或差异；2 输入不可用。
`;

/** The list of commands, in the language of the terminal. */
export function helpFor(env: Readonly<Record<string, string | undefined>>): string {
  return languageOf(env) === 'zh' ? zh : en;
}

import type { BadRow, LedgerReport } from '@dingben/ledger';

export const USAGE = {
  zh: `dingben verify [文件] [--database 地址] [--checkpoints 文件夹] [--key 文件] [--json]

  验证审计账本。给出文件时验证导出的账本（NDJSON）或发布凭证（.zip）；否则验证数据库，并逐条核对现存文本。
  发布凭证不需要服务器和数据库：逐个核对文件、条目、审核与签名，指出第一处不符。
  --database     postgresql://…，默认取 DATABASE_URL，再默认为数据文件夹中的内置数据库
  --checkpoints  检查点所在的文件夹，默认为数据文件夹中的 checkpoints
  --key          验证检查点签名的公钥（PEM），默认为该文件夹中的 public-key.pem；
                 发布凭证默认用其自带的公钥，只能证明前后一致
  --json         输出完整结果
`,
  en: `dingben verify [FILE] [--database URL] [--checkpoints FOLDER] [--key FILE] [--json]

  Verifies the audit ledger: an exported one (NDJSON) or the bundle of a publication (.zip) where FILE is given, else that
  of a database with every text in it. A bundle needs no server and no database: files, entries, approvals and signature
  are judged, and the first thing that is wrong is named.
  --database     postgresql://…; by default DATABASE_URL, or else the embedded database of the data folder
  --checkpoints  the folder of checkpoints; by default checkpoints in the data folder
  --key          the public key (PEM) that signed them; by default public-key.pem in that folder, or the bundle's own,
                 which proves no more than that the bundle agrees with itself
  --json         writes the whole report
`,
} as const;

type Language = keyof typeof USAGE;

/** What each code means; the code itself is printed beside it. */
const FAULTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'ledger.sequence': { en: 'an event is missing or out of order', zh: '缺少记录或次序有误' },
  'ledger.form': { en: 'an event of an unknown form', zh: '记录格式未知' },
  'ledger.link': { en: 'an event does not follow the one before it', zh: '记录与前一条不相衔接' },
  'ledger.time': { en: 'an event is earlier than the one before it', zh: '记录时间早于前一条' },
  'ledger.hash': { en: 'an event was altered', zh: '记录被改动' },
  'row.altered': { en: 'a row is not what was recorded', zh: '现存数据与记录不符' },
  'row.missing': { en: 'a recorded row is gone', zh: '记录过的数据已不存在' },
  'row.unrecorded': { en: 'a row was never recorded', zh: '现存数据没有记录' },
  'text.altered': { en: 'a text was altered', zh: '文本被改动' },
  'outline.altered': { en: 'an outline was altered', zh: '版本结构被改动' },
  'amendment.altered': { en: 'an amendment is not what was submitted', zh: '修订建议与提交时不符' },
  'publication.altered': { en: 'a published file was altered', zh: '发布文件被改动' },
  'state.altered': { en: 'a state is not that of the last event', zh: '状态与最后一次操作不符' },
  'checkpoint.signature': { en: 'a checkpoint is not signed by this key', zh: '检查点签名无效' },
  'checkpoint.previous': { en: 'a checkpoint does not follow the one before it', zh: '检查点与前一个不相衔接' },
  'checkpoint.database': { en: 'a checkpoint of another database', zh: '检查点属于另一个数据库' },
  'checkpoint.beyond-end': { en: 'the ledger was cut off', zh: '账本末尾被截去' },
  'checkpoint.altered': { en: 'the ledger was rewritten before this checkpoint', zh: '检查点之前的账本被重写' },
};

const WORDS = {
  en: {
    events: 'events',
    head: 'head',
    checked: 'rows checked',
    kept: 'checkpoints',
    good: 'Verified',
    bad: 'NOT verified',
    first: 'first bad event',
    none: 'the end of the ledger',
  },
  zh: {
    events: '条记录',
    head: '末条',
    checked: '项数据已核对',
    kept: '个检查点',
    good: '验证通过',
    bad: '验证未通过',
    first: '最早有误的记录',
    none: '账本末尾',
  },
} as const;

/** How many faults of one kind are printed; `--json` has them all. */
const SHOWN = 20;

function fault(code: string, language: Language): string {
  return `${FAULTS[code]?.[language] ?? code} (${code})`;
}

function rowLine({ table, id, code, seq }: BadRow, language: Language): string {
  return `  ${seq === null ? '–' : `#${seq}`} ${table} ${id}: ${fault(code, language)}`;
}

/** The result for people: what was judged, what is wrong, and from which event on. */
export function reportText(report: LedgerReport, language: Language): string {
  const words = WORDS[language];
  const { events, head, texts, checkpoints, firstBad } = report;
  const first = firstBad === null ? words.none : `#${firstBad.seq}, ${fault(firstBad.code, language)}`;
  const lines = [
    `${events} ${words.events}${head === null ? '' : `, ${words.head} #${head.seq} ${head.hash}`}`,
    `${texts.checked} ${words.checked}, ${checkpoints.checked} ${words.kept}`,
    ...checkpoints.bad.slice(0, SHOWN).map(({ size, code }) => `  checkpoint ${size}: ${fault(code, language)}`),
    ...texts.bad.slice(0, SHOWN).map((row) => rowLine(row, language)),
    ...(texts.bad.length > SHOWN ? [`  … ${texts.bad.length}`] : []),
    report.ok ? words.good : `${words.bad}: ${words.first} ${first}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Why nothing could be judged. */
export function unusableText(error: Error, language: Language): string {
  return `${language === 'zh' ? '无法验证' : 'Nothing could be verified'}: ${error.message}`;
}

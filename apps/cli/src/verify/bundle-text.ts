import type { BundleCode, BundleReport, Fault, PublicationFacts } from '@dingben/publication';

type Language = 'zh' | 'en';

/** What each code means; `{}` stands for the file, entry, event or amendment. */
const FAULTS: Readonly<Record<BundleCode, Readonly<Record<Language, string>>>> = {
  'bundle.archive': { zh: '不是发布凭证，或已损坏', en: 'no bundle, or a damaged one' },
  'bundle.member-missing': { zh: '缺少文件 {}', en: 'the file {} is missing' },
  'bundle.member-unknown': { zh: '多出文件 {}，或次序有误', en: 'the file {} does not belong here' },
  'bundle.member-unreadable': { zh: '文件 {} 无法读取，已被改动', en: 'the file {} cannot be read; it was altered' },
  'bundle.altered': { zh: '压缩包本身被改动', en: 'the archive itself was altered' },
  'key.other': { zh: '公钥与您提供的不同', en: 'the key is not the one that was given' },
  'checkpoint.signature': { zh: '检查点 {} 的签名无效', en: 'the signature of checkpoint {} is not valid' },
  'event.altered': { zh: '账本记录 #{} 被改动', en: 'ledger event #{} was altered' },
  'event.not-included': { zh: '账本记录 #{} 不在已签名的账本中', en: 'ledger event #{} is not in the signed ledger' },
  'publication.not-recorded': { zh: '账本没有记录这次发布', en: 'the ledger did not record this publication' },
  'publication.differs': { zh: '与账本记录的发布不一致：{}', en: 'not what the ledger recorded as published: {}' },
  'publication.self-published': {
    zh: '发布人起草过文本，或是申请发布的人',
    en: 'the publisher wrote in it or asked for it',
  },
  'file.altered': { zh: '发布文件被改动：{}', en: 'a published file was altered: {}' },
  'outline.altered': { zh: '标准的结构与发布时不同', en: 'the outline is not the one that was published' },
  'entry.altered': { zh: '条目 {} 与发布时不同', en: 'entry {} is not as it was published' },
  'entry.not-approved': { zh: '条目 {} 的文本未经审核通过', en: 'the text of entry {} was not approved' },
  'entry.removed': { zh: '条目（代码 {}）未经审核即被删去', en: 'the entry with code {} was removed without approval' },
  'commit.missing': { zh: '缺少第 {} 次提交', en: 'commit {} is missing' },
  'commit.differs': { zh: '第 {} 次提交与前后不衔接', en: 'commit {} does not fit the others' },
  'amendment.altered': { zh: '修订建议与合并时不同：{}', en: 'an amendment is not what was merged: {}' },
  'amendment.not-approved': { zh: '修订建议未经审核通过：{}', en: 'an amendment was not approved: {}' },
  'amendment.self-approved': { zh: '修订建议由起草人自己通过：{}', en: 'an amendment was approved by its author: {}' },
};

const WORDS = {
  zh: {
    publication: '第 {} 次发布',
    code: '核验码',
    at: '发布时间',
    effective: '实施日期',
    files: '个文件',
    entries: '个条目',
    amendments: '条修订建议',
    events: '条账本记录',
    checkpoint: '检查点',
    good: '验证通过：发布的文本即审核通过的文本，未被改动',
    bad: '验证未通过',
    ownKey: '公钥：与您提供的一致',
    bundleKey: '公钥：取自凭证本身。它只能证明凭证前后一致；要证明出自何处，请用 --key 给出另行取得的公钥',
  },
  en: {
    publication: 'publication {}',
    code: 'code',
    at: 'published',
    effective: 'effective',
    files: 'files',
    entries: 'entries',
    amendments: 'amendments',
    events: 'ledger events',
    checkpoint: 'checkpoint',
    good: 'Verified: the published text is the approved text, and nothing was altered',
    bad: 'NOT verified',
    ownKey: 'key: the one that was given',
    bundleKey:
      'key: came from the bundle itself. It proves that the bundle agrees with itself; where it comes from is proven by --key with a copy from elsewhere',
  },
} as const;

/** The result for people: what was judged, whose key it was, and the first thing that is wrong. */
export function bundleText(report: BundleReport, language: Language): string {
  const words = WORDS[language];
  const { publication, fault, keyFrom } = report;
  const lines = [
    ...(publication === null ? [] : factLines(publication, language)),
    ...(publication === null
      ? []
      : [keyFrom === 'own' && fault?.code !== 'key.other' ? words.ownKey : words.bundleKey]),
    fault === null ? words.good : `${words.bad}: ${faultText(fault, language)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function faultText({ code, subject }: Fault, language: Language): string {
  return `${FAULTS[code][language].replace('{}', () => subject)} (${code})`;
}

function factLines(facts: PublicationFacts, language: Language): string[] {
  const words = WORDS[language];
  const at = facts.atUs === null ? '–' : `${beijing(facts.atUs)} (UTC+8)`;
  const counts = [
    `${facts.files} ${words.files}`,
    `${facts.entries} ${words.entries}`,
    `${facts.amendments} ${words.amendments}`,
    `${facts.events} ${words.events}`,
    `${words.checkpoint} ${facts.checkpoint}`,
  ];
  return [
    `${facts.title}, ${words.publication.replace('{}', String(facts.number))}`,
    `${words.code} ${facts.code ?? '–'}, ${words.at} ${at}, ${words.effective} ${facts.effectiveDate}`,
    counts.join(', '),
  ];
}

function beijing(atUs: number): string {
  return new Date(atUs / 1000 + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

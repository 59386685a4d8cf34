import type { Rule, Seen } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

/** Writings that official texts do not use, each with the one that they do (《第一批异形词整理表》 and the drafting rules for laws). */
const WORDS: Readonly<Record<string, string>> = {
  其它: '其他',
  帐号: '账号',
  帐户: '账户',
  帐目: '账目',
  对像: '对象',
  按装: '安装',
  布署: '部署',
  报消: '报销',
};

/** 其它 for 其他 and the like. */
export const wordForm: Rule = {
  code: 'proofreading.word-form',
  severity: 'info',
  reads: EVERYWHERE,
  see: ({ text }) => {
    const seen: Seen[] = [];
    for (const [word, fix] of Object.entries(WORDS))
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        seen.push({ start: at, end: at + word.length, fix });
    return seen;
  },
};

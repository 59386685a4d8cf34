import { longestAt } from './characters.ts';
import { scanTitles } from './citations.ts';
import type { Mention } from './reference.ts';

/** Groups of people that public services are for, longest name wins: 残疾儿童 before 儿童. */
const GROUPS = [
  '新生儿',
  '儿童',
  '残疾儿童',
  '留守儿童',
  '困境儿童',
  '事实无人抚养儿童',
  '孤儿',
  '幼儿',
  '青少年',
  '未成年人',
  '婴幼儿',
  '孕产妇',
  '妇女',
  '育龄夫妇',
  '学生',
  '毕业生',
  '在校生',
  '老年人',
  '残疾人',
  '重度残疾人',
  '残疾军人',
  '特困人员',
  '特困供养人员',
  '低保',
  '低收入家庭',
  '低收入群体',
  '优抚对象',
  '城乡居民',
  '农村居民',
  '居民',
  '村（居）民',
  '户籍妇女',
  '少数民族居民',
  '劳动者',
  '劳动年龄人口',
  '职工',
  '用人单位',
  '失业人员',
  '就业困难人员',
  '零就业家庭',
  '退休人员',
  '流动人员',
  '患者',
  '病人',
  '感染者',
  '高危行为人群',
  '退役军人',
  '现役军人',
  '烈士遗属',
  '军人遗属',
  '军人家属',
  '公民',
  '当事人',
];

/** The groups of people whom 服务对象 names. Where it names none that is known, the first clause stands for the group. */
export function scanTargetGroups(text: string): Mention[] {
  const titles = scanTitles(text);
  const found: Mention[] = [];
  let nextTitle = 0;
  for (let at = 0; at < text.length;) {
    const title = titles[nextTitle];
    if (title !== undefined && at >= title.start) {
      at = Math.max(at, title.end);
      nextTitle++;
      continue;
    }
    const group = longestAt(text, at, GROUPS);
    if (group !== undefined) found.push({ start: at, end: at + group.length, key: group, data: { name: group } });
    at += group?.length ?? 1;
  }
  return found.length > 0 ? found : firstClause(text);
}

function firstClause(text: string): Mention[] {
  let end = 0;
  while (end < text.length && !'。；;，,\n'.includes(text.charAt(end))) end++;
  const name = text.slice(0, end);
  return name.trim() === '' ? [] : [{ start: 0, end, key: name, data: { name } }];
}

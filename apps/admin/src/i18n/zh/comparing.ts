/** What a comparison says of how entries became others, and of texts that only changed their place or their form. */
export const comparing = {
  splitInto: '拆分为 %{numbers}',
  splitFrom: '自原 %{number} %{title} 拆分',
  mergedFrom: '由原 %{numbers} 合并',
  mergedInto: '并入 %{number} %{title}',
  movedAway: '移走的第 %{number} 处，转到移入的位置',
  movedHere: '移入的第 %{number} 处，转到原来的位置',
  markAway: '移出%{number}',
  markHere: '移入%{number}',
  hideFormat: '隐藏格式变化（%{count}）',
  three: '三方',
  base: '底本',
  baseOf: '底本：%{label}',
  draft: '草案现状（对照底本）',
  draftThen: '提出时的草案（对照底本）',
  proposed: '本修订（对照草案）',
  became: { item: '服务项目改为分项', service: '分项改为服务项目' },
};

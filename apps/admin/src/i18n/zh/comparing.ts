/** What a comparison says of how entries became others, and of texts that only changed their place or their form. */
export const comparing = {
  splitInto: '拆分为 %{numbers}',
  splitFrom: '自原 %{number} %{title} 拆分',
  mergedFrom: '由原 %{numbers} 合并',
  mergedInto: '并入 %{number} %{title}',
  became: { item: '服务项目改为分项', service: '分项改为服务项目' },
};

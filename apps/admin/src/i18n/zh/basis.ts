export const basis = {
  correct: '更正',
  correctThis: '更正“%{text}”的识别结果',
  correctTitle: '更正识别结果',
  corrected: '已更正',
  verdict: '这处是什么',
  title: '名称',
  number: '文号',
  value: '数值',
  upper: '上限（区间才填）',
  unit: '单位',
  comparator: '比较',
  perWhom: '按谁计（如 每人）',
  perPeriod: '按期计（如 每月）',
  reason: '理由',
  reasonHelp: '理由和更正一起记入审计账本，条文本身不变。',
  agency: '单位',
  part: '分工',
  lead: '牵头',
  source: '资金来源',
  role: '分担方式',
  noRole: '未写明',
  who: '对象',
  traits: '户籍、年龄',
  ages: '%{ages} 岁',
  condition: '条件',
  reading: '含义',
  log: '更正记录（%{count}）',
};

/** What is said of a reference, by its kind. */
export const verdict = {
  'citation.regulation': '是这份文件',
  'citation.not-regulation': '不是依据文件',
  'citation.nothing': '不是引用',
  'certificate.regulation': '是依据文件',
  'certificate.nothing': '不是证件名称',
  'quantity.quantity': '数量是',
  'quantity.nothing': '不是数量标准',
};

export const fundingRole = {
  bears: '承担',
  bearsMost: '主要承担',
  bearsPart: '部分承担',
  shares: '共同承担',
  subsidises: '补助',
  contributes: '缴费、筹资',
  pays: '支付',
  topsUp: '兜底',
};

export const residence = { registered: '户籍', resident: '常住', unregistered: '非本地户籍' };

export const comparator = { exact: '等于', least: '不低于', most: '不超过', above: '超过', below: '低于' };

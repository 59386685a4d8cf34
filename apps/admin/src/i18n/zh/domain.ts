import type { ChecklistCode } from '../../api/types.ts';

/** Words of the domain, by the code that travels. */
export const role = {
  editor: '起草',
  liaison: '部门联络',
  reviewer: '审核',
  publisher: '发布',
  auditor: '审计',
  admin: '系统管理',
};

export const editionState = {
  imported: '已导入',
  drafting: '起草中',
  consulting: '征求意见中',
  finalising: '定稿中',
  scheduled: '待发布',
  published: '已发布',
  superseded: '已被替代',
  abandoned: '已放弃',
  withdrawn: '已撤回',
};

export const editionKind = { final: '正式版', 'consultation-draft': '征求意见稿', corrigendum: '勘误版' };

export const commitKind = { import: '导入', fork: '建立新版本', merge: '并入' };

export const editionEvent = {
  import: '导入',
  fork: '起草新版本',
  openConsultation: '开始征求意见',
  finalise: '进入定稿',
  reopen: '退回起草',
  schedule: '提请发布',
  unschedule: '撤回提请',
  publish: '发布',
  supersede: '被替代',
  abandon: '放弃起草',
  plan: '定时发布',
  unplan: '取消定时',
  withdraw: '撤回发布',
  reinstate: '恢复施行',
};

export const editionEventHint = {
  fork: '以本版本为底本起草新版本，原文不变。',
  openConsultation: '草案进入征求意见阶段，仍可通过修订修改。',
  finalise: '草案进入定稿阶段，处理完剩余修订和校核问题后即可提请发布。',
  reopen: '草案退回起草阶段。',
  schedule: '确定实施日期并提请发布。提请后不能再修改，由您以外的发布人员发布。',
  unschedule: '撤回提请，草案回到定稿阶段。',
  publish: '发布后内容冻结，不能再修改；有误只能另行勘误。',
  abandon: '放弃后草案不再使用，已有内容和记录保留。',
  plan: '选定将来的日期和时间，到时由系统自动发布；届时重新核对您的权限和文本。',
  unplan: '取消定时发布，版本仍待发布。',
  withdraw: '声明本版本自某日起不再施行，并向公众说明原因。发布的文件和网址保留不变，此前的版本恢复施行。',
};

export const amendmentState = {
  draft: '起草中',
  submitted: '待审核',
  approved: '已通过',
  changes_requested: '退回修改',
  merged: '已并入',
  withdrawn: '已撤回',
  rejected: '已驳回',
};

export const amendmentEvent = {
  open: '新建修订',
  reopen: '收回修改',
  submit: '提交审核',
  approve: '通过',
  requestChanges: '退回修改',
  reject: '驳回',
  withdraw: '撤回修订',
  merge: '并入草案',
  edit: '修改',
};

export const reasonClass = {
  'superior-law': '上位法调整',
  'national-standard': '国家标准调整',
  'institutional-reform': '机构改革',
  'fiscal-policy': '财政政策',
  wording: '文字规范',
  'adopted-opinion': '采纳意见',
  erratum: '勘误',
  other: '其他',
};

export const provision = {
  targetGroup: '服务对象',
  content: '服务内容',
  standard: '服务标准',
  funding: '支出责任',
  leadAgency: '牵头负责单位',
};

export const field = { title: '名称', place: '位置', entry: '条目', ...provision };

export const reference = {
  citation: '引用文件',
  certificate: '证件名称',
  agency: '单位',
  funding: '资金来源',
  targetGroup: '服务对象',
  quantity: '数量标准',
};

export const editKind = { revise: '修改', add: '新增', remove: '取消', move: '移位' };

export const severity = { error: '错误', warning: '提示', info: '说明' };

export const findingState = { open: '待处理', accepted: '保留原文', fixed: '已处理' };

export const checklist = {
  'checklist.open-amendments': '还有未办结的修订',
  'checklist.error-findings': '还有未处理的错误级校核问题',
  'checklist.effective-date': '尚未确定实施日期',
  'checklist.state': '版本不在可以发布的阶段',
  'checklist.empty-provisions': '有条款没有内容',
  'checklist.warning-findings': '还有未处理的提示级校核问题',
  'checklist.proofreading': '当前文本尚未校核',
  'checklist.missing-characters': '有的字在 PDF 的字体中没有，无法印出',
  'checklist.comments': '还有未解决的意见',
  'checklist.legal-basis': '有修订没有写明依据',
  'checklist.repealed-regulations': '引用了已废止或失效的文件',
} satisfies Readonly<Record<ChecklistCode, string>>;

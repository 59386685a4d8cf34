/** Documents that leave the office: what there is, what each is for, and what may stand in the way. */
export const produced = {
  title: '下载《%{label}》',
  range: '范围',
  whole: '全文',
  form: '格式',
  draft: '这是草案：文件名和页眉注明“草案”及提交次数。',
  atCommit: '按第 %{commit} 次提交时的文字生成。',
  frozen: '全文是发布时冻结的文件，任何时候下载都逐字节相同；单章按发布的文字生成。',
  make: '生成并下载',
  download: '下载',
  again: '重新生成',
  stop: '取消生成',
  stopped: '已取消生成。',
  close: '关闭',
  waiting: '排队等候…',
  made: '已生成“%{name}”。',
  save: '没有自动保存？点此下载',
  kept: '生成的文件保留一天。',
  compared: '生成公文',
  comparedTitle: '生成公文：%{before} → %{after}',
  table: '修订对照表',
  notes: '编制说明',
  reasonsFrom: '修改理由和依据取自已并入的修订，没有修订的取自对比页所填；编制说明按变化类型统计。',
  missing: '以下 %{count} 处修改没有理由，补齐后才能生成修订对照表：',
  missingHint: '修改理由取自已并入的修订；没有修订的，请在对比页“理由与依据”一栏填写，可一次用于多处。',
};

export const standardForm = {
  docx: 'Word 文档',
  pdf: 'PDF',
  html: '网页',
  xlsx: 'Excel 表格',
  txt: '纯文本',
  akn: 'Akoma Ntoso（XML）',
  json: '数据（JSON）',
};

export const standardUse = {
  docx: '公文版式，供继续编辑、送审报批',
  pdf: '公文版式，供印制、归档，内嵌字体和书签',
  html: '供浏览、转发，每一条款都有自己的链接',
  xlsx: '每个条目一行，供筛选、统计',
  txt: '供比对、粘贴，一段一行',
  akn: '国际通用的法律文本格式，供其他系统使用',
  json: '本系统的交换格式，可再次导入',
};

export const tableForm = {
  docx: 'Word 文档',
  tracked: 'Word 文档，带修订标记',
  pdf: 'PDF',
  xlsx: 'Excel 表格',
  html: '网页',
};

export const tableUse = {
  docx: '删除、新增用颜色和划线标出，供送审',
  tracked: '修改处可在 Word、WPS 中逐处接受或拒绝',
  pdf: '供印制、归档，表头每页重复',
  xlsx: '一行一条，标记保留在单元格内',
  html: '供浏览、转发',
};

export const notesForm = { docx: 'Word 文档', html: '网页' };

export const notesUse = { docx: '修订情况的段落和统计表，供写入编制说明', html: '供浏览、转发' };

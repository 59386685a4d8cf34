/** Sentences of publishing: its refusals, its page, its words. */
export const publishingProblem = {
  'publication.not-provable': '账本与已签名的检查点不一致，或尚未签名，暂不能出具发布凭证。请联系系统管理员验证账本。',
  'amendment.erratum-only': '勘误版只接受理由为“勘误”的修订。',
  'edition.correction-base': '只能对已发布的版本勘误。',
  'publication.moment-missing': '请填写发布的日期和时间。',
  'publication.moment-past': '发布时间已经过去，请填写将来的时间，或直接发布。',
  'publication.not-planned': '没有等待执行的定时发布。',
  'publication.planned': '已定时发布，须先取消定时。',
  'withdrawal.day-past': '撤回不能早于今天生效。',
};

export const publishing = {
  code: '核验码',
  bundle: '下载发布凭证',
  bundleHint: '一个压缩包：发布清单、全部发布文件、账本证明和公钥。用 dingben verify 离线核验，不需要服务器和数据库。',
};

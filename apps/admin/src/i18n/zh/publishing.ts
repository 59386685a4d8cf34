/** Sentences of publishing: its refusals, its page, its words. */
export const publishingProblem = {
  'publication.not-provable': '账本与已签名的检查点不一致，或尚未签名，暂不能出具发布凭证。请联系系统管理员验证账本。',
};

export const publishing = {
  code: '核验码',
  bundle: '下载发布凭证',
  bundleHint: '一个压缩包：发布清单、全部发布文件、账本证明和公钥。用 dingben verify 离线核验，不需要服务器和数据库。',
};

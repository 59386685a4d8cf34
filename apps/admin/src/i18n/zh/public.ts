export const publicSite = {
  address: '公开地址',
  hint: '公众在此阅读和下载这一版本，无须登录，地址长期有效。',
};

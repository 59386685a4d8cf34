/** Levels of government as they are written, and the purse that each means. */
export const LEVELS: Readonly<Record<string, string>> = {
  中央: '中央财政',
  国家: '中央财政',
  省级: '省级财政',
  省: '省级财政',
  市级: '市级财政',
  市: '市级财政',
  区级: '区级财政',
  区: '区级财政',
  县级: '县级财政',
  县: '县级财政',
  乡级: '乡级财政',
  乡镇: '乡级财政',
  地方: '地方财政',
  各级: '各级财政',
};
/** What makes a level's name a payer: 市级财政, 区政府, 中央补助资金. */
export const HEADS = ['财政资金', '财政', '人民政府', '政府', '财力', '补助资金', '资金'];
/** What makes levels payers without such a word: 市、区共同承担支出责任, 区级统筹各类资金予以落实. */
export const ACTS = ['共同', '按比例', '分担', '承担', '负担', '负责', '统筹'];
/** Not a purse but an office: 市级财政部门. */
export const OFFICES = ['部门', '主管', '机关', '局'];
/** Purses without a level, where they stand by themselves. */
export const GENERAL: Readonly<Record<string, string>> = { 政府财政: '政府财政', 政府: '政府财政', 财政: '政府财政' };
/** What stands before a purse without a level; any other word before it makes another name of it. */
export const BEFORE_GENERAL = '由从对过，,。；;和或、及与';

export const FUND_ENDINGS = ['基金', '专项资金', '专账资金', '专项债券资金', '债券资金', '专项经费', '公益金'];
/** A fund's name begins after one of these. */
export const BEFORE_A_FUND = '从由对在立用好、，,。；;：和与及以按入\n';

export const CONTRIBUTORS: Readonly<Record<string, string>> = {
  用人单位: '用人单位',
  职工共同: '职工',
  职工缴: '职工',
  职工个人: '职工',
  参保人缴: '参保人',
  个人自筹: '个人',
  个人缴: '个人',
  个人承担: '个人',
  个人负担: '个人',
  社会各界捐助: '社会捐助',
  社会捐助: '社会捐助',
  社会捐赠: '社会捐助',
  社会资金: '社会资金',
  社会资本: '社会资金',
  收费: '服务收费',
};
/** Behind these words a contributor's own name ends before the verb. */
export const CONTRIBUTOR_VERBS = ['共同', '缴', '自筹', '承担', '负担'];
export const JOINTS = ['、', '和', '及', '与', '以及', '或'];

export type FundingRole =
  'bears' | 'bearsMost' | 'bearsPart' | 'shares' | 'subsidises' | 'contributes' | 'pays' | 'topsUp';

/** What a source does, by the first of these words behind it; the longest at a place counts. */
export const ROLES: Readonly<Record<string, FundingRole>> = {
  共同承担: 'shares',
  共同负责: 'shares',
  共同负担: 'shares',
  共同分担: 'shares',
  分担: 'shares',
  按职责承担: 'shares',
  按职责分工承担: 'shares',
  按比例承担: 'shares',
  按比例负担: 'shares',
  承担: 'bears',
  全额承担: 'bears',
  全额负担: 'bears',
  全额支付: 'bears',
  全额保障: 'bears',
  负担: 'bears',
  负责: 'bears',
  主要承担: 'bearsMost',
  承担主要: 'bearsMost',
  部分承担: 'bearsPart',
  承担部分: 'bearsPart',
  共同缴: 'contributes',
  缴: 'contributes',
  自筹: 'contributes',
  捐助: 'contributes',
  捐赠: 'contributes',
  投入: 'contributes',
  收费: 'contributes',
  兜底: 'topsUp',
  补助: 'subsidises',
  补贴: 'subsidises',
  资金支持: 'subsidises',
  转移支付: 'subsidises',
  支付: 'pays',
  支出: 'pays',
  列支: 'pays',
  落实: 'pays',
  保障: 'pays',
  解决: 'pays',
};
export const ROLE_WORDS = Object.keys(ROLES);
/** The manner that goes with a role and is part of its meaning. */
export const TERMS = ['按职责', '按比例'];
/** Words before a fund that say that it is used. */
export const USES = ['用足用好', '使用', '利用', '统筹使用', '用好'];

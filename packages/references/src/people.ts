/**
 * The nouns with which a group of people, or of those who act like one, ends. A Chinese noun phrase has its head last, so
 * that whatever stands before it may be anything.
 */
export const PEOPLE: readonly string[] = [
  ...[
    '居民',
    '村（居）民',
    '村(居)民',
    '村民',
    '市民',
    '公民',
    '农民',
    '群众',
    '公众',
    '个人',
    '人口',
    '人群',
    '群体',
    '人士',
  ],
  ...['新生儿', '婴儿', '幼儿', '儿童', '孤儿', '少年', '未成年人', '青年', '老年人', '老人', '妇女'],
  ...['孕产妇', '孕妇', '产妇', '夫妇', '夫妻', '父母', '母亲', '子女', '家属', '遗属', '亲属', '家庭', '农户'],
  ...['学生', '毕业生', '在校生', '中小学生', '教师', '患者', '病人', '感染者', '接触者', '伤病员', '残疾人'],
  ...['劳动者', '劳动力', '职工', '员工', '雇员', '人员', '公务员', '参保人', '创业者', '志愿者', '使用者', '消费者'],
  ...['军人', '士兵', '烈士', '民警', '对象', '成员', '当事人', '受害人', '申请人', '监护人', '持有人'],
  ...['单位', '企业', '机关', '团体', '基金会', '事务所', '工商户', '委员会', '合作社', '社会组织'],
];
/** Words that may stand before a group and are no part of its name. */
export const LEADS = [
  '以及',
  '包括',
  '包含',
  '其中',
  '具体是',
  '主要是',
  '等各类',
  '各类',
  '等',
  '含',
  '及',
  '和',
  '或者',
  '或',
  '、',
];
/** What parts one group from the next, where a group is complete before it. */
export const PARTS = ['、', '，', ',', '以及', '和', '及', '或者', '或', '等'];
/** What ends a group although the clause goes on: …残疾军人需要长期医疗的, …对象也可参照执行. */
export const PREDICATES = ['需要', '也可', '可以', '应当', '按照', '参照', '纳入'];
/** A note in brackets that begins with one of these names further groups. */
export const INCLUDING = ['含', '包括', '包含'];
/** Where a group is and whom the standard is for anyway. */
export const PLACES = ['本市', '北京市', '全市', '我市', '辖区内'];

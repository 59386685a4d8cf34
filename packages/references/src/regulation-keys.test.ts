import fc from 'fast-check';
import { regulationKeys } from './index.ts';

const numberOf = (number: string): string | null => regulationKeys({ number }).number;
const titleOf = (title: string): string | null => regulationKeys({ title }).title;

describe('the number of a regulation', () => {
  test.each([
    [
      '京药〔2019〕6号',
      [
        '京药﹝2019﹞6号',
        '京药[2019]6号',
        '京药［2019］ 6 号',
        '京药【2019】6号',
        '京药（2019）6号',
        '京药(2019)第06号',
        '（京药〔２０１９〕６号）',
        '京药〔2019〕6',
      ],
    ],
    [
      '国务院令第586号',
      [
        '中华人民共和国国务院令第586号',
        '国务院令第 586 号',
        '国务院令586号',
        '国务院第586号令',
        '国务院令第五百八十六号',
        '国令第586号',
      ],
    ],
    ['北京市人民政府令第183号', ['北京市人民政府令183号', '北京市人民政府令第１８３号', '北京市人民政府令 第183号']],
    ['主席令第35号', ['中华人民共和国主席令第三十五号', '主席令第35号', '主席令三十五号']],
    ['GB/T33527-2017', ['GB/T 33527-2017', 'GB／T33527—2017', 'gb/t 33527－2017']],
    ['DB11/T1123-2023', ['DB11/T 1123-2023', 'DB11/T1123–2023']],
    ['SF/T0058-2023', ['SF/T0058—2023', 'SF/T 0058-2023']],
    ['建标108-2008', ['建标 108—2008', '建标108-2008']],
    ['建标〔2008〕108号', ['建标[2008]108号']],
    ['政府令〔2005〕154号', ['政府令[2005]154号']],
  ])('%s is one in all its spellings', (key, spellings) => {
    expect(spellings.map(numberOf)).toEqual(spellings.map(() => key));
    expect(numberOf(key)).toBe(key);
  });

  test.each([
    ['京药〔2019〕6号', '京药〔2019〕60号'],
    ['国务院令第586号', '北京市人民政府令第586号'],
    ['建标108-2008', '建标〔2008〕108号'],
    ['GB50763-2012', 'GB/T50763-2012'],
    ['主席令第三十五号', '主席令第五十三号'],
  ])('%s and %s are two', (one, other) => {
    expect(numberOf(one)).not.toBe(numberOf(other));
  });

  test('is null where nothing but blanks is written', () => {
    expect([numberOf(''), numberOf(' 　'), numberOf('（）'), regulationKeys({}).number]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the title of a regulation', () => {
  test.each([
    ['社会保险法', ['中华人民共和国社会保险法', '《社会保险法》', '社会 保险法']],
    [
      '北京市城乡居民基本医疗保险办法',
      [
        '关于印发<北京市城乡居民基本医疗保险办法>的通知',
        '关于印发《北京市城乡居民基本医疗保险办法》的通知',
        '北京市人民政府关于印发〈北京市城乡居民基本医疗保险办法〉的通知',
        '印发＜北京市城乡居民基本医疗保险办法＞的通知',
        '《关于印发〈北京市城乡居民基本医疗保险办法〉的通知》',
        '关于印发北京市城乡居民基本医疗保险办法的通知',
      ],
    ],
    ['高等教育资助办法', ['关于印发高等教育资助办法的通知']],
    [
      '流动人员人事档案管理服务规定',
      ['中共中央组织部 人力资源社会保障部等五部门关于印发<流动人员人事档案管理服务规定>的通知'],
    ],
    ['体育场馆运营管理办法（试行）', ['关于公布〈体育场馆运营管理办法(试行)〉的公告', '体育场馆运营管理办法（试行）']],
    [
      '关于做好"福彩圆梦•孤儿助学工程"实施工作的通知',
      ['关于做好“福彩圆梦•孤儿助学工程”实施工作的通知', '关于做好「福彩圆梦·孤儿助学工程」实施工作的通知'],
    ],
  ])('%s is one in all its spellings', (key, spellings) => {
    expect(spellings.map(titleOf)).toEqual(spellings.map(() => key));
  });

  test.each([
    ['国家基本药物目录（2018年版）', '国家基本药物目录（2012年版）'],
    ['某办法（试行）', '某办法'],
    ['关于修改〈某办法〉部分条款的通知', '某办法'],
    ['关于贯彻落实〈某办法〉有关工作的通知', '某办法'],
    ['关于印发〈某办法〉等三个文件的通知', '某办法'],
    ['国务院办公厅转发民政部关于印发〈某办法〉的通知', '某办法'],
    ['关于印发某办法等3项制度的通知', '某办法等3项制度'],
    ['关于印发某办法、乙办法的通知', '某办法、乙办法'],
    ['关于实施〈劳动保障监察条例〉若干规定', '劳动保障监察条例'],
    ['中华人民共和国和法兰西共和国引渡条约', '和法兰西共和国引渡条约'],
  ])('%s and %s are two', (one, other) => {
    expect(titleOf(one)).not.toBe(titleOf(other));
  });

  test('is null where none is written', () => {
    expect([titleOf(''), titleOf('《》'), regulationKeys({}).title]).toEqual([null, null, null]);
  });
});

test('a key is its own key', () => {
  const part = fc.string({
    unit: fc.constantFrom(...Array.from('《》〈<（）〔[]2019６号第令一百中国务院GB/—- 印发的')),
    maxLength: 30,
  });
  fc.assert(
    fc.property(part, (text) => {
      const number = numberOf(text);
      expect(number === null ? null : numberOf(number)).toBe(number);
    }),
  );
});

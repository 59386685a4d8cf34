import {
  fundingMeaning,
  regulationKeys,
  scanAgencies,
  scanCertificates,
  scanCitations,
  scanFunding,
  scanQuantities,
  scanTargetGroups,
} from './index.ts';

const SCANS: Readonly<Record<string, (text: string) => unknown>> = {
  scanCitations,
  scanCertificates,
  scanAgencies,
  scanFunding,
  fundingMeaning,
  scanTargetGroups,
  scanQuantities,
  regulationKeys: (text) => regulationKeys({ title: text, number: text }),
};

/** What has made scanners of such texts look at every place again from every other. */
const ADVERSARIAL = [
  ...[
    '《',
    '》',
    '《（',
    '《》（',
    '〈',
    '（',
    '）',
    '（）',
    '（含',
    '“',
    '《 ',
    '1',
    '1,111',
    '1.1',
    '1元',
    '7×',
    '1/',
    '一',
    '百',
  ],
  ...[
    '第1号令',
    '〔2019〕',
    '国发〔2019〕',
    'GB/T 1-',
    '建标1',
    '每',
    '每个',
    '半年',
    '至少',
    '年满1岁',
    '   ',
    '、',
    '的',
    '等',
  ],
  ...[
    '儿童、',
    '具有本市户籍',
    '户籍、',
    '需要',
    '市、',
    '中央、',
    '基金',
    '由政府',
    '给予',
    '补助，',
    '关于印发〈',
    '令第',
  ],
];

/** CPU of this process alone, so that a busy machine does not count; in milliseconds. */
function cost(run: () => unknown): number {
  const started = process.cpuUsage();
  run();
  return process.cpuUsage(started).user / 1000;
}

/** Four times the text costs about four times as much; a scanner that went back over it would cost sixteen times as much. */
test.each(Object.entries(SCANS))('%s costs in proportion to the text, whatever stands in it', (_, scan) => {
  const ofLength = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));
  const isSlow = (unit: string): boolean => {
    // What is cheap on 80,000 characters has not gone back over them, and its ratio would be noise.
    const large = cost(() => scan(ofLength(unit, 80_000)));
    return large > 60 && large / cost(() => scan(ofLength(unit, 20_000))) > 8;
  };
  // The collector's turn can fall into one measurement, hardly into three in a row.
  expect(ADVERSARIAL.filter((unit) => isSlow(unit) && isSlow(unit) && isSlow(unit))).toEqual([]);
});

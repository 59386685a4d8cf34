import { inOrder } from './order.ts';

const edition = (label: string, createdAt: string, effectiveDate: string | null = null) => ({
  id: label,
  label,
  state: 'imported',
  effectiveDate,
  createdAt: `${createdAt}T00:00:00.000000Z`,
  headCommitId: '',
});

test('an edition that was imported late stands where its year says', () => {
  const editions = [
    edition('2023年版', '2026-01-01'),
    edition('2021年版', '2026-03-01'),
    edition('2023年版（征求意见稿）', '2025-12-01'),
    edition('首版', '2026-04-01', '2019-06-01'),
  ];
  expect(inOrder(editions).map(({ label }) => label)).toEqual([
    '首版',
    '2021年版',
    '2023年版（征求意见稿）',
    '2023年版',
  ]);
});

import type { ComparedEntry, Comparison } from '../api/types.ts';
import { saveCsv } from '../desk/csv.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { ownPlace, rowsOf, sideOf, type PlaceWords } from './rows.ts';

/** Saves what is on show as a table for a spreadsheet program. */
export function useExport(words: PlaceWords): (comparison: Comparison, entries: readonly ComparedEntry[]) => void {
  const t = useT();
  const word = useWord();
  const { list } = useFormat();
  return ({ after, before }, entries) => {
    const head = [
      t('comparison.entry'),
      t('comparison.name'),
      t('comparison.changes'),
      t('comparison.provision'),
      t('common.before'),
      t('common.after'),
      t('comparison.reasons'),
    ];
    const rows = entries.flatMap((entry) => {
      const place = ownPlace(entry);
      const kinds = [
        ...entry.changes.map((kind) => word('changeKind', kind)),
        ...entry.classes.map((name) => word('changeClass', name, name)),
      ];
      const reasons = entry.reasons.map(({ legalBasis, number, reasonClass, title }) =>
        [`${word('reasonClass', reasonClass)}：${title}`, legalBasis, t('amendment.number', { number })]
          .filter(Boolean)
          .join('；'),
      );
      const shared = [place?.number ?? '', place?.title ?? '', list([...new Set(kinds)])];
      const texts = rowsOf(entry, words).map(({ field, segments }) => [
        word('field', field),
        sideOf(segments, 'before'),
        sideOf(segments, 'after'),
      ]);
      return (texts.length === 0 ? [['', '', '']] : texts).map((text) => [...shared, ...text, reasons.join('\n')]);
    });
    saveCsv(t('comparison.fileName', { before, after }), [head, ...rows]);
  };
}

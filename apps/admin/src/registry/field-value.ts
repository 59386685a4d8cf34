import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

const FIELDS = [
  'aliases',
  'title',
  'numbers',
  'issuer',
  'level',
  'issuedOn',
  'effectiveOn',
  'repealedOn',
  'status',
  'source',
  'successor',
] as const;
type Field = (typeof FIELDS)[number];

/** A registry's fields in words, as its record names them. */
export function useFieldValue(): {
  readonly nameOf: (field: string) => string | null;
  readonly valueOf: (field: string, value: unknown) => string;
} {
  const t = useT();
  const word = useWord();
  const { date, list } = useFormat();
  const known = (field: string): Field | undefined => FIELDS.find((name) => name === field);
  const valueOf = (field: string, value: unknown): string => {
    if (Array.isArray(value) && value.length > 0) return list(value.map(String));
    if (typeof value === 'object' && value !== null && 'title' in value) return `《${String(value.title)}》`;
    // A value that is neither a text nor a list of them is not known.
    if (typeof value !== 'string' || value === '') return t('regulation.unknown');
    if (field === 'status') return word('regulationStatus', value);
    return field.endsWith('On') ? date(value) : value;
  };
  const nameOf = (field: string): string | null => {
    const name = known(field);
    if (name === undefined) return null;
    return name === 'aliases' ? t('agencyPage.aliases') : t(`regulation.${name}`);
  };
  return { nameOf, valueOf };
}

import { keysBetween, type Entry, type Outline, type Provisions, type Section } from '@dingben/outline';
import { revisionHash } from '@dingben/outline/hash';
import { derive } from '@dingben/references';

export interface SectionRow {
  readonly id: string;
  readonly key: string;
  readonly parentId: string | null;
  readonly parentKey: string | null;
  readonly kind: string;
  readonly title: string;
  readonly restored: boolean;
  readonly position: string;
}

/** A service or item with its place and its text. */
export interface EntryRow {
  readonly serviceId: string;
  readonly code: string;
  readonly sectionId: string;
  readonly sectionKey: string;
  readonly parentServiceId: string | null;
  readonly position: string;
  readonly revisionId: string;
  readonly title: string;
  readonly provisions: Provisions | null;
  readonly contentHash: string;
}

/** What is derived from one revision's text. */
export interface RevisionReferences {
  readonly revisionId: string;
  /** As `reference_list` has them: [kind, provision, start, end, key, data]. */
  readonly items: readonly (readonly unknown[])[];
  /** Names of the agencies among them. */
  readonly agencies: readonly string[];
}

export interface OutlineRows {
  readonly sections: readonly SectionRow[];
  readonly entries: readonly EntryRow[];
  readonly references: readonly RevisionReferences[];
}

/** `S016`, and `S016-2` for its second item: codes are counted in the order of the first document that names them. */
export function withCodes(outline: Outline): Outline {
  let count = 0;
  const coded = (entry: Entry): Entry => {
    count++;
    const code = entry.code ?? `S${String(count).padStart(3, '0')}`;
    if (entry.items === undefined) return { ...entry, code };
    return {
      ...entry,
      code,
      items: entry.items.map((item, index) => ({ ...item, code: item.code ?? `${code}-${index + 1}` })),
    };
  };
  const inside = (section: Section): Section => ({
    ...section,
    ...(section.entries === undefined ? {} : { entries: section.entries.map(coded) }),
    ...(section.sections === undefined ? {} : { sections: section.sections.map(inside) }),
  });
  return { ...outline, sections: outline.sections.map(inside) };
}

/** The rows of an outline with codes, in document order. `newId` makes an id that nothing else has. */
export function rowsOf(outline: Outline, newId: () => string): OutlineRows {
  const sections: SectionRow[] = [];
  const entries: EntryRow[] = [];
  const addSections = (list: readonly Section[], parent: SectionRow | null): void => {
    const positions = keysBetween(null, null, list.length);
    list.forEach((section, index) => {
      const row = sectionRow(section, parent, positions[index] ?? '', newId);
      sections.push(row);
      addEntries(section.entries ?? [], row, null);
      addSections(section.sections ?? [], row);
    });
  };
  const addEntries = (list: readonly Entry[], section: SectionRow, parentServiceId: string | null): void => {
    const positions = keysBetween(null, null, list.length);
    list.forEach((entry, index) => {
      const row = entryRow(entry, section, parentServiceId, positions[index] ?? '', newId);
      entries.push(row);
      addEntries(entry.items ?? [], section, row.serviceId);
    });
  };
  addSections(outline.sections, null);
  return { sections, entries, references: entries.map(referencesOf) };
}

function sectionRow(
  { kind, title, restored }: Section,
  parent: SectionRow | null,
  position: string,
  newId: () => string,
): SectionRow {
  const above = { parentId: parent?.id ?? null, parentKey: parent?.key ?? null };
  return { id: newId(), key: newId(), ...above, kind, title, restored: restored === true, position };
}

function entryRow(
  { code, title, provisions: own }: Entry,
  section: SectionRow,
  parentServiceId: string | null,
  position: string,
  newId: () => string,
): EntryRow {
  if (code === undefined) throw new Error('An entry came without a code.');
  const provisions = own ?? null;
  const text = { title, provisions, contentHash: revisionHash({ title, provisions }) };
  const place = { sectionId: section.id, sectionKey: section.key, parentServiceId, position };
  return { serviceId: newId(), code, ...place, revisionId: newId(), ...text };
}

function referencesOf({ revisionId, provisions }: EntryRow): RevisionReferences {
  const references = provisions === null ? [] : derive(provisions);
  const items = references.map(({ kind, provision, start, end, key, data }) => [
    kind,
    provision,
    start,
    end,
    key,
    data,
  ]);
  return { revisionId, items, agencies: references.filter(({ kind }) => kind === 'agency').map(({ key }) => key) };
}

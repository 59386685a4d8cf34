import { compareEntry, type ComparableEntry } from '@dingben/comparison';
import { categoryMark, chapterMark } from '@dingben/outline';
import { diffText, merge3 } from '@dingben/text-diff';
import type { Tree, TreeSection } from '../../editions/outline/tree.js';
import type { Conflict, EditRecord, RevisionText } from '../model.js';
import type { ConflictDto, EditDto, MergePieceDto, PlaceDto, RevisionTextDto } from './dto/edit.dto.js';

/** What is told of an edit beside what it holds itself. */
interface Beside {
  /** Of a frozen edit: its printed number then. */
  readonly number?: string | null;
  /** Where it is known: what the edition was forked from says. */
  readonly published?: RevisionText | null;
}

/** An edit as the API shows it. Headings are those of the draft as it stands; so is the number, unless one is given. */
export function editDto(edit: EditRecord, tree: Tree, beside: Beside = {}): EditDto {
  const { id, kind, version, serviceId, code, updatedBy, updatedAt, base, current, proposed } = edit;
  return {
    id,
    kind,
    version,
    serviceId,
    code,
    number: beside.number === undefined ? (tree.byService.get(serviceId)?.path ?? null) : beside.number,
    updatedBy,
    updatedAt,
    base: textDto(base),
    ...(beside.published !== undefined && { published: textDto(beside.published) }),
    current: textDto(current),
    proposed: textDto(proposed),
    place: edit.place && placeDto(edit.place, tree),
    ...differenceOf(edit),
  };
}

export function conflictDto(conflict: Conflict): ConflictDto {
  const { editId, serviceId, field, base, current, proposed } = conflict;
  const dto = { editId, serviceId, field, base, current, proposed };
  if (base === null || current === null || proposed === null || field === 'entry') return dto;
  return { ...dto, pieces: piecesOf(base, current, proposed) };
}

function textDto(text: RevisionText | null): RevisionTextDto | null {
  return text && { revisionId: text.revisionId, title: text.title, provisions: text.provisions };
}

function placeDto(place: NonNullable<EditRecord['place']>, tree: Tree): PlaceDto {
  const { sectionKey, parentServiceId, afterServiceId } = place;
  const section = sectionsOf(tree).get(sectionKey);
  const sectionPath = section === undefined ? [] : [...section.above, section].map(heading);
  return { sectionKey, sectionPath, parentServiceId, afterServiceId };
}

/** `三、劳有所得`, `（八）就业创业服务`. */
function heading({ kind, number, title }: TreeSection): string {
  return (kind === 'chapter' ? chapterMark(number) : categoryMark(number)) + title;
}

const sectionMaps = new WeakMap<Tree, ReadonlyMap<string, TreeSection>>();

function sectionsOf(tree: Tree): ReadonlyMap<string, TreeSection> {
  const known = sectionMaps.get(tree);
  if (known !== undefined) return known;
  const found = new Map<string, TreeSection>();
  const visit = (sections: readonly TreeSection[]): void => {
    for (const section of sections) {
      found.set(section.key, section);
      visit(section.sections);
    }
  };
  visit(tree.sections);
  sectionMaps.set(tree, found);
  return found;
}

/** What the edit does to the text: of an addition everything is new, of a removal everything goes, a move changes none. */
function differenceOf({ kind, base, proposed }: EditRecord): Pick<EditDto, 'differences' | 'quantities' | 'classes'> {
  if (kind === 'move') return { differences: { title: null, provisions: {} }, quantities: [], classes: ['移位'] };
  const [before, after] = [base?.title ?? '', proposed?.title ?? ''];
  const title = before === after ? null : diffText(before, after);
  const entry = compareEntry(comparable(base), comparable(proposed));
  if (entry === null) return { differences: { title, provisions: {} }, quantities: [], classes: [] };
  const provisions = Object.fromEntries(
    Object.entries(entry.provisions).map(([key, segments]) => [key, segments.map(({ op, text }) => ({ op, text }))]),
  );
  const quantities = entry.quantities.map(({ before, after, ratio }) => ({ before, after, ratio }));
  return { differences: { title, provisions }, quantities, classes: entry.classes };
}

/** A text as an entry of an edition, so that the difference of an edit is that of a comparison. */
function comparable(text: RevisionText | null): ComparableEntry | null {
  if (text === null) return null;
  const { title, provisions, contentHash: hash } = text;
  const entry = { code: 'entry', number: '1', title, path: [], section: '', parent: null, hash };
  return provisions === null ? { ...entry, holdsItems: true } : { ...entry, holdsItems: false, provisions };
}

function piecesOf(base: string, current: string, proposed: string): MergePieceDto[] {
  const merged = merge3(base, current, proposed);
  if (merged.ok) return [{ kind: 'agreed', text: merged.text }];
  return merged.pieces.map((piece) =>
    piece.kind === 'agreed'
      ? { kind: 'agreed', text: piece.text }
      : { kind: 'conflict', base: piece.base, current: piece.ours, proposed: piece.theirs },
  );
}

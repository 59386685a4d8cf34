import { hashFields } from '@dingben/kernel/hash';
import { PROVISION_KEYS, type Outline, type Provisions, type SectionKind } from './model.ts';
import { nodes } from './walk.ts';

/** What a revision says: title, and the five texts; null where a service has items and thus no texts of its own. */
export interface RevisionText {
  readonly title: string;
  readonly provisions: Provisions | null;
}

/**
 * The hash of a revision: SHA-256 over the UTF-8 bytes of
 * `frame(['dingben.revision/1', title, targetGroup, content, standard, funding, leadAgency])`,
 * where frame writes each field as `<bytes>:<text>,` and an absent one as `-,`. All five are absent for a service with
 * items; an empty text is `0:,`, which differs from absent. 64 lower-case hexadecimal digits.
 */
export function revisionHash(revision: RevisionText): string {
  const { title, provisions } = revision;
  return hashFields('dingben.revision/1', [
    title,
    ...PROVISION_KEYS.map((key) => (provisions === null ? null : provisions[key])),
  ]);
}

/** One step of the flattened outline. Numbers are not in it: they follow from the order. */
export type TreeNode =
  | { readonly type: 'section'; readonly kind: SectionKind; readonly title: string; readonly restored: boolean }
  | { readonly type: 'entry'; readonly depth: 0 | 1; readonly code: string | null; readonly revisionHash: string };

/**
 * The hash of an edition's outline: SHA-256 over the UTF-8 bytes of `frame(['dingben.tree/1', …])`, the nodes in document
 * order giving four fields each:
 *
 * - section: `section`, kind (`chapter` or `category`), title, `restored` or absent
 * - entry: `entry`, depth (`0` for a service, `1` for an item), code or absent, revision hash
 *
 * Document order is: a section, its own entries (each service followed by its items), its inner sections.
 * An outline without nodes hashes `frame(['dingben.tree/1'])`. 64 lower-case hexadecimal digits.
 */
export function treeHash(tree: Iterable<TreeNode>): string {
  const fields: (string | null)[] = [];
  for (const node of tree) {
    if (node.type === 'section') fields.push('section', node.kind, node.title, node.restored ? 'restored' : null);
    else fields.push('entry', String(node.depth), node.code, node.revisionHash);
  }
  return hashFields('dingben.tree/1', fields);
}

/** The nodes of an outline, for `treeHash`. */
export function* treeNodes(outline: Pick<Outline, 'sections'>): Generator<TreeNode> {
  for (const node of nodes(outline)) {
    if ('section' in node) {
      const { kind, title, restored } = node.section;
      yield { type: 'section', kind, title, restored: restored === true };
    } else {
      const { code = null, title, provisions = null } = node.entry;
      yield { type: 'entry', depth: node.depth, code, revisionHash: revisionHash({ title, provisions }) };
    }
  }
}

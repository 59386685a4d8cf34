import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { addLeaf, EMPTY_TREE, InclusionProofs, rootByPath, rootOf } from './index.ts';

const leaves = Array.from({ length: 21 }, (_, at) => createHash('sha256').update(String(at)).digest());

function proofsOf(size: number) {
  const proofs = new InclusionProofs(leaves.slice(0, size).keys());
  for (const leaf of leaves.slice(0, size)) proofs.add(leaf);
  return proofs.finish();
}
const bytesOf = (path: readonly string[] = []) => path.map((hash) => Buffer.from(hash, 'hex'));

describe('a proof of inclusion', () => {
  test('leads every leaf of a tree of any size to its root, and no other leaf or place', () => {
    for (let size = 1; size <= leaves.length; size++) {
      const { root, paths } = proofsOf(size);
      expect(root).toBe(rootOf(leaves.slice(0, size).reduce(addLeaf, EMPTY_TREE)));
      for (const [index, leaf] of leaves.slice(0, size).entries()) {
        const path = bytesOf(paths.get(index));
        expect(rootByPath(leaf, index, size, path)).toBe(root);
        expect(rootByPath(leaves[index + 1] ?? leaf.subarray(1), index, size, path)).not.toBe(root);
        for (let other = 0; other < size; other++)
          if (other !== index) expect(rootByPath(leaf, other, size, path)).not.toBe(root);
      }
    }
  });

  test('is refused with a hash too many, too few or altered', () => {
    const size = 19;
    const { root, paths } = proofsOf(size);
    fc.assert(
      fc.property(fc.nat(size - 1), fc.nat(), fc.nat(255), (index, place, flip) => {
        const [leaf, path] = [leaves[index] ?? Buffer.alloc(0), bytesOf(paths.get(index))];
        fc.pre(flip !== 0);
        expect(rootByPath(leaf, index, size, path.slice(1))).not.toBe(root);
        expect(rootByPath(leaf, index, size, [...path, leaf])).not.toBe(root);
        const altered = path.map((hash) => Buffer.from(hash));
        const hash = altered[place % altered.length];
        hash?.writeUInt8(hash.readUInt8(place % 32) ^ flip, place % 32);
        expect(rootByPath(leaf, index, size, altered)).not.toBe(root);
      }),
    );
  });
});

import type { Manifest, ManifestFile } from './manifest.ts';

export const MANIFEST = 'manifest.json';
export const PROOF = 'proof.json';
export const PUBLIC_KEY = 'public-key.pem';

/** Where a frozen file lies in the bundle. */
export function fileMember({ fileName }: Pick<ManifestFile, 'fileName'>): string {
  return `files/${fileName}`;
}

/** What a bundle holds, in its order: nothing else, and nothing twice. */
export function memberNames({ artefacts }: Manifest): string[] {
  return [MANIFEST, PROOF, PUBLIC_KEY, ...artefacts.map(fileMember)];
}

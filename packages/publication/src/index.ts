export { publicationCode, readCode, type CodedPublication } from './code.ts';
export { BUNDLE_CODES, type BundleCode, type Fault } from './faults.ts';
export { judgeBundle, type BundleReport, type Keys, type PublicationFacts } from './judge.ts';
export { parseManifest, writeManifest, type Manifest, type ManifestEntry, type ManifestFile } from './manifest.ts';
export { fileMember, MANIFEST, memberNames, PROOF, PUBLIC_KEY } from './members.ts';
export { parseProof, writeProof, type Proof, type ProvenAmendment, type ProvenEvent } from './proof.ts';
export { isExactly, readZip, writeZip, ZipWriter, type Member } from './zip.ts';

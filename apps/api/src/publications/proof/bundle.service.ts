import {
  fileMember,
  MANIFEST,
  parseManifest,
  PROOF,
  PUBLIC_KEY,
  writeProof,
  ZipWriter,
  type Manifest,
  type ManifestFile,
  type Member,
  type Proof,
} from '@dingben/publication';
import { treeNodes } from '@dingben/outline/hash';
import { Injectable } from '@nestjs/common';
import { LedgerProofs, type Proven } from '../../ledger/ledger-proofs.js';
import { notFound } from '../../platform/http/problem.js';
import { DocumentService } from '../document.service.js';
import type { Format } from '../dto/publication.dto.js';
import { PublicationsRepository } from '../publications.repository.js';
import { ProofRepository, type PublishedEdition } from './proof.repository.js';

/** A bundle on its way: what it is called, by what it is known, and its bytes in order. */
export interface Bundle {
  readonly fileName: string;
  /** The same for the same bytes. */
  readonly manifestHash: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A publication with everything that proves it, as one archive. The same publication gives the same bytes for good. */
@Injectable()
export class BundleService {
  constructor(
    private readonly repository: ProofRepository,
    private readonly publications: PublicationsRepository,
    private readonly documents: DocumentService,
    private readonly proofs: LedgerProofs,
  ) {}

  /** 404 `publication.not-found`; 409 `publication.not-provable`. */
  async bundle(editionId: string): Promise<Bundle> {
    const published = await this.repository.published(editionId);
    if (published === null) throw notFound('publication');
    const manifest = parseManifest(published.manifest);
    if (manifest === null) throw new Error(`the manifest of edition ${editionId} is none`);
    const { proof, publicKey } = await this.#proof(published, manifest);
    return {
      fileName: `${manifest.title.replaceAll(/[/\\:*?"<>|]/g, '_')}（发布凭证）.zip`,
      manifestHash: published.manifestHash,
      bytes: this.#write(published, manifest, [
        { name: MANIFEST, bytes: Buffer.from(published.manifest) },
        { name: PROOF, bytes: Buffer.from(writeProof(proof)) },
        { name: PUBLIC_KEY, bytes: Buffer.from(publicKey) },
      ]),
    };
  }

  async #proof({ editionId }: PublishedEdition, manifest: Manifest): Promise<{ proof: Proof; publicKey: string }> {
    const base = await this.documents.document(editionId, 1);
    const standing = new Set(manifest.entries.map(({ code }) => code));
    const gone = base.at.tree.entries.filter(({ code }) => !standing.has(code)).map(({ revision }) => revision.id);
    const [events, amendments, texts] = await Promise.all([
      this.repository.events(editionId, gone),
      this.repository.amendments(editionId),
      this.repository.texts(editionId),
    ]);
    const position = manifest.ledger === null ? [] : [manifest.ledger.seq];
    const proven = await this.proofs.prove([...events.map(({ seq }) => seq), ...position]);
    const proof: Proof = {
      schema: 'dingben.proof/1',
      checkpoint: proven.checkpoint,
      position: position.flatMap((seq) => pathOf(proven, seq)),
      events: events.map((event) => ({ event, path: pathOf(proven, event.seq) })),
      amendments,
      base: [...treeNodes(base.outline)],
      texts,
    };
    return { proof, publicKey: proven.publicKey };
  }

  /** One file at a time is in memory. */
  async *#write(
    { editionId }: PublishedEdition,
    manifest: Manifest,
    first: readonly Member[],
  ): AsyncGenerator<Uint8Array> {
    const zip = new ZipWriter();
    for (const member of first) yield* piecesOf(zip, member);
    for (const file of manifest.artefacts) yield* piecesOf(zip, await this.#file(editionId, file));
    yield zip.end();
  }

  async #file(editionId: string, file: ManifestFile): Promise<Member> {
    // The manifest lists the formats that there were when it was published, all of which are kept.
    const artefact = await this.publications.artefact(editionId, file.format as Format);
    if (artefact === null) throw new Error(`the file ${file.format} of edition ${editionId} is gone`);
    return { name: fileMember(file), bytes: artefact.bytes };
  }
}

function piecesOf(zip: ZipWriter, member: Member): Uint8Array[] {
  return [zip.head(member), member.bytes];
}

function pathOf({ paths }: Proven, seq: number): readonly string[] {
  const path = paths.get(seq);
  if (path === undefined) throw new Error(`event ${seq} was not proven`);
  return path;
}

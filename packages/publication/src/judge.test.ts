/** One story, and everything that can be told wrongly about it: the story fills most of the file, hence its length. */
import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { frame } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import {
  amendmentHash,
  eventHash,
  GENESIS,
  InclusionProofs,
  leafOf,
  LEDGERED,
  signCheckpoint,
  type ApprovedContent,
  type LedgerEvent,
} from '@dingben/ledger';
import type { Outline, Provisions } from '@dingben/outline';
import { revisionHash, treeHash, treeNodes } from '@dingben/outline/hash';
import fc from 'fast-check';
import { publicationCode } from './code.ts';
import { judgeBundle, type Keys } from './judge.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { writeProof, type Proof } from './proof.ts';
import { COLUMNS } from './recorded.ts';
import { writeZip } from './zip.ts';

const pair = generateKeyPairSync('ed25519');
const pemOf = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const keys: Keys = {
  own: null,
  verifierOf: (pem) => {
    try {
      const key = createPublicKey(pem);
      return pemOf(key) === pem ? (bytes, signature) => verify(null, bytes, key, signature) : null;
    } catch {
      return null;
    }
  },
};

const texts = (standard: string): Provisions => ({
  targetGroup: '本市居民',
  content: '提供补贴',
  standard,
  funding: '市级财政',
  leadAgency: '市民政局',
});
const outlineOf = (standard: string, gone = false): Outline => ({
  schema: 'dingben.outline/1',
  title: '某标准（2026年版）',
  edition: '2026年版',
  sections: [
    {
      kind: 'chapter',
      number: '一',
      title: '章',
      entries: [
        { number: '1', title: '甲', code: 'S001', provisions: texts(standard) },
        ...(gone ? [] : [{ number: '2', title: '乙', code: 'S002', provisions: texts('每月一次') }]),
      ],
    },
  ],
});

/** What a story may say otherwise; the system that makes the bundle signs whatever it says. */
interface Story {
  readonly published: Outline;
  readonly approver: string;
  readonly publisher: string;
  readonly approved: Partial<ApprovedContent>;
  readonly withoutApproval: boolean;
  readonly key: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

const RIGHT: Story = {
  published: outlineOf('每人每月2800元'),
  approver: 'reviewer',
  publisher: 'publisher',
  approved: {},
  withoutApproval: false,
  key: pair,
};

/** The bundle of an edition with one amendment, as the system would make it if things had gone as told. */
function bundleOf(told: Partial<Story> = {}): { archive: Uint8Array; proof: Proof; manifest: Manifest } {
  const story = { ...RIGHT, ...told };
  const base = outlineOf('每人每月2650元');
  const [before, after] = [treeHash(treeNodes(base)), treeHash(treeNodes(story.published))];
  const proposedHash = revisionHash({ title: '甲', provisions: texts('每人每月2800元') });
  const content: ApprovedContent = {
    title: '提高标准',
    reasonClass: 'wording',
    rationale: '因',
    legalBasis: '',
    edits: [
      {
        serviceId: 'service-1',
        kind: 'revise',
        baseRevisionId: 'revision-1',
        proposedHash,
        sectionKey: null,
        parentServiceId: null,
        afterServiceId: null,
      },
    ],
    ...story.approved,
  };
  const contentHash = amendmentHash(content);
  const events: LedgerEvent[] = [];
  const record = (table: string, row: readonly (string | null)[]) => {
    const event = {
      seq: events.length + 1,
      prevHash: events.at(-1)?.hash ?? GENESIS,
      algorithm: 'sha256',
      form: 1,
      atUs: 1_700_000_000_000_000 + events.length,
      actorId: null,
      action: `${table}.made`,
      outcome: 'ok',
      subjectType: 'edition',
      subjectId: null,
      beforeHash: null,
      afterHash: null,
      requestId: null,
      payload: frame([table, ...row]),
    };
    events.push({ ...event, hash: eventHash(event) });
  };
  const at = '1700000000000000';
  record(
    'event',
    LEDGERED.event.map(() => null),
  );
  record('commit', ['commit-1', 'edition', '1', 'fork', null, 'commit-0', before, null, 'editor', at, '']);
  record('revision', ['revision-2', 'service-1', null, null, proposedHash, 'editor', 'author', 'amendment', at]);
  if (!story.withoutApproval)
    record('approval', ['approval', 'amendment', '1', contentHash, story.approver, 'reviewer', null, at]);
  record('commit', [
    'commit-2',
    'edition',
    '2',
    'merge',
    'amendment',
    'commit-1',
    after,
    contentHash,
    'editor',
    at,
    '',
  ]);
  const ledger = { seq: events.length, hash: events.at(-1)?.hash ?? '' };
  const json = new TextEncoder().encode(JSON.stringify(story.published));
  const manifest: Manifest = {
    schema: 'dingben.publication/1',
    algorithm: 'sha256',
    title: story.published.title,
    edition: { id: 'edition', label: '2026年版' },
    number: 1,
    code: publicationCode({ editionId: 'edition', number: 1, treeHash: after }),
    effectiveDate: '2027-01-01',
    commit: { id: 'commit-2', number: 2 },
    treeHash: after,
    entries: [...treeNodes(story.published)].flatMap((node, index) =>
      node.type === 'entry'
        ? [{ code: node.code ?? '', number: String(index), revisionId: `revision-${index}`, hash: node.revisionHash }]
        : [],
    ),
    artefacts: [
      { format: 'json', fileName: '标准.json', mediaType: 'application/json', sha256: sha256(json), size: json.length },
    ],
    ledger,
  };
  const written = writeManifest(manifest);
  record('publication', [
    ...['publication', 'edition', 'standard', '1', 'commit-2', after, '2027-01-01', 'editor', story.publisher],
    ...['publisher', sha256(written), at],
  ]);
  const proofs = new InclusionProofs(events.keys());
  for (const { hash } of events) proofs.add(leafOf(hash));
  const { root, paths } = proofs.finish();
  const checkpoint = signCheckpoint(
    { size: events.length, root, head: events.at(-1)?.hash ?? '', atUs: 1, database: 'db', previous: null },
    (bytes) => sign(null, bytes, story.key.privateKey),
  );
  const proof: Proof = {
    schema: 'dingben.proof/1',
    checkpoint,
    position: paths.get(ledger.seq - 1) ?? [],
    events: events.slice(1).map((event) => ({ event, path: paths.get(event.seq - 1) ?? [] })),
    amendments: [{ id: 'amendment', content }],
    base: [...treeNodes(base)],
    texts: [],
  };
  const archive = archiveOf(written, proof, json, pemOf(story.key.publicKey));
  return { archive, proof, manifest };
}

function archiveOf(manifest: string, proof: Proof, json: Uint8Array, key: string): Uint8Array {
  const encode = (text: string) => new TextEncoder().encode(text);
  return writeZip([
    { name: 'manifest.json', bytes: encode(manifest) },
    { name: 'proof.json', bytes: encode(writeProof(proof)) },
    { name: 'public-key.pem', bytes: encode(key) },
    { name: 'files/标准.json', bytes: json },
  ]);
}

describe('a bundle', () => {
  const { archive } = bundleOf();

  test('is good when the published text is the approved one', () => {
    expect(judgeBundle(archive, keys)).toMatchObject({
      ok: true,
      fault: null,
      keyFrom: 'bundle',
      publication: { number: 1, files: 1, entries: 2, amendments: 1, events: 5 },
    });
  });

  test('is found altered whichever byte of it was, and to whatever', () => {
    const missed = [...archive.keys()].filter((at) => {
      const altered = Uint8Array.from(archive);
      altered[at] = (altered[at] ?? 0) ^ 0x20;
      return judgeBundle(altered, keys).ok;
    });
    expect(missed).toEqual([]);
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const altered = Uint8Array.from(archive);
        altered[at] = (altered[at] ?? 0) ^ flip;
        expect(judgeBundle(altered, keys).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('is found altered where bytes were cut off, added or put in', () => {
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.uint8Array({ minLength: 1, maxLength: 3 }), (at, more) => {
        expect(judgeBundle(archive.subarray(0, at), keys).ok).toBe(false);
        const longer = Uint8Array.from([...archive.subarray(0, at), ...more, ...archive.subarray(at)]);
        expect(judgeBundle(longer, keys).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('is held against a key of one’s own', () => {
    expect(judgeBundle(archive, { ...keys, own: pemOf(pair.publicKey) })).toMatchObject({ ok: true, keyFrom: 'own' });
    const other = pemOf(generateKeyPairSync('ed25519').publicKey);
    expect(judgeBundle(archive, { ...keys, own: other }).fault).toEqual({ code: 'key.other', subject: '' });
  });
});

/** Signed by the system itself, so that nothing but what it says gives it away. */
describe('a bundle that is whole and signed is refused when', () => {
  const faultOf = (told: Partial<Story>) => judgeBundle(bundleOf(told).archive, keys).fault;

  test('an entry shows a text that nobody approved', () => {
    const published = outlineOf('每人每月9999元');
    expect(faultOf({ published })).toEqual({ code: 'entry.not-approved', subject: '1' });
  });

  test('an entry is gone that nobody took out', () => {
    const published = outlineOf('每人每月2800元', true);
    expect(faultOf({ published })).toEqual({ code: 'entry.removed', subject: 'S002' });
  });

  test('an amendment was merged without an approval, or with its author’s own', () => {
    expect(faultOf({ withoutApproval: true })).toEqual({ code: 'amendment.not-approved', subject: '提高标准' });
    expect(faultOf({ approver: 'editor' })).toEqual({ code: 'amendment.self-approved', subject: '提高标准' });
  });

  test('who published wrote in it or asked for it', () => {
    expect(faultOf({ publisher: 'editor' })).toEqual({ code: 'publication.self-published', subject: '' });
  });

  test('it tells another content than was approved', () => {
    const { manifest, proof } = bundleOf();
    const [amendment] = proof.amendments;
    if (amendment === undefined) throw new Error('one amendment was told');
    const amendments = [{ ...amendment, content: { ...amendment.content, rationale: '另一个理由' } }];
    const json = new TextEncoder().encode(JSON.stringify(RIGHT.published));
    const archive = archiveOf(writeManifest(manifest), { ...proof, amendments }, json, pemOf(pair.publicKey));
    expect(judgeBundle(archive, keys).fault).toEqual({ code: 'amendment.altered', subject: '提高标准' });
  });

  test('a commit of the edition is left out', () => {
    const { manifest, proof } = bundleOf();
    const events = proof.events.filter(({ event }) => !event.payload.includes('commit-1,'));
    const json = new TextEncoder().encode(JSON.stringify(RIGHT.published));
    const archive = archiveOf(writeManifest(manifest), { ...proof, events }, json, pemOf(pair.publicKey));
    expect(judgeBundle(archive, keys).fault?.code).toMatch(/^commit\./);
  });
});

test('the rows of a proof have the columns that the ledger frames', () => {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const framed = LEDGERED[table as keyof typeof COLUMNS].map((sql) =>
      sql
        .replace(/^\(extract\(epoch FROM (\w+)\).*$/, '$1')
        .replace(/^to_char\((\w+),.*$/, '$1')
        .replace('::text', '')
        .replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    expect([table, ...columns]).toEqual([table, ...framed]);
  }
});

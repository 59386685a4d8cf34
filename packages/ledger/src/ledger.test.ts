import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { frame } from '@dingben/kernel';
import fc from 'fast-check';
import {
  addLeaf,
  checkpointFileName,
  EMPTY_TREE,
  eventHash,
  ExportError,
  exportLine,
  GENESIS,
  LedgerCheck,
  leafOf,
  parseCheckpoint,
  parseExport,
  rootOf,
  signCheckpoint,
  unframe,
  verifyChain,
  checkpointHash,
  type Checkpoint,
  type LedgerEvent,
} from './index.ts';

function chain(length: number, start = 0, prevHash = GENESIS): LedgerEvent[] {
  const events: LedgerEvent[] = [];
  for (let seq = start + 1; seq <= length; seq++) {
    const event = {
      seq,
      prevHash: events.at(-1)?.hash ?? prevHash,
      algorithm: 'sha256',
      form: 1,
      atUs: 1_700_000_000_000_000 + seq,
      actorId: null,
      action: 'commit.made',
      outcome: 'ok',
      subjectType: 'edition',
      subjectId: null,
      beforeHash: null,
      afterHash: null,
      requestId: null,
      payload: frame(['commit', String(seq), '幼有所育']),
    };
    events.push({ ...event, hash: eventHash(event) });
  }
  return events;
}

const altered = (events: readonly LedgerEvent[], index: number, change: Partial<LedgerEvent>) =>
  events.map((event, at) => (at === index ? { ...event, ...change } : event));

describe('a chain', () => {
  const events = chain(5);

  it('is good from the first event to the last', () => {
    expect(verifyChain(events)).toEqual({
      ok: true,
      events: 5,
      head: { seq: 5, hash: events[4]?.hash },
      firstBad: null,
    });
    expect(verifyChain([])).toEqual({ ok: true, events: 0, head: null, firstBad: null });
  });

  it('breaks at an altered event, whichever field it was', () => {
    for (const change of [
      { action: 'x' },
      { actorId: '' },
      { payload: '' },
      { outcome: 'refused' },
      { requestId: '1' },
    ]) {
      expect(verifyChain(altered(events, 2, change)).firstBad).toEqual({ seq: 3, code: 'ledger.hash' });
    }
  });

  it('breaks at a gap, at events that changed places, and at one from elsewhere', () => {
    expect(verifyChain(events.filter(({ seq }) => seq !== 2)).firstBad).toEqual({ seq: 2, code: 'ledger.sequence' });
    const [first, second, third] = events;
    if (!first || !second || !third) throw new Error('five events were made');
    const swapped = [first, { ...third, seq: 2 }, { ...second, seq: 3 }];
    expect(verifyChain(swapped).firstBad).toEqual({ seq: 2, code: 'ledger.link' });
    const rewritten = { ...third, atUs: second.atUs - 1 };
    const later = [first, second, { ...rewritten, hash: eventHash(rewritten) }];
    expect(verifyChain(later).firstBad).toEqual({ seq: 3, code: 'ledger.time' });
  });

  it('of a form that is not known is not judged by another', () => {
    expect(verifyChain(altered(events, 0, { form: 2 })).firstBad).toEqual({ seq: 1, code: 'ledger.form' });
    expect(verifyChain(altered(events, 0, { algorithm: 'sm3' })).firstBad).toEqual({ seq: 1, code: 'ledger.form' });
  });
});

describe('the Merkle root', () => {
  /** RFC 9162, 2.1.1, as it is written there: recursive over a list. */
  function reference(leaves: readonly Uint8Array[]): Uint8Array {
    const digest = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const [only] = leaves;
    if (only === undefined) return digest();
    if (leaves.length === 1) return digest(Uint8Array.of(0), only);
    let half = 1;
    while (half * 2 < leaves.length) half *= 2;
    return digest(Uint8Array.of(1), reference(leaves.slice(0, half)), reference(leaves.slice(half)));
  }

  it('is that of RFC 9162 for every size', () => {
    const leaves = chain(70).map(({ hash }) => leafOf(hash));
    let tree = EMPTY_TREE;
    for (let size = 0; size <= leaves.length; size++) {
      expect(rootOf(tree)).toBe(Buffer.from(reference(leaves.slice(0, size))).toString('hex'));
      tree = addLeaf(tree, leaves[size] ?? new Uint8Array());
    }
  });

  it('of the test vector of RFC 6962 implementations is the published one', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const tree = inputs.map((hex) => Buffer.from(hex, 'hex')).reduce(addLeaf, EMPTY_TREE);
    expect(rootOf(tree)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });
});

describe('checkpoints', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const verifySignature = (bytes: Uint8Array, signature: Uint8Array) => verify(null, bytes, publicKey, signature);

  function checkpoints(events: readonly LedgerEvent[], sizes: readonly number[]): Checkpoint[] {
    const list: Checkpoint[] = [];
    for (const size of sizes) {
      const last = events[size - 1];
      const before = list.at(-1);
      if (last === undefined) throw new Error('there are as many events');
      const root = rootOf(events.slice(0, size).reduce((tree, { hash }) => addLeaf(tree, leafOf(hash)), EMPTY_TREE));
      const previous = before === undefined ? null : checkpointHash(before);
      const body = { size, root, head: last.hash, atUs: last.atUs, database: 'one', previous };
      list.push(signCheckpoint(body, (bytes) => sign(null, bytes, privateKey)));
    }
    return list;
  }

  function judge(events: readonly LedgerEvent[], list: readonly Checkpoint[], database = 'one') {
    const check = new LedgerCheck({ list, verifySignature, database });
    for (const event of events) check.add(event);
    return { chain: check.chain(), checkpoints: check.checkpoints() };
  }

  const events = chain(8);
  const kept = checkpoints(events, [3, 6]);

  it('agree with the ledger that they were made of, however far it went on', () => {
    expect(judge(events, kept)).toMatchObject({ chain: { ok: true }, checkpoints: { checked: 2, bad: [] } });
  });

  it('find a tail that was cut off', () => {
    const { chain: judged, checkpoints: found } = judge(events.slice(0, 5), kept);
    expect(judged.ok).toBe(true);
    expect(found.bad).toEqual([{ size: 6, code: 'checkpoint.beyond-end', from: 4 }]);
  });

  it('find a suffix that was written anew', () => {
    const [, , third] = events;
    const rewritten = [
      ...events.slice(0, 3),
      ...chain(8, 3, third?.hash).map((event) => ({ ...event, action: 'other' })),
    ];
    const rechained: LedgerEvent[] = [];
    for (const event of rewritten) {
      const linked = { ...event, prevHash: rechained.at(-1)?.hash ?? GENESIS };
      rechained.push({ ...linked, hash: eventHash(linked) });
    }
    const { chain: judged, checkpoints: found } = judge(rechained, kept);
    expect(judged.ok).toBe(true);
    expect(found.bad).toEqual([{ size: 6, code: 'checkpoint.altered', from: 4 }]);
  });

  it('that were altered, left out or made for another database are found themselves', () => {
    const [first, second] = kept;
    if (!first || !second) throw new Error('two were made');
    expect(judge(events, [{ ...first, size: 2 }, second]).checkpoints.bad[0]).toMatchObject({
      code: 'checkpoint.signature',
    });
    expect(judge(events, [second]).checkpoints.bad).toEqual([{ size: 6, code: 'checkpoint.previous', from: 1 }]);
    expect(judge(events, kept, 'two').checkpoints.bad.map(({ code }) => code)).toEqual([
      'checkpoint.database',
      'checkpoint.database',
    ]);
  });

  it('are read back from their file, and nothing else is taken for one', () => {
    const [first] = kept;
    expect(parseCheckpoint(JSON.parse(JSON.stringify(first)))).toEqual(first);
    for (const other of [null, 3, [], {}, { ...first, size: 0 }, { ...first, root: 'x' }, { ...first, previous: 5 }]) {
      expect(parseCheckpoint(other)).toBeNull();
    }
    expect(checkpointFileName(120)).toBe('checkpoint-000000000120.json');
  });
});

describe('an export', () => {
  const events = chain(3);
  const lines = [exportLine({ schema: 'dingben.ledger/1', database: 'one' }), ...events.map(exportLine)];

  it('is read back as it was written', () => {
    expect([...parseExport(lines.map((line) => line.trimEnd()))]).toEqual(events);
  });

  it('without its header, or with a line that is no event, is refused with the line', () => {
    const refused = (texts: string[]) => () => [...parseExport(texts)];
    expect(refused([])).toThrow(new ExportError('ledger.header', 1));
    expect(refused(lines.slice(1))).toThrow(new ExportError('ledger.header', 1));
    for (const bad of ['{', '[]', '{"seq":1}', (lines[1] ?? '').replace('"seq":1', '"seq":1.5')]) {
      expect(refused([lines[0] ?? '', bad])).toThrow(new ExportError('ledger.line', 2));
    }
  });
});

describe('a payload', () => {
  it('gives back the fields that were framed, whatever they hold', () => {
    const field = fc.option(fc.string({ unit: 'binary' }), { nil: null });
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        expect(unframe(frame(fields))).toEqual(fields);
      }),
    );
  });

  it('that is no frame gives null, and never more fields than it has', () => {
    for (const text of ['1:a', '2:a,', '1:元,', ':,', 'x', '-', '3:元', '99999999999999999999:a,'])
      expect(unframe(text)).toBeNull();
  });
});

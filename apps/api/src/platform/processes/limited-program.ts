/** The other end of LimitedProcess: what every such program does, whatever it is asked. */
import { readFileSync, writeSync } from 'node:fs';

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const LINE_FEED = 0x0a;

/** Reads the order and the bytes behind it, and writes what `work` answers. What reaches out is taken away before. */
export async function answerOrder(
  work: (order: unknown, bytes: Buffer) => Promise<readonly Uint8Array[]> | readonly Uint8Array[],
): Promise<void> {
  for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);
  const input = readFileSync(STANDARD_INPUT);
  const head = input.indexOf(LINE_FEED);
  const order: unknown = JSON.parse(input.toString('utf8', 0, head));
  for (const part of await work(order, input.subarray(head + 1))) {
    for (let at = 0; at < part.length;) at += writeSync(STANDARD_OUTPUT, part, at);
  }
}

/** An answer that is nothing but JSON. */
export function asJson(answer: object): readonly Uint8Array[] {
  return [Buffer.from(JSON.stringify(answer))];
}

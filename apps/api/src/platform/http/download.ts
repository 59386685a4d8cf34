import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { disposition } from './disposition.js';
import { busy } from './problem.js';

/** A file on its way to a person. */
export interface Download {
  readonly fileName: string;
  /** Of ASCII, for clients that know no other names. */
  readonly plainName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  /** Whole, or piece by piece. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

/** The file, named by its content: a client that has it already is told so, and gets nothing else. */
export function answerDownload(
  file: Download,
  request: FastifyRequest,
  reply: FastifyReply,
): StreamableFile | undefined {
  const etag = `"${file.sha256}"`;
  void reply.header('ETag', etag).header('Cache-Control', 'private, no-cache');
  if (request.headers['if-none-match']?.split(/, ?/).includes(etag) === true) {
    void reply.status(304);
    return undefined;
  }
  const digest = Buffer.from(file.sha256, 'hex').toString('base64');
  void reply.header('Digest', `sha-256=${digest}`).header('Repr-Digest', `sha-256=:${digest}:`);
  const options = { type: file.mediaType, disposition: disposition(file), length: file.size };
  return file.bytes instanceof Uint8Array
    ? new StreamableFile(file.bytes, options)
    : new StreamableFile(Readable.from(file.bytes, { objectMode: false }), options);
}

/** Aborted when the one who asked goes away before there is an answer: nobody waits for it any more. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort(busy());
  });
  return gone.signal;
}

const PIECE = 512 * 1024;

/** A file that the database has, read as it is sent: so that a large one is never whole in memory. */
export async function* pieces(
  size: number,
  read: (offset: number, length: number) => Promise<Uint8Array | null>,
): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < size; offset += PIECE) {
    const piece = await read(offset, Math.min(PIECE, size - offset));
    // Removed meanwhile; the answer is cut off, which its length shows.
    if (piece === null) throw new Error('a file was removed while it was sent');
    yield piece;
  }
}

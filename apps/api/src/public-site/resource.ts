import { sha256 } from '@dingben/kernel/hash';

/**
 * - `forever`: the address names a publication, and the answer says only what was frozen with it
 * - `shortly`: the answer says how things stand (in force, withdrawn), or is a page, whose dress may change
 */
export type Caching = 'forever' | 'shortly';

const MINUTES = 5;

export const CACHE_CONTROL: Readonly<Record<Caching, string>> = {
  forever: 'public, max-age=31536000, immutable',
  shortly: `public, max-age=${MINUTES * 60}`,
};

/** An answer to anybody. Its entity tag is the SHA-256 of its bytes, whatever it is, so that it can be checked against them. */
export interface Resource {
  readonly mediaType: string;
  readonly caching: Caching;
  readonly sha256: string;
  /** Asked for only where the caller does not have them already. */
  readonly body: () => string | Buffer | Promise<Buffer>;
  readonly headers?: Readonly<Record<string, string>>;
  /** 200 unless told. */
  readonly status?: number;
}

export class PublicResource implements Resource {
  readonly mediaType: string;
  readonly caching: Caching;
  readonly sha256: string;
  readonly body: Resource['body'];
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;

  constructor({ mediaType, caching, sha256: hash, body, headers = {}, status = 200 }: Resource) {
    this.mediaType = mediaType;
    this.caching = caching;
    this.sha256 = hash;
    this.body = body;
    this.headers = headers;
    this.status = status;
  }

  static text(
    text: string,
    mediaType: string,
    caching: Caching,
    more: Pick<Resource, 'headers' | 'status'> = {},
  ): PublicResource {
    return new PublicResource({ mediaType, caching, sha256: sha256(text), body: () => text, ...more });
  }

  static json(value: unknown, caching: Caching): PublicResource {
    return PublicResource.text(JSON.stringify(value), 'application/json; charset=utf-8', caching);
  }
}

/** Sends the caller elsewhere, for a while: what stands behind the address may become another. */
export class PublicRedirect {
  readonly location: string;

  constructor(location: string) {
    this.location = location;
  }
}

/** Whether an `If-None-Match` header names the tag; weak comparison, as RFC 9110 wants it here. */
export function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);
}

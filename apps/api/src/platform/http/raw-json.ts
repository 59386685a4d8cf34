/** JSON that is sent as it is: what a hot handler has built or kept, or what PostgreSQL has written. */
export class RawJson {
  readonly body: Buffer | string;
  /** Sent as the ETag where the resource has a version. */
  readonly version: number | undefined;

  constructor(body: Buffer | string, version?: number) {
    this.body = body;
    this.version = version;
  }
}

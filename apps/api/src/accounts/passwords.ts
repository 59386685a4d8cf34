import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { busy } from '../platform/http/problem.js';

/** argon2id with 19 MiB and two passes: about 40 ms here, and the least that OWASP asks for. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** More at once would take the processor and the memory from everybody else. */
const AT_ONCE = 2;
const MOST_WAITING = 64;

/** Hash of a password that nobody has: guessing at an unknown name takes as long as at a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$1fzgAhffzcGoQYc2dJe3gg$N3ZI4fs0BkubYTCWIUmqy77kIRJy/olNzYz+STfmb0o';

/** Hashes and checks passwords, at most two at a time. */
@Injectable()
export class Passwords {
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, COST));
  }

  /** Whether the password is the one behind the hash; without a hash it takes as long and the answer is no. */
  matches(stored: string | null, password: string): Promise<boolean> {
    return this.#inTurn(async () => (await verify(stored ?? NOBODY, password)) && stored !== null);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) throw busy(2);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#running++;
    try {
      return await work();
    } finally {
      // The place is handed on without being given back, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}

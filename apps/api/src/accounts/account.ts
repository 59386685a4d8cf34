import type { Role } from '@dingben/workflow';

/** A person who can sign in, as the domain knows one. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: Role[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: Date;
}

/** In place of a hash: an account of the service itself, which nobody can sign in to and nobody manages. */
export const NO_PASSWORD = '!';

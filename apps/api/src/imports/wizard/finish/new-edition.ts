import { findingKeys } from '@dingben/reader';
import type { Finding, Outline } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../platform/auth/actor.js';
import { conflict } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { EditionWriter } from '../../edition-writer.js';
import { ImportRepository } from '../../import.repository.js';
import type { HeldDocument } from '../matching/matching.service.js';
import type { OpenImport, Outcome } from '../model.js';
import { readingOf } from '../reading/kept.js';
import type { EditionTarget } from './jobs.js';
import { withServiceCodes } from './service-codes.js';

/** What an accepted finding says on the edition's own list. */
const ANSWER = '导入时已确认。';

interface Identified {
  readonly outline: Outline;
  readonly standardId: string;
  /** Entries that came out of several services, or of one that others came out of too. */
  readonly descents: readonly { readonly entry: string; readonly kind: string; readonly from: readonly string[] }[];
}

/** Makes an edition of an import, as it was issued, with the services that the matching decided. */
@Injectable()
export class NewEdition {
  constructor(
    private readonly imports: ImportRepository,
    private readonly editions: EditionWriter,
  ) {}

  /** 409 `import.standard-exists`, `edition.label-taken`. */
  async write(
    tx: Tx,
    open: OpenImport,
    held: HeldDocument | null,
    target: EditionTarget,
    actor: Actor,
  ): Promise<Outcome> {
    const { outline, standardId, descents } = await this.#identified(tx, open, held, target);
    const id = randomUUID();
    const { name, sha256 } = open;
    await this.editions.write(tx, {
      outline,
      id,
      standardId,
      label: target.label,
      kind: target.kind,
      actorId: actor.id,
      requestId: actor.requestId,
      data: { file: { name, sha256 }, descents },
      answerOf: answersOf(outline, open.accepted),
    });
    return { editionId: id, amendmentId: null };
  }

  async #identified(
    tx: Tx,
    open: OpenImport,
    held: HeldDocument | null,
    { standard }: EditionTarget,
  ): Promise<Identified> {
    if (standard !== null || held === null) {
      const { code = '', title = '' } = standard ?? {};
      const standardId = code === '' ? null : await this.imports.addStandard(tx, code, title);
      if (standardId === null) throw conflict('import.standard-exists');
      return { outline: withServiceCodes(readingOf(open).outline, [], []), standardId, descents: [] };
    }
    const { document, against, known, matching } = held;
    const used = await this.imports.lockCodes(tx, against.standardId);
    const codeOf = (index: number | null): string | null =>
      index === null ? null : (known.outline.entries[index]?.code ?? null);
    const outline = withServiceCodes(
      document,
      matching.entries.map(({ takes }) => codeOf(takes)),
      used,
    );
    const descents = matching.entries
      .filter(({ kind }) => kind === 'split' || kind === 'merged')
      .map(({ key, kind, from }) => ({ entry: key, kind, from: from.map((index) => codeOf(index) ?? '') }));
    return { outline, standardId: against.standardId, descents };
  }
}

type Answer = { readonly state: 'open' | 'accepted'; readonly answer: string | null };

function answersOf({ findings = [] }: Outline, accepted: readonly string[]): (finding: Finding) => Answer {
  const known = new Set(accepted);
  const keys = findingKeys(findings);
  const answered = new Set(findings.filter((_, index) => known.has(keys[index] ?? '')));
  return (finding) => (answered.has(finding) ? { state: 'accepted', answer: ANSWER } : { state: 'open', answer: null });
}

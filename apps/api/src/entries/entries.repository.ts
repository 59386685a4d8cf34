import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/**
 * The search key of a text: compatibility forms folded (full-width to half-width), lower case, no white space, every kind
 * of square bracket alike, so that 京卫[2018]22 finds 京卫〔2018〕22 号. The stored text itself is never changed.
 */
function folded(text: string): string {
  return `translate(regexp_replace(lower(normalize(${text}, NFKC)), '\\s+', '', 'g'), '〔〕【】', '[][]')`;
}

// The bar keeps a match from running over the border of two provisions.
const TEXTS = `concat_ws('¦', r.title, r.target_group, r.content, r.standard, r.funding, r.lead_agency)`;

const CONTAINING: HotStatement = {
  name: 'entries_containing',
  text: `SELECT p.service_id::text AS id FROM placement p JOIN revision r ON r.id = p.revision_id
    WHERE p.edition_id = $1 AND strpos(${folded(TEXTS)}, ${folded('$2::text')}) > 0`,
};

const CITING: HotStatement = {
  name: 'entries_citing',
  text: `SELECT p.service_id::text AS id FROM placement p WHERE p.edition_id = $1 AND EXISTS (
      SELECT FROM reference x WHERE x.revision_id = p.revision_id AND x.kind = 'citation' AND x.key = $2)`,
};

@Injectable()
export class EntriesRepository {
  constructor(private readonly reads: HotReads) {}

  /** Services of the edition whose title or provisions contain the text. Exact but for the fold: no wildcard has a meaning. */
  containing(editionId: string, text: string): Promise<Set<string>> {
    return this.#ids(CONTAINING, editionId, text);
  }

  /** Services of the edition that cite an instrument, named by its key. */
  citing(editionId: string, key: string): Promise<Set<string>> {
    return this.#ids(CITING, editionId, key);
  }

  async #ids(statement: HotStatement, editionId: string, text: string): Promise<Set<string>> {
    const rows = await this.reads.rows<{ id: string }>(statement, [editionId, text]);
    return new Set(rows.map((row) => row.id));
  }
}

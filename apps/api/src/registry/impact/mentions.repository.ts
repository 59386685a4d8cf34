import type { ProvisionKey } from '@dingben/outline';
import type { EditionState } from '@dingben/workflow';
import type { Cited } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';

/** One way in which texts name a regulation, with the entries that do. */
export interface CitedRow {
  readonly title: string | null;
  readonly number: string | null;
  readonly services: readonly string[];
}

/** One way in which texts name an agency, with the entries that do and those that it leads. */
export interface NamedRow {
  readonly name: string;
  readonly services: readonly string[];
  readonly leads: readonly string[];
}

export interface MentionRow {
  readonly editionId: string;
  readonly serviceId: string;
  readonly revisionId: string;
  readonly provision: ProvisionKey;
  readonly start: number;
  readonly end: number;
  readonly number: string | null;
  /** The whole provision. */
  readonly text: string;
}

export interface EditionRow {
  readonly id: string;
  readonly label: string;
  readonly state: EditionState;
}

export interface UsageRow {
  readonly editionId: string;
  readonly label: string;
  readonly state: EditionState;
  readonly entries: number;
}

/** Of an edition, or of those that stand: what was superseded or abandoned is history. */
const STANDING = `(SELECT id FROM edition WHERE CASE WHEN $1::uuid IS NULL THEN state NOT IN ('superseded', 'withdrawn', 'abandoned') ELSE id = $1 END)`;

const CITED: HotStatement = {
  name: 'registry_cited',
  text: `SELECT x.data->>'title' AS title, x.data->>'number' AS number, array_agg(DISTINCT p.service_id::text) AS services
    FROM placement p JOIN reference x ON x.revision_id = p.revision_id AND x.kind = 'citation'
    WHERE p.edition_id IN ${STANDING} GROUP BY 1, 2 ORDER BY min(x.key), 1, 2 NULLS LAST`,
};

const NAMED: HotStatement = {
  name: 'registry_named',
  text: `SELECT x.data->>'name' AS name, array_agg(DISTINCT p.service_id::text) AS services,
      coalesce(array_agg(DISTINCT p.service_id::text) FILTER (WHERE x.data->>'lead' = 'true'), '{}') AS leads
    FROM placement p JOIN reference x ON x.revision_id = p.revision_id AND x.kind = 'agency'
    WHERE p.edition_id IN ${STANDING} GROUP BY 1 ORDER BY 1`,
};

const HEADS: HotStatement = {
  name: 'registry_heads',
  text: `SELECT (SELECT version::text FROM reference_stamp)
      || coalesce(string_agg(' ' || id || ' ' || head_commit_id, '' ORDER BY id), '') AS heads FROM edition WHERE id IN ${STANDING}`,
};

const EDITIONS: HotStatement = {
  name: 'registry_editions',
  text: `SELECT id::text, label, state FROM edition WHERE id IN ${STANDING} ORDER BY created_at DESC`,
};

/** The mentions of one kind that are written in one of these ways: `data->>name` and, of citations, the number. */
const WRITTEN = `FROM edition e JOIN placement p ON p.edition_id = e.id JOIN reference x ON x.revision_id = p.revision_id AND x.kind = $3
  JOIN unnest($1::text[], $2::text[]) AS written(name, number) ON x.data->>'number' IS NOT DISTINCT FROM written.number
    AND coalesce(x.data->>'title', x.data->>'name') IS NOT DISTINCT FROM written.name`;

const MENTIONS: HotStatement = {
  name: 'registry_mentions',
  text: `SELECT p.edition_id::text AS "editionId", p.service_id::text AS "serviceId", p.revision_id::text AS "revisionId", x.provision,
      x.start, x."end", x.data->>'number' AS number,
      CASE x.provision WHEN 'targetGroup' THEN r.target_group WHEN 'content' THEN r.content WHEN 'standard' THEN r.standard
        WHEN 'funding' THEN r.funding ELSE r.lead_agency END AS text
    ${WRITTEN} JOIN revision r ON r.id = p.revision_id
    WHERE e.state NOT IN ('superseded', 'withdrawn', 'abandoned') ORDER BY x.ordinal`,
};

const USAGE: HotStatement = {
  name: 'registry_usage',
  text: `SELECT e.id::text AS "editionId", e.label, e.state, count(DISTINCT p.service_id)::int AS entries
    ${WRITTEN} WHERE e.state <> 'abandoned' GROUP BY e.id ORDER BY e.created_at DESC`,
};

/** What the texts of editions mention, by the spans that are derived from them. */
@Injectable()
export class MentionsRepository {
  constructor(private readonly reads: HotReads) {}

  /**
   * The latest commits of the edition, or of those that stand, with the stamp of corrected references: as long as they are the
   * same, so are all mentions.
   */
  async heads(editionId: string | null): Promise<string> {
    return (await this.reads.row<{ heads: string }>(HEADS, [editionId]))?.heads ?? '';
  }

  /** Every way in which an edition cites regulations; without an edition, in which those that stand do. */
  cited(editionId: string | null): Promise<CitedRow[]> {
    return this.reads.rows<CitedRow>(CITED, [editionId]);
  }

  /** Every way in which an edition names agencies; without an edition, in which those that stand do. */
  named(editionId: string | null): Promise<NamedRow[]> {
    return this.reads.rows<NamedRow>(NAMED, [editionId]);
  }

  /** Those that stand, the newest first. */
  editions(): Promise<EditionRow[]> {
    return this.reads.rows<EditionRow>(EDITIONS, [null]);
  }

  mentions(kind: 'citation' | 'agency', written: readonly Cited[]): Promise<MentionRow[]> {
    return this.reads.rows<MentionRow>(MENTIONS, values(kind, written));
  }

  usage(kind: 'citation' | 'agency', written: readonly Cited[]): Promise<UsageRow[]> {
    return this.reads.rows<UsageRow>(USAGE, values(kind, written));
  }
}

function values(
  kind: string,
  written: readonly Cited[],
): [names: (string | null)[], numbers: (string | null)[], kind: string] {
  return [written.map(({ title }) => title ?? null), written.map(({ number }) => number ?? null), kind];
}

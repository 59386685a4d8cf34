import type { Provisions } from '@dingben/outline';
import type { Correction } from '@dingben/references';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { CorrectionDto, CorrectionList } from './dto/correction.dto.js';

/** The text of an entry as the edition shows it. */
export interface ShownText {
  readonly contentHash: string;
  /** Null for a service that has items. */
  readonly provisions: Provisions | null;
}

const LIST: HotStatement = {
  name: 'corrections_of_entry',
  text: `SELECT r.content_hash AS "contentHash", COALESCE(json_agg(json_build_object('number', c.number, 'provision', c.provision,
      'start', c.start, 'end', c."end", 'kind', c.kind,
      'to', CASE WHEN c.to_kind IS NULL THEN NULL ELSE json_build_object('kind', c.to_kind, 'key', c.to_key, 'data', c.to_data) END,
      'reason', c.reason, 'by', json_build_object('id', a.id, 'name', a.name),
      'at', to_char(c.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ORDER BY c.number)
      FILTER (WHERE c.id IS NOT NULL), '[]') AS items
    FROM placement p JOIN revision r ON r.id = p.revision_id
      LEFT JOIN reference_correction c ON c.service_id = r.service_id AND c.content_hash = r.content_hash
      LEFT JOIN account a ON a.id = c.actor_id
    WHERE p.edition_id = $1 AND p.service_id = $2 GROUP BY r.content_hash`,
};

@Injectable()
export class CorrectionsRepository {
  constructor(private readonly reads: HotReads) {}

  /** Null where the edition has no such entry. */
  async list(editionId: string, serviceId: string): Promise<CorrectionList | null> {
    const row = await this.reads.row<{ contentHash: string; items: CorrectionDto[] }>(LIST, [editionId, serviceId]);
    return row && { ...row, version: row.items.length };
  }

  /** Null where the edition has no such entry. What it shows stays while the transaction lasts. */
  async shown(tx: Tx, editionId: string, serviceId: string): Promise<ShownText | null> {
    const [row] = await tx.$queryRaw<ShownText[]>`
      SELECT r.content_hash AS "contentHash", CASE WHEN r.content IS NULL THEN NULL ELSE json_build_object(
        'targetGroup', r.target_group, 'content', r.content, 'standard', r.standard, 'funding', r.funding,
        'leadAgency', r.lead_agency) END AS provisions
      FROM placement p JOIN revision r ON r.id = p.revision_id
      WHERE p.edition_id = ${editionId}::uuid AND p.service_id = ${serviceId}::uuid FOR SHARE OF p`;
    return row ?? null;
  }

  /** The corrections of a text in their order. */
  of(tx: Tx, serviceId: string, contentHash: string): Promise<Correction[]> {
    return tx.$queryRaw`
      SELECT provision, start, "end", kind,
        CASE WHEN to_kind IS NULL THEN NULL ELSE json_build_object('kind', to_kind, 'key', to_key, 'data', to_data) END AS "to"
      FROM reference_correction WHERE service_id = ${serviceId}::uuid AND content_hash = ${contentHash} ORDER BY number`;
  }

  async insert(
    tx: Tx,
    at: { serviceId: string; contentHash: string; number: number },
    { provision, start, end, kind, to }: Correction,
    act: { reason: string; actorId: string; eventId: string },
  ): Promise<void> {
    const data = to === null ? null : JSON.stringify(to.data);
    await tx.$executeRaw`
      INSERT INTO reference_correction (service_id, content_hash, number, provision, start, "end", kind, to_kind, to_key, to_data,
        reason, actor_id, event_id)
      VALUES (${at.serviceId}::uuid, ${at.contentHash}, ${at.number}, ${provision}, ${start}, ${end}, ${kind},
        ${to?.kind ?? null}, ${to?.key ?? null}, ${data}::jsonb, ${act.reason}, ${act.actorId}::uuid, ${act.eventId}::uuid)`;
  }
}

import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';

/** An entry of the edition, as an edit finds it. */
export interface PlacedEntry {
  readonly serviceId: string;
  readonly revisionId: string;
  readonly leaf: boolean;
}

/** An entry with provisions, as it stands in the edition. */
export interface PlacedText {
  readonly serviceId: string;
  readonly revisionId: string;
  readonly title: string;
  readonly provisions: Provisions;
}

/** Services: their lasting codes, and what they show in an edition. */
@Injectable()
export class ServicesRepository {
  async placed(tx: Tx, editionId: string, serviceId: string): Promise<PlacedEntry | null> {
    const [row] = await tx.$queryRaw<PlacedEntry[]>`
      SELECT p.service_id::text AS "serviceId", p.revision_id::text AS "revisionId", r.content IS NOT NULL AS leaf
      FROM placement p JOIN revision r ON r.id = p.revision_id
      WHERE p.edition_id = ${editionId}::uuid AND p.service_id = ${serviceId}::uuid`;
    return row ?? null;
  }

  /** The texts that stand in the edition for these services, where they have provisions, in the order asked. */
  async texts(tx: Tx, editionId: string, serviceIds: readonly string[]): Promise<PlacedText[]> {
    return tx.$queryRaw<PlacedText[]>`
      SELECT p.service_id::text AS "serviceId", p.revision_id::text AS "revisionId", r.title, json_build_object(
          'targetGroup', r.target_group, 'content', r.content, 'standard', r.standard, 'funding', r.funding,
          'leadAgency', r.lead_agency) AS provisions
      FROM unnest(${serviceIds}::uuid[]) WITH ORDINALITY AS asked(service_id, ordinal)
      JOIN placement p ON p.service_id = asked.service_id AND p.edition_id = ${editionId}::uuid
      JOIN revision r ON r.id = p.revision_id WHERE r.content IS NOT NULL ORDER BY asked.ordinal`;
  }

  async itemsOf(tx: Tx, editionId: string, serviceId: string): Promise<PlacedEntry[]> {
    return tx.$queryRaw<PlacedEntry[]>`
      SELECT p.service_id::text AS "serviceId", p.revision_id::text AS "revisionId", true AS leaf
      FROM placement p WHERE p.edition_id = ${editionId}::uuid AND p.parent_service_id = ${serviceId}::uuid ORDER BY p.position`;
  }

  /** A revision of the service that has stood in an edition: an imported one, or one that was merged. */
  async hasStood(tx: Tx, serviceId: string, revisionId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM revision r LEFT JOIN amendment a ON a.id = r.amendment_id
      WHERE r.id = ${revisionId}::uuid AND r.service_id = ${serviceId}::uuid AND (a.id IS NULL OR a.state = 'merged')`;
    return rows.length > 0;
  }

  /** A service with the next code of its standard: `S090`, or `S016-3` for an item of `S016`. */
  async create(tx: Tx, standardId: string, parentServiceId: string | null): Promise<{ id: string; code: string }> {
    // Codes are counted under this lock, so that two additions at once do not take the same one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`dingben.service-code ${standardId}`}, 0))`;
    const prefix = await this.#prefix(tx, parentServiceId);
    const [last] = await tx.$queryRaw<{ number: number }[]>`
      SELECT COALESCE(max(substr(code, ${prefix.length + 1})::int), 0) AS number FROM service
      WHERE standard_id = ${standardId}::uuid AND starts_with(code, ${prefix}) AND substr(code, ${prefix.length + 1}) ~ '^[0-9]{1,6}$'`;
    const number = String((last?.number ?? 0) + 1);
    const code = prefix + (parentServiceId === null ? number.padStart(3, '0') : number);
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO service (standard_id, code) VALUES (${standardId}::uuid, ${code}) RETURNING id::text`;
    if (row === undefined) throw new Error('A service was written and has no id.');
    return { id: row.id, code };
  }

  async #prefix(tx: Tx, parentServiceId: string | null): Promise<string> {
    if (parentServiceId === null) return 'S';
    const [parent] = await tx.$queryRaw<{ code: string }[]>`
      SELECT code FROM service WHERE id = ${parentServiceId}::uuid`;
    if (parent === undefined) throw new Error(`service ${parentServiceId} is gone`);
    return `${parent.code}-`;
  }
}

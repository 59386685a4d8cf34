import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/prisma/database.js';
import type { EditRecord } from '../model.js';
import type { Ground, PlacedService } from './plan.js';

type Touching = Pick<EditRecord, 'serviceId' | 'place'>;

/** Reads as much of an edition's outline as the edits touch, whatever the edition's size. */
@Injectable()
export class GroundRepository {
  async around(reader: Reader, editionId: string, edits: readonly Touching[]): Promise<Ground> {
    const { serviceIds, sectionKeys } = touched(edits);
    const sections = await reader.$queryRaw<{ key: string }[]>`
      SELECT key::text FROM section WHERE edition_id = ${editionId}::uuid AND key = ANY(${sectionKeys}::uuid[])`;
    const services = await reader.$queryRaw<PlacedService[]>`
      SELECT p.service_id::text AS "serviceId", s.key::text AS "sectionKey", p.parent_service_id::text AS "parentServiceId",
        p.position, p.revision_id::text AS "revisionId", r.content IS NOT NULL AS leaf
      FROM placement p JOIN section s ON s.id = p.section_id JOIN revision r ON r.id = p.revision_id
      WHERE p.edition_id = ${editionId}::uuid AND (p.service_id = ANY(${serviceIds}::uuid[])
        OR p.parent_service_id = ANY(${serviceIds}::uuid[]) OR s.key = ANY(${sectionKeys}::uuid[]))`;
    return {
      sectionKeys: new Set(sections.map(({ key }) => key)),
      services: new Map(services.map((service) => [service.serviceId, service])),
    };
  }
}

function touched(edits: readonly Touching[]): { serviceIds: string[]; sectionKeys: string[] } {
  const places = edits.flatMap(({ place }) => (place === null ? [] : [place]));
  const named = [
    ...edits.map((edit) => edit.serviceId),
    ...places.flatMap((place) => [place.parentServiceId, place.afterServiceId]),
  ];
  return {
    serviceIds: [...new Set(named.filter((id) => id !== null))],
    sectionKeys: [...new Set(places.map((place) => place.sectionKey))],
  };
}

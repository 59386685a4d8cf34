import { Injectable } from '@nestjs/common';
import { offsetOf } from '../platform/http/list.js';
import { Database } from '../platform/prisma/database.js';

export interface StandardRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

@Injectable()
export class StandardsRepository {
  constructor(private readonly database: Database) {}

  async list(page: {
    page: number;
    perPage: number;
    order: 'asc' | 'desc';
  }): Promise<{ items: StandardRow[]; total: number }> {
    const { standard } = this.database.client;
    const [items, total] = await Promise.all([
      standard.findMany({ orderBy: { code: page.order }, skip: offsetOf(page), take: page.perPage }),
      standard.count(),
    ]);
    return { items: items.map(({ id, code, title }) => ({ id, code, title })), total };
  }
}

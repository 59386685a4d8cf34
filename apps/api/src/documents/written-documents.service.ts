import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/auth/actor.js';
import { pieces, type Download } from '../platform/http/download.js';
import { notFound } from '../platform/http/problem.js';
import { WrittenDocumentsRepository } from './written-documents.repository.js';

@Injectable()
export class WrittenDocumentsService {
  constructor(private readonly repository: WrittenDocumentsRepository) {}

  /** Of one's own alone. 404 `document.not-found`: never there, or removed after its day. */
  async download(id: string, actor: Actor): Promise<Download> {
    const file = await this.repository.find(id, actor.id);
    if (file === null) throw notFound('document');
    const { fileName, mediaType, sha256, size } = file;
    const plainName = `document${fileName.slice(fileName.lastIndexOf('.'))}`;
    const bytes = pieces(size, (offset, length) => this.repository.piece(id, offset, length));
    return { fileName, plainName, mediaType, sha256, size, bytes };
  }
}

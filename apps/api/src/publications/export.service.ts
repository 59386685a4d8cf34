import { sha256 } from '@dingben/kernel/hash';
import type { Outline } from '@dingben/outline';
import { writeHtml, writeJson, writeText, type DocumentMeta } from '@dingben/writer';
import { Injectable } from '@nestjs/common';
import { DocumentService } from './document.service.js';
import { DocxThread } from './docx-thread.js';
import { FORMATS, type Format } from './dto/publication.dto.js';
import { PublicationsRepository, type Artefact } from './publications.repository.js';

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const TEXTS: Readonly<Record<Exclude<Format, 'docx'>, (outline: Outline, meta: DocumentMeta) => string>> = {
  json: writeJson,
  txt: writeText,
  html: writeHtml,
};

/** An edition as a file: the frozen one where it is published, else written from the outline as it stands. */
@Injectable()
export class ExportService {
  constructor(
    private readonly documents: DocumentService,
    private readonly repository: PublicationsRepository,
    private readonly docx: DocxThread,
  ) {}

  /** 404 `edition.not-found`. */
  async file(editionId: string, format: Format): Promise<Artefact> {
    const frozen = await this.repository.artefact(editionId, format);
    if (frozen !== null) return frozen;
    const { outline } = await this.documents.document(editionId);
    return this.#write(outline, format, {});
  }

  /** Every format of one outline. `meta` is what the documents say of their publication. */
  async files(outline: Outline, meta: DocumentMeta): Promise<Artefact[]> {
    const artefacts: Artefact[] = [];
    for (const format of FORMATS) artefacts.push(await this.#write(outline, format, meta));
    return artefacts;
  }

  async #write(outline: Outline, format: Format, meta: DocumentMeta): Promise<Artefact> {
    const bytes = new Uint8Array(
      format === 'docx' ? await this.docx.write(outline, meta) : Buffer.from(TEXTS[format](outline, meta)),
    );
    return {
      format,
      fileName: `${fileNameOf(outline.title)}.${format}`,
      mediaType: MEDIA_TYPES[format],
      sha256: sha256(bytes),
      bytes,
    };
  }
}

/** The title, without what file systems refuse. */
function fileNameOf(title: string): string {
  return title.replaceAll(/[/\\:*?"<>|]/g, '_');
}

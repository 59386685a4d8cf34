import { sha256 } from '@dingben/kernel/hash';
import type { Outline } from '@dingben/outline';
import { writeHtml, writeJson, writeText } from '@dingben/writer';
import { writeDocx } from '@dingben/writer/docx';
import { Injectable } from '@nestjs/common';
import { DocumentService } from './document.service.js';
import { FORMATS, type Format } from './dto/publication.dto.js';
import { PublicationsRepository, type Artefact } from './publications.repository.js';

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const WRITERS: Readonly<Record<Format, (outline: Outline) => string | Uint8Array | Promise<string | Uint8Array>>> = {
  json: writeJson,
  txt: writeText,
  html: writeHtml,
  docx: writeDocx,
};

/** An edition as a file: the frozen one where it is published, else written from the outline as it stands. */
@Injectable()
export class ExportService {
  constructor(
    private readonly documents: DocumentService,
    private readonly repository: PublicationsRepository,
  ) {}

  /** 404 `edition.not-found`. */
  async file(editionId: string, format: Format): Promise<Artefact> {
    const frozen = await this.repository.artefact(editionId, format);
    if (frozen !== null) return frozen;
    const { outline } = await this.documents.document(editionId);
    return write(outline, format);
  }
}

/** Every format of one outline. */
export async function writeAll(outline: Outline): Promise<Artefact[]> {
  const artefacts: Artefact[] = [];
  for (const format of FORMATS) artefacts.push(await write(outline, format));
  return artefacts;
}

async function write(outline: Outline, format: Format): Promise<Artefact> {
  const written = await WRITERS[format](outline);
  const bytes = new Uint8Array(typeof written === 'string' ? Buffer.from(written) : written);
  return {
    format,
    fileName: `${fileNameOf(outline.title)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    sha256: sha256(bytes),
    bytes,
  };
}

/** The title, without what file systems refuse. */
function fileNameOf(title: string): string {
  return title.replaceAll(/[/\\:*?"<>|]/g, '_');
}

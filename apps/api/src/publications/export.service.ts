import { ok, type Result } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import { chapterOf, type Outline } from '@dingben/outline';
import { headingText, type DocumentMeta } from '@dingben/writer';
import { Injectable } from '@nestjs/common';
import { fileName } from '../documents/file-names.js';
import { WritingProcess } from '../documents/writing/writing-process.js';
import { pieces, type Download } from '../platform/http/download.js';
import { fromRefusal, notFound } from '../platform/http/problem.js';
import { DocumentService, type DocumentAt } from './document.service.js';
import { documentMeta } from './document-meta.js';
import { FORMATS, type Format } from './dto/publication.dto.js';
import { FORMS, QUICK } from './forms.js';
import { PublicationsRepository, type Artefact, type FrozenFile } from './publications.repository.js';

/** Which text of an edition: at the head unless a commit is told, and whole unless a chapter is. */
export interface TextAsked {
  readonly editionId: string;
  readonly commit?: number | undefined;
  /** Its printed number: `三`. */
  readonly chapter?: string | undefined;
}

/** An edition as a file: the frozen one where it is published, else written from the outline as it stands. */
@Injectable()
export class ExportService {
  constructor(
    private readonly documents: DocumentService,
    private readonly repository: PublicationsRepository,
    private readonly writing: WritingProcess,
  ) {}

  /** 404 `edition.not-found`, `commit.not-found`, `chapter.not-found`; 409 with what the writer refuses. */
  async file(asked: TextAsked, format: Format, signal?: AbortSignal): Promise<Download> {
    if (asked.commit === undefined && asked.chapter === undefined) {
      const frozen = await this.repository.frozen(asked.editionId, format);
      if (frozen !== null) return this.#frozen(frozen);
    }
    const document = await this.documents.document(asked.editionId, asked.commit);
    const written = await this.write(document, asked, format, signal);
    if (!written.ok) throw fromRefusal(written.problem);
    return written.value;
  }

  /** The same text that was published is the file that was frozen. 404 `chapter.not-found`. */
  async write(
    document: DocumentAt,
    { editionId, chapter }: TextAsked,
    format: Format,
    signal?: AbortSignal,
  ): Promise<Result<Download>> {
    const { facts, at } = document;
    if (chapter === undefined && facts.publishedCommitId === at.commit.id) {
      const frozen = await this.repository.frozen(editionId, format);
      if (frozen !== null) return ok(this.#frozen(frozen));
    }
    const outline = chapter === undefined ? document.outline : chapterOf(document.outline, chapter);
    if (outline === null) throw notFound('chapter');
    const meta = { ...documentMeta(facts, at.commit), ...(chapter !== undefined && { chapter }) };
    const written = await this.#bytes(outline, meta, format, signal);
    if (!written.ok) return written;
    const bytes = written.value;
    return ok({ ...named(outline, meta, format), sha256: sha256(bytes), size: bytes.length, bytes });
  }

  /** Every form of one outline. 409 with what the writer refuses. */
  async files(outline: Outline, meta: DocumentMeta): Promise<Artefact[]> {
    const written = await this.writing.write({ kind: 'standard', forms: FORMATS, outline, meta });
    if (!written.ok) throw fromRefusal(written.problem);
    return FORMATS.map((format, index) => {
      const bytes = written.value[index] ?? new Uint8Array();
      const { fileName: name, mediaType } = named(outline, meta, format);
      return { format, fileName: name, mediaType, sha256: sha256(bytes), bytes };
    });
  }

  async #bytes(
    outline: Outline,
    meta: DocumentMeta,
    format: Format,
    signal: AbortSignal | undefined,
  ): Promise<Result<Uint8Array>> {
    const quick = QUICK[format];
    if (quick !== undefined) return ok(Buffer.from(quick(outline, meta)));
    const written = await this.writing.write({ kind: 'standard', forms: [format], outline, meta }, signal);
    return written.ok ? ok(written.value[0] ?? new Uint8Array()) : written;
  }

  #frozen(file: FrozenFile): Download {
    const { fileName: name, mediaType, sha256: hash, size, format } = file;
    const bytes = pieces(size, (offset, length) => this.repository.frozenPiece(file, offset, length));
    return { fileName: name, plainName: plainName(format), mediaType, sha256: hash, size, bytes };
  }
}

function named(
  outline: Outline,
  { draft, chapter }: DocumentMeta,
  format: Format,
): Pick<Download, 'fileName' | 'plainName' | 'mediaType'> {
  const { ending, mediaType } = FORMS[format];
  const [section] = outline.sections;
  const part = chapter === undefined || section === undefined ? '' : ` ${headingText(section)}`;
  const mark = draft === undefined ? '' : `（${draft}）`;
  return { fileName: fileName([outline.title, part, mark], ending), plainName: plainName(format), mediaType };
}

function plainName(format: Format): string {
  return `standard.${FORMS[format].ending}`;
}

import { ok, type Result } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Download } from '../platform/http/download.js';
import type { JsonObject, RunningJob } from '../platform/jobs/job.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { DocumentService } from '../publications/document.service.js';
import { ExportService } from '../publications/export.service.js';
import { FORMS } from '../publications/forms.js';
import { ComparedDocumentsService, type ComparedOrder } from './compared-documents.service.js';
import { fileName } from './file-names.js';
import { WRITE_DOCUMENT, type DocumentOrder } from './jobs.js';
import { WrittenDocumentsRepository } from './written-documents.repository.js';
import { WritingProcess } from './writing/writing-process.js';

type WriteJob = RunningJob<{ readonly order: DocumentOrder }>;
type File = Pick<Download, 'fileName' | 'mediaType' | 'bytes'>;

const STEPS = 3;
/** Of one large file. */
const KEEPING_MS = 60_000;

/** Does the jobs that write documents: what is written out of the database, through a process with limits, and kept for a day. */
@Injectable()
export class WriteDocumentJob implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly documents: DocumentService,
    private readonly exports: ExportService,
    private readonly compared: ComparedDocumentsService,
    private readonly writing: WritingProcess,
    private readonly kept: WrittenDocumentsRepository,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.jobs.register(WRITE_DOCUMENT, (job) => this.#run(job));
  }

  async #run(job: WriteJob): Promise<Result<JsonObject>> {
    const ownerId = job.askedById;
    if (ownerId === null) throw new Error('a document is written for a person');
    const written = await this.#written(job);
    if (!written.ok) return written;
    job.progress({ step: 'storing', done: 2, total: STEPS });
    const { fileName: name, mediaType } = written.value;
    const bytes = await whole(written.value.bytes);
    const file = { fileName: name, mediaType, sha256: sha256(bytes), size: bytes.length };
    const result = await this.work.runAsSystem(
      `job:${job.id}`,
      async (tx) => {
        const documentId = await this.kept.insert(tx, ownerId, file, bytes);
        const made = { documentId, fileName: name, size: file.size, sha256: file.sha256 };
        await job.finish(tx, made);
        return made;
      },
      KEEPING_MS,
    );
    return ok(result);
  }

  async #written(job: WriteJob): Promise<Result<File>> {
    const { order } = job.input;
    job.progress({ step: 'gathering', done: 0, total: STEPS });
    if (order.kind === 'standard') {
      const { editionId, commit, chapter, form } = order;
      const document = await this.documents.document(editionId, commit);
      job.progress({ step: 'drawing', done: 1, total: STEPS });
      return this.exports.write(document, { editionId, chapter: chapter ?? undefined }, form, job.signal);
    }
    const [before, after] = [order.before, order.after].map((id) => ({ kind: 'commit', id }) as const);
    if (before === undefined || after === undefined) throw new Error('two in, two out');
    const found: Result<ComparedOrder> =
      order.kind === 'comparison-table'
        ? await this.compared.table(before, after, order.form)
        : ok(await this.compared.notes(before, after, order.form));
    if (!found.ok) return found;
    job.progress({ step: 'drawing', done: 1, total: STEPS });
    const written = await this.writing.write(found.value.order, job.signal);
    if (!written.ok) return written;
    const { mediaType, ending } = FORMS[order.form === 'tracked' ? 'docx' : order.form];
    const [bytes = new Uint8Array()] = written.value;
    return ok({ fileName: fileName(found.value.names, ending), mediaType, bytes });
  }
}

async function whole(bytes: File['bytes']): Promise<Uint8Array> {
  if (bytes instanceof Uint8Array) return bytes;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

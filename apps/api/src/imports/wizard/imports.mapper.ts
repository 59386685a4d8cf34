import type { ImportDto } from './dto/import.dto.js';
import type { ImportRow } from './model.js';

export function toImportDto(row: ImportRow): ImportDto {
  const { id, name, size, sha256, state, problem, encoding, jobId, outcome, version, createdAt, updatedAt } = row;
  return {
    id,
    name,
    size,
    sha256,
    state,
    problem: problem === null ? null : { code: problem.code, params: problem.params ?? {} },
    encoding,
    jobId,
    outcome,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

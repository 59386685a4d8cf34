import type { JobDto } from './dto/job.dto.js';
import type { JobRow } from './jobs.repository.js';

export function toJobDto(row: JobRow): JobDto {
  const { step, done, total, problem, createdAt, startedAt, endedAt, ...rest } = row;
  return {
    ...rest,
    progress: { step, done, total },
    problem: problem === null ? null : { code: problem.code, params: problem.params ?? {} },
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

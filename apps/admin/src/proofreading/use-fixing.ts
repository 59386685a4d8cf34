import { useState } from 'react';
import { useNotify } from 'ra-core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { isClosed } from '../amendments/states.ts';
import type { Amendment } from '../api/amendment-types.ts';
import { problemOf, type ProblemDocument } from '../api/problem.ts';
import { amendmentQuery } from '../api/queries.ts';
import { reread } from '../api/reread.ts';
import type { Finding } from '../api/types.ts';
import { useT } from '../i18n/use-t.ts';
import { reportSessionLost } from '../providers/query-client.ts';
import { writeFixes } from './write-fixes.ts';

export interface Fixing {
  /** Where repairs are written; null until one is chosen, and once it is closed. */
  readonly amendment: Amendment | null;
  readonly pending: boolean;
  readonly problem: ProblemDocument | null;
  /** Asks which amendment they belong to, and what waits for the answer. */
  readonly asking: readonly Finding[] | null;
  readonly fix: (findings: readonly Finding[]) => void;
  readonly choose: (amendmentId: string) => void;
  readonly ask: () => void;
  readonly cancel: () => void;
  /** The amendment's text no longer says what was found. */
  readonly isFixed: (finding: Finding) => boolean;
}

const NONE: readonly Finding[] = [];

/** Repairs become edits of one amendment, which stands in the address so that it holds through reloading. */
export function useFixing(editionId: string): Fixing {
  const [params, setParams] = useSearchParams();
  const [asking, setAsking] = useState<readonly Finding[] | null>(null);
  const { pending, problem, write } = useWriting();
  const id = params.get('amendment');
  const query = useQuery({ ...amendmentQuery(id ?? ''), enabled: id !== null });
  const chosen = query.data?.editionId === editionId ? query.data : null;
  const amendment = chosen === null || isClosed(chosen) ? null : chosen;
  const choose = (amendmentId: string) => {
    setParams(
      (now) => {
        now.set('amendment', amendmentId);
        return now;
      },
      { replace: true },
    );
    const waiting = asking ?? NONE;
    setAsking(null);
    if (waiting.length > 0) void write(amendmentId, waiting);
  };
  return {
    amendment,
    pending,
    problem,
    asking,
    choose,
    fix: (findings) => {
      if (amendment === null) setAsking(findings);
      else void write(amendment.id, findings);
    },
    ask: () => setAsking(NONE),
    cancel: () => setAsking(null),
    isFixed: (finding) => amendment !== null && isFixedIn(amendment, finding),
  };
}

function useWriting() {
  const t = useT();
  const notify = useNotify();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const write = async (amendmentId: string, findings: readonly Finding[]) => {
    setPending(true);
    setProblem(null);
    try {
      const { made, left } = await writeFixes(amendmentId, findings);
      const key = made === 0 ? 'proofread.fixedNone' : left === 0 ? 'proofread.fixed' : 'proofread.fixedSome';
      notify(t(key, { made, left }), { type: made === 0 ? 'warning' : 'success' });
    } catch (error) {
      reportSessionLost(error);
      const refused = problemOf(error);
      // The password is asked for over the page, as after any command.
      setProblem(refused.code === 'session.missing' ? null : refused);
    } finally {
      setPending(false);
      await reread(queries, ['amendment']);
    }
  };
  return { pending, problem, write };
}

/** Whether the amendment's text no longer says what was found. */
export function isFixedIn(amendment: Amendment, { serviceId, provision, found, fix, start }: Finding): boolean {
  const edit = amendment.edits.find((one) => one.serviceId === serviceId);
  if (edit === undefined || edit.base === null || edit.proposed === null || provision === null) return false;
  // A finding's provision is one of the five, by the rules.
  const key = provision as keyof NonNullable<typeof edit.proposed.provisions>;
  const [before, now] = [edit.base.provisions?.[key] ?? '', edit.proposed.provisions?.[key] ?? ''];
  if (before === now || fix === null || found === null || start === null) return false;
  if (found === '') return now.endsWith(fix);
  // A repair may keep the words and add to them.
  return fix.includes(found) ? count(now, fix) > count(before, fix) : count(now, found) < count(before, found);
}

function count(text: string, words: string): number {
  return text.split(words).length - 1;
}

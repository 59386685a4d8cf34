import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '../api/problem.ts';

type Listener = () => void;
const listeners = new Set<Listener>();

/** Told whenever the API says that the session is over; the shell then asks for the password without leaving the page. */
export function onSessionLost(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reportSessionLost(error: unknown): void {
  if (error instanceof ProblemError && error.problem.code === 'session.missing') listeners.forEach((tell) => tell());
}

/** A refusal is an answer and is not asked for again; what did not arrive is, twice. */
export function deskQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: reportSessionLost }),
    mutationCache: new MutationCache({ onError: reportSessionLost }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => count < 2 && error instanceof ProblemError && [0, 502, 503].includes(error.status),
      },
    },
  });
}

import type { ProblemDocument } from '../api/problem.ts';
import { useSentence } from '../i18n/use-t.ts';

/** A refusal as a sentence, read out when it appears. Draws nothing for null. */
export function ProblemAlert({ problem }: { readonly problem: ProblemDocument | null }) {
  const sentence = useSentence();
  if (problem === null) return null;
  return (
    <div className="alert bad" role="alert">
      {sentence(problem)}
    </div>
  );
}

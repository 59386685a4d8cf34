import { createContext, useCallback, useContext, useEffect, useId, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { LeaveGuard } from '../editing/LeaveGuard.tsx';

type Report = (id: string, unsent: boolean) => void;

const Unsent = createContext<Report>(() => null);

/** One guard for everything on a page that is written and not sent: a router holds no more than one. */
export function UnsentScope({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const report = useCallback<Report>(
    (id, unsent) =>
      setIds((now) => {
        if (now.has(id) === unsent) return now;
        const next = new Set(now);
        if (unsent) next.add(id);
        else next.delete(id);
        return next;
      }),
    [],
  );
  return (
    <Unsent value={report}>
      {children}
      <LeaveGuard dirty={ids.size > 0} text={t('review.leaveText')} />
    </Unsent>
  );
}

/** Says that a field holds words that nobody has yet; leaving the page then asks. */
export function useUnsent(unsent: boolean): void {
  const report = useContext(Unsent);
  const id = useId();
  useEffect(() => {
    report(id, unsent);
    return () => report(id, false);
  }, [report, id, unsent]);
}

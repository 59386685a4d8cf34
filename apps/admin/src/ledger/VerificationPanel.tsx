import { useRef, useState } from 'react';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { reread } from '../api/reread.ts';
import type { Verification } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { Hash } from '../desk/Hash.tsx';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

/** Verifies the whole ledger and what stands beside it, and says the result in words. */
export function VerificationPanel() {
  const t = useT();
  const queries = useQueryClient();
  const command = useCommand<Verification>();
  const place = useRef<HTMLDivElement>(null);
  const [result, setResult] = useState<Verification | null>(null);
  const verify = async () => {
    const outcome = await command.run({ method: 'POST', path: '/ledger/verification' });
    if (!outcome.ok) return;
    setResult(outcome.answer.value);
    // The verification is itself an act and has a record.
    await reread(queries, ['ledger']);
    place.current?.focus();
  };
  return (
    <section className="card verification">
      <div className="row">
        <span className="soft">{t('ledger.intro')}</span>
        <Button variant="contained" sx={{ ml: 'auto' }} disabled={command.pending} onClick={() => void verify()}>
          {t(command.pending ? 'ledger.verifying' : 'ledger.verify')}
        </Button>
      </div>
      <ProblemAlert problem={command.problem} />
      <div ref={place} tabIndex={-1} role="status">
        {result !== null && <Result result={result} />}
      </div>
    </section>
  );
}

function Result({ result }: { readonly result: Verification }) {
  const t = useT();
  const { number } = useFormat();
  const { checkpoints, events, head, ok, texts } = result;
  if (!ok) return <Broken result={result} />;
  return (
    <div className="alert good">
      <b>{t('ledger.verified')}</b>
      <p>{t('ledger.verifiedText', { events: number(events), seq: number(head?.seq ?? 0) })}</p>
      <p>{t('ledger.texts', { checked: number(texts.checked) })}</p>
      <p>
        {checkpoints.checked === 0
          ? t('ledger.noCheckpoints')
          : t('ledger.checkpoints', { checked: number(checkpoints.checked) })}
      </p>
      {head !== null && (
        <p className="small">
          {t('ledger.hash')} <Hash hash={head.hash} /> <span className="hash soft">{head.hash}</span>
        </p>
      )}
    </div>
  );
}

function Broken({ result: { checkpoints, events, firstBad, texts } }: { readonly result: Verification }) {
  const t = useT();
  const word = useWord();
  const { number } = useFormat();
  const what = (code: string) => word('ledgerFlaw', code, t('ledgerFlaw.unknown'));
  return (
    <div className="alert bad" role="alert">
      <b>{t('ledger.broken')}</b>
      <ul>
        {firstBad !== null && (
          <li>
            {t('ledger.brokenAt', { seq: number(firstBad.seq), what: what(firstBad.code) })}{' '}
            {t('ledger.goodUntil', { events: number(events) })}
          </li>
        )}
        {texts.bad.map(({ code, id, seq, table }) => (
          <li key={`${table} ${id} ${code}`}>
            {t('ledger.badText', { table: word('subject', table, t('ledger.subject')), what: what(code) })}
            {seq !== null && t('common.aside', { text: `${t('ledger.seq')} ${number(seq)}` })}{' '}
            <span className="hash soft">{id}</span>
          </li>
        ))}
        {checkpoints.bad.map(({ code, from, size }) => (
          <li key={`${size} ${code}`}>
            {t('ledger.badCheckpoint', { size: number(size), from: number(from), what: what(code) })}
          </li>
        ))}
      </ul>
      <p>{t('ledger.brokenHint')}</p>
    </div>
  );
}

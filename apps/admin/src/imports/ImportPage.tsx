import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { importQuery } from '../api/queries.ts';
import type { Import } from '../api/types.ts';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { Actions, Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { CompletionStep } from './CompletionStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { DiscardDialog } from './ImportList.tsx';
import { MatchingStep } from './MatchingStep.tsx';
import { ReadingStep, RefusedStep } from './ReadingStep.tsx';
import { UnderstandingStep } from './UnderstandingStep.tsx';
import './imports.css';

const STEPS = ['understanding', 'matching', 'completion'] as const;
export type Step = (typeof STEPS)[number];

/** One document on its way in. How far it is, the API says; which step is looked at stands in the address. */
export default function ImportPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useQuery(importQuery(id));
  useTitle(query.data?.name ?? t('importing.title'));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const one = query.data;
  return (
    <div className="page import-page">
      <Where>
        <Link to="/imports">{t('importing.title')}</Link>／<b className="where-text">{one.name}</b>
      </Where>
      <DiscardButton one={one} />
      <Stage one={one} />
    </div>
  );
}

function Stage({ one }: { readonly one: Import }) {
  const [params, setParams] = useSearchParams();
  const asked = params.get('step');
  const step = STEPS.find((name) => name === asked) ?? 'understanding';
  const go = (next: Step) => setParams({ step: next });
  if (one.state === 'reading') return <ReadingStep one={one} />;
  if (one.state === 'refused') return <RefusedStep one={one} />;
  if (one.state === 'finished') return <DoneStep one={one} />;
  if (one.state === 'finishing') return <ReadingStep one={one} />;
  return (
    <>
      <StepList step={step} onStep={go} />
      {step === 'understanding' && <UnderstandingStep one={one} onNext={() => go('matching')} />}
      {step === 'matching' && (
        <MatchingStep one={one} onBack={() => go('understanding')} onNext={() => go('completion')} />
      )}
      {step === 'completion' && <CompletionStep one={one} onBack={() => go('matching')} />}
    </>
  );
}

function StepList({ step, onStep }: { readonly step: Step; readonly onStep: (step: Step) => void }) {
  const t = useT();
  const word = useWord();
  return (
    <nav aria-label={t('importing.steps')}>
      <ol className="steps">
        {STEPS.map((name, index) => (
          <li key={name}>
            <button type="button" aria-current={name === step ? 'step' : undefined} onClick={() => onStep(name)}>
              <i aria-hidden>{index + 1}</i>
              {word('importStep', name)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function DiscardButton({ one }: { readonly one: Import }) {
  const t = useT();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (one.state === 'finishing' || one.state === 'finished') return null;
  return (
    <>
      <Actions>
        <Button onClick={() => setAsking(true)}>{t('importing.discard')}</Button>
      </Actions>
      {asking && <DiscardDialog one={one} onClose={() => setAsking(false)} onDone={() => void navigate('/imports')} />}
    </>
  );
}

import type { TextFinding } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { withFix } from './fix.ts';
import './proofreading.css';
import { FoundText } from './FoundText.tsx';
import { toneOf } from './tone.ts';
import { useFindingSentence } from './use-finding-sentence.ts';

interface Props {
  readonly findings: readonly TextFinding[];
  /** What the field is called. */
  readonly label: string;
  /** The text as it stands; a finding whose words are gone from it is not shown. */
  readonly text: string;
  /** Absent where the text is only read. */
  readonly onFix?: (text: string) => void;
}

/** Under a text: what 校核 sees in it, each with its repair where one is certain. Takes neither focus nor a word. */
export function FieldFindings({ findings, label, text, onFix }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useFindingSentence();
  const shown = findings.filter(({ start, end, found }) => text.slice(start, end) === found);
  return (
    <div aria-live="polite">
      {shown.length > 0 && (
        <ul className="field-findings" aria-label={t('proofread.of', { label })}>
          {shown.map((finding) => (
            <li key={`${finding.code} ${finding.start} ${finding.found}`}>
              <Chip tone={toneOf(finding.severity)}>{word('severity', finding.severity)}</Chip>
              <span>
                {sentence(finding)} <FoundText {...finding} />
              </span>
              {onFix !== undefined && finding.fix !== null && <FixButton finding={finding} text={text} onFix={onFix} />}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FixButton(props: { finding: TextFinding; text: string; onFix: (text: string) => void }) {
  const t = useT();
  const { finding, text, onFix } = props;
  const { fix } = finding;
  const fixed = fix === null ? null : withFix(text, { ...finding, fix });
  if (fixed === null) return null;
  return (
    <button
      type="button"
      className="quiet"
      aria-label={t('proofread.fixNamed', { found: finding.found, fix: fix ?? '' })}
      onClick={() => onFix(fixed)}
    >
      {t('proofread.fix')}
    </button>
  );
}

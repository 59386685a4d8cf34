import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ImportMatching, KnownService, MatchedEntry } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { CHOICES, choiceOf, decisionOf, type Choice, type Decision } from './decisions.ts';

interface Props {
  readonly entry: MatchedEntry;
  readonly known: ImportMatching['known'];
  readonly pending: boolean;
  readonly onDecide: (decision: Decision) => void;
}

/** One entry and the services it comes from, as proposed or decided, and how to decide otherwise. */
export function MatchRow({ entry, known, pending, onDecide }: Props) {
  const t = useT();
  const word = useWord();
  const [choice, setChoice] = useState<Choice>(choiceOf(entry));
  const [services, setServices] = useState<readonly string[]>(entry.from);
  const [keeps, setKeeps] = useState(entry.takes !== null);
  const decision = decisionOf(entry.key, choice, services, keeps);
  const isAsStored =
    choice === choiceOf(entry) && services.join() === entry.from.join() && keeps === (entry.takes !== null);
  const choose = (next: Choice) => {
    setChoice(next);
    if (next === 'new') setServices([]);
    else if (next !== 'merged') setServices(services.slice(0, 1));
    setKeeps(next === 'goesOn' || next === 'merged');
  };
  return (
    <tr>
      <td lang="zh-CN">
        <span className="soft">{entry.number}</span> {entry.title}
      </td>
      <td className="relation">
        <select
          className="select"
          aria-label={t('matching.relationOf', { number: entry.number })}
          value={choice}
          // The options below are the choices and nothing else.
          onChange={(event) => choose(event.target.value as Choice)}
        >
          {CHOICES.map((name) => (
            <option key={name} value={name}>
              {word('descentChoice', name)}
            </option>
          ))}
        </select>
      </td>
      <td className="services">
        {choice !== 'new' && <ServicePicker entry={entry} known={known} chosen={services} onChange={setServices} />}
        {choice === 'merged' && <Merged entry={entry} known={known} chosen={services} onChange={setServices} />}
        {choice === 'split' && (
          <label className="row small">
            <input type="checkbox" checked={keeps} onChange={(event) => setKeeps(event.target.checked)} />
            {t('matching.takes')}
          </label>
        )}
      </td>
      <td className="nowrap">
        {entry.decided && isAsStored ? (
          <Chip tone="ok">{t('matching.decided')}</Chip>
        ) : entry.certain && isAsStored ? (
          <Chip tone="plain">{word('descent', entry.kind)}</Chip>
        ) : (
          <Button
            size="small"
            variant="outlined"
            disabled={pending || decision === null}
            aria-label={`${t('matching.confirm')} ${entry.number} ${entry.title}`}
            onClick={() => decision !== null && onDecide(decision)}
          >
            {t('matching.confirm')}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface PickerProps extends Pick<Props, 'entry' | 'known'> {
  readonly chosen: readonly string[];
  readonly onChange: (services: readonly string[]) => void;
}

/** The service that the entry goes on with, or came out of: those alike first, then all of the same form. */
function ServicePicker({ entry, known, chosen, onChange }: PickerProps) {
  const t = useT();
  return (
    <select
      className="select"
      lang="zh-CN"
      aria-label={t('matching.serviceOf', { number: entry.number })}
      value={chosen[0] ?? ''}
      onChange={(event) => onChange([event.target.value, ...chosen.slice(1)].filter((id) => id !== ''))}
    >
      <option value="">{t('matching.choose')}</option>
      <ServiceOptions entry={entry} known={known} without={chosen.slice(1)} />
    </select>
  );
}

function ServiceOptions({ entry, known, without }: Pick<Props, 'entry' | 'known'> & { without: readonly string[] }) {
  const t = useT();
  const fits = known.filter(
    ({ serviceId, holdsItems }) => holdsItems === entry.holdsItems && !without.includes(serviceId),
  );
  const alike = entry.likely.flatMap((id) => fits.find(({ serviceId }) => serviceId === id) ?? []);
  const others = fits.filter((service) => !alike.includes(service));
  const option = ({ serviceId, number, title }: KnownService) => (
    <option key={serviceId} value={serviceId}>
      {number} {title}
    </option>
  );
  return (
    <>
      {alike.length > 0 && <optgroup label={t('matching.likely')}>{alike.map(option)}</optgroup>}
      <optgroup label={t('matching.others')}>{others.map(option)}</optgroup>
    </>
  );
}

/** The further services of a joining. */
function Merged({ entry, known, chosen, onChange }: PickerProps) {
  const t = useT();
  const titles = new Map(known.map(({ serviceId, number, title }) => [serviceId, `${number} ${title}`]));
  return (
    <div className="row">
      {chosen.slice(1).map((id) => (
        <button
          key={id}
          type="button"
          className="chip"
          aria-pressed
          lang="zh-CN"
          aria-label={t('matching.removeFrom', { title: titles.get(id) ?? '' })}
          onClick={() => onChange(chosen.filter((other) => other !== id))}
        >
          {titles.get(id)} ×
        </button>
      ))}
      <select
        className="select"
        aria-label={t('matching.addFrom')}
        value=""
        onChange={(event) => onChange([...chosen, event.target.value])}
      >
        <option value="">{t('matching.addFrom')}</option>
        <ServiceOptions entry={entry} known={known} without={chosen} />
      </select>
    </div>
  );
}

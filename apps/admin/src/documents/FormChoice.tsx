import { useId } from 'react';
import './documents.css';

export interface Choice {
  readonly value: string;
  readonly name: string;
  /** What it is for. */
  readonly use: string;
}

interface Props {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Choices under several titles are one choice when they share a name. */
  readonly name: string;
}

/** One of several forms, each with what it is for. */
export function FormChoice({ title, choices, value, onChange, name }: Props) {
  const id = useId();
  return (
    <fieldset className="forms">
      <legend className="label">{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={choice.value === value ? 'on' : ''}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            aria-describedby={`${id}${choice.value}`}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.name}</span>
          <small className="soft" id={`${id}${choice.value}`}>
            {choice.use}
          </small>
        </label>
      ))}
    </fieldset>
  );
}

import { useId } from 'react';
import Button from '@mui/material/Button';
import type { AllowedEvent } from '../api/types.ts';
import { useSentence, useWord } from '../i18n/use-t.ts';

interface Props<E extends string> {
  readonly events: readonly AllowedEvent<E>[];
  readonly vocabulary: 'editionEvent' | 'amendmentEvent';
  readonly onEvent: (event: E) => void;
  /** The step that is usually next. */
  readonly primary?: readonly E[];
  /** Steps that end something. */
  readonly grave?: readonly E[];
  readonly disabled?: boolean;
}

/** The events that a person's roles can cause, as the API lists them. One that is refused now says why beneath. */
export function EventButtons<E extends string>(props: Props<E>) {
  const { events, vocabulary, onEvent, primary = [], grave = [], disabled = false } = props;
  const word = useWord();
  const sentence = useSentence();
  const id = useId();
  const sentences = new Map(events.map(({ event, reasons }) => [event, reasons.map((reason) => sentence(reason))]));
  const spoken = [...new Set([...sentences.values()].flat())];
  return (
    <div>
      <div className="row">
        {events.map(({ event, allowed }) => (
          <Button
            key={event}
            variant={primary.includes(event) ? 'contained' : 'outlined'}
            color={grave.includes(event) ? 'error' : 'primary'}
            disabled={!allowed || disabled}
            aria-describedby={allowed ? undefined : id}
            onClick={() => onEvent(event)}
          >
            {word(vocabulary, event)}
          </Button>
        ))}
      </div>
      {spoken.length > 0 && (
        <ul id={id} className="soft small" style={{ margin: '8px 0 0', paddingLeft: 18 }}>
          {spoken.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

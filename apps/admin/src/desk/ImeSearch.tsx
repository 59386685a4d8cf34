import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { hasLeft } from './left.ts';

interface Props {
  readonly value: string;
  readonly label: string;
  /** Called with finished words only: never with half-typed pinyin, and 250 ms after the last key. */
  readonly onSearch: (text: string) => void;
  readonly autoFocus?: boolean;
}

const PAUSE_MS = 250;

/** A search field that waits for the input method to finish. */
export function ImeSearch({ value, label, onSearch, autoFocus = false }: Props) {
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const asked = useRef(value);
  useEffect(() => {
    // The address changed from elsewhere (back, a cleared filter): follow it.
    if (value !== asked.current) setText(value);
    asked.current = value;
  }, [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const { pathname } = useLocation();
  const latest = useRef({ onSearch, pathname });
  useEffect(() => {
    latest.current = { onSearch, pathname };
  });
  const ask = (next: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      // Another page is being opened: the field goes with its page, or stands in the next one, too, and searches there.
      if (hasLeft(latest.current.pathname)) {
        ask(next);
        return;
      }
      asked.current = next;
      latest.current.onSearch(next);
    }, PAUSE_MS);
  };
  return (
    <input
      type="search"
      className="search"
      value={text}
      aria-label={label}
      placeholder={label}
      autoFocus={autoFocus}
      onCompositionStart={() => {
        composing.current = true;
        window.clearTimeout(timer.current);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        ask(event.currentTarget.value);
      }}
      onChange={(event) => {
        setText(event.target.value);
        if (!composing.current) ask(event.target.value);
      }}
    />
  );
}

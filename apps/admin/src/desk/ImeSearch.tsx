import { useEffect, useRef, useState } from 'react';
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
  const ask = (next: string) => {
    window.clearTimeout(timer.current);
    const { pathname } = window.location;
    timer.current = window.setTimeout(() => {
      if (hasLeft(pathname)) return;
      asked.current = next;
      onSearch(next);
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

type Reason = 'backdropClick' | 'escapeKeyDown';

/** Closes a dialog that people write in or decide in by its own button and by Escape: a click beside it may be a slip. */
export function exceptBeside(close: () => void): (event: object, reason: Reason) => void {
  return (_, reason) => {
    if (reason !== 'backdropClick') close();
  };
}

/** Closes what a click beside it may close, but not by the second click of the double click that opened it. */
export function exceptDouble(close: () => void): (event: object, reason: Reason) => void {
  return (event, reason) => {
    const isSecond = 'detail' in event && Number(event.detail) > 1;
    if (reason !== 'backdropClick' || !isSecond) close();
  };
}

import { useCallback, useState } from 'react';

const PREFIX = 'dingben.import';

/**
 * What a person typed into the last step, kept on this computer until the import is finished: closing the browser loses
 * nothing. A full or forbidden storage keeps nothing, and stops nobody from typing.
 */
export function useKeptForm<T extends object>(importId: string, beginning: T): [T, (value: T) => void] {
  const key = `${PREFIX}:${importId}`;
  const [value, setValue] = useState<T>(() => ({ ...beginning, ...kept(key) }));
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(key, JSON.stringify(next));
      } catch {
        return;
      }
    },
    [key],
  );
  return [value, change];
}

export function dropKeptForm(importId: string): void {
  try {
    localStorage.removeItem(`${PREFIX}:${importId}`);
  } catch {
    return;
  }
}

function kept(key: string): object {
  try {
    // Written above alone; whatever else it should be only fills fields that a person then sees.
    return JSON.parse(localStorage.getItem(key) ?? '{}') as object;
  } catch {
    return {};
  }
}

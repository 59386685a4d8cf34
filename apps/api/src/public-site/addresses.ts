import { PUBLIC_API, PUBLIC_PAGES } from './headers.js';

/** Paths of what is published. None of them ever names anything else: numbers, codes and keys are not used again. */
export const pages = {
  index: () => PUBLIC_PAGES,
  lookUp: () => `${PUBLIC_PAGES}/look-up`,
  style: (hash: string) => `${PUBLIC_PAGES}/style/${hash}`,
  standard: (code: string) => `${PUBLIC_PAGES}/standards/${part(code)}`,
  feed: (code: string) => `${pages.standard(code)}/feed`,
  inForce: (code: string) => `${pages.standard(code)}/in-force`,
  history: (code: string, entry: string) => `${pages.standard(code)}/entries/${part(entry)}`,
  edition: (code: string, number: number) => `${pages.standard(code)}/editions/${number}`,
  entry: (code: string, number: number, entry: string) => `${pages.edition(code, number)}/entries/${part(entry)}`,
};

export const data = {
  standard: (code: string) => `${PUBLIC_API}/standards/${part(code)}`,
  inForce: (code: string) => `${data.standard(code)}/in-force`,
  history: (code: string, entry: string) => `${data.standard(code)}/entries/${part(entry)}`,
  edition: (code: string, number: number) => `${data.standard(code)}/editions/${number}`,
  manifest: (code: string, number: number) => `${data.edition(code, number)}/manifest`,
  file: (code: string, number: number, format: string) => `${data.edition(code, number)}/files/${part(format)}`,
  entry: (code: string, number: number, entry: string) => `${data.edition(code, number)}/entries/${part(entry)}`,
  provision: (code: string, number: number, entry: string, key: string) => `${data.entry(code, number, entry)}/${key}`,
};

function part(text: string): string {
  return encodeURIComponent(text);
}

/**
 * Whether the person has gone on from the page at this path, which stands only until the next one is loaded. What it writes into
 * the address by itself, later than they asked, would call them back.
 */
export function hasLeft(pathname: string): boolean {
  return window.location.pathname !== pathname;
}

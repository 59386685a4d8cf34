/** One side of a comparison: the head of an edition, or one commit. */
export interface Ref {
  readonly kind: 'edition' | 'commit';
  readonly id: string;
}

export const REF = /^(?:edition|commit):[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/;

/** Of a value that `REF` has let through. */
export function parseRef(text: string): Ref {
  const [kind, id = ''] = text.split(':');
  return { kind: kind === 'edition' ? 'edition' : 'commit', id: id.toLowerCase() };
}

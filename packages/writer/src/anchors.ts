export type Anchor = (name: string) => string;

/** An id is given out once: a text whose numbers repeat still makes a document whose links work. */
export function anchors(): Anchor {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (name) => {
    let [id, count] = [name, counts.get(name) ?? 1];
    while (used.has(id)) id = `${name}.${++count}`;
    counts.set(name, count);
    used.add(id);
    return id;
  };
}

export type Anchor = (name: string) => string;

/** An id is given out once: a text whose numbers repeat still makes a document whose links work. */
export function anchors(): Anchor {
  const used = new Set<string>();
  return (name) => {
    let id = name;
    for (let count = 2; used.has(id); count++) id = `${name}.${count}`;
    used.add(id);
    return id;
  };
}

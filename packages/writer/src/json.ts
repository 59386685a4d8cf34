import { type Citation, type Entry, type Finding, type Outline, type Provisions, type Section } from '@dingben/outline';

/**
 * The exchange form `dingben.outline/1`: keys in the order of the form, two blanks of indent, a line feed at the end. The same
 * outline always gives the same bytes. Citations and findings are written where the outline has them.
 */
export function writeJson(outline: Outline): string {
  return `${JSON.stringify(outlineForm(outline), null, 2)}\n`;
}

/** The same as a value, for whoever puts the form into a larger one. */
export function outlineForm(outline: Outline): Outline {
  const { schema, title, edition, sections, findings } = outline;
  return {
    schema,
    title,
    edition,
    sections: sections.map(sectionForm),
    ...(findings && { findings: findings.map(findingForm) }),
  };
}

function sectionForm({ kind, number, title, restored, sections, entries }: Section): Section {
  return {
    kind,
    number,
    title,
    ...(restored && { restored }),
    ...(entries && { entries: entries.map(entryForm) }),
    ...(sections && { sections: sections.map(sectionForm) }),
  };
}

function entryForm({ number, title, code, provisions, items, citations }: Entry): Entry {
  return {
    number,
    title,
    ...(code !== undefined && { code }),
    ...(provisions && { provisions: provisionsForm(provisions) }),
    ...(items && { items: items.map(entryForm) }),
    ...(citations && { citations: citations.map(citationForm) }),
  };
}

function provisionsForm(provisions: Provisions): Provisions {
  const { targetGroup, content, standard, funding, leadAgency } = provisions;
  return { targetGroup, content, standard, funding, leadAgency };
}

function citationForm({ provision, start, end, title, number }: Citation): Citation {
  return { provision, start, end, title, ...(number !== undefined && { number }) };
}

function findingForm({ code, severity, entry, provision, line, start, end, found, fix, params }: Finding): Finding {
  return {
    code,
    severity,
    ...(entry !== undefined && { entry }),
    ...(provision !== undefined && { provision }),
    ...(line !== undefined && { line }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(found !== undefined && { found }),
    ...(fix !== undefined && { fix }),
    ...(params !== undefined && { params: inKeyOrder(params) }),
  };
}

function inKeyOrder<T extends object>(params: T): T {
  // The same keys with the same values: only their order is another.
  return Object.fromEntries(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

import { childNamed, elementsOf, isOn, numberOf, valueOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** One level of a list as `numbering.xml` defines it. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** With %1 to %9 for the numbers of the levels. */
  readonly text: string;
  /** The level (1-based) whose numbers set this one back; 0 for none; undefined for any level above. */
  readonly restart: number | undefined;
  /** All numbers as digits, whatever their levels say. */
  readonly isLegal: boolean;
}

/** A list: its levels, with what an instance overrides. Lists with one `shared` count on together. */
export interface List {
  readonly shared: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Where an instance starts a level anew, at its first paragraph of that level. */
  readonly starts: ReadonlyMap<number, number>;
  /** Levels by the paragraph style that they belong to. */
  readonly styles: ReadonlyMap<string, number>;
}

const DEEPEST_LEVEL = 8;

/** The lists of `numbering.xml` by their id. `listOfStyle` gives the id that a numbering style names. */
export function listsOf(
  root: XmlElement | null,
  listOfStyle: (style: string) => string | undefined,
): ReadonlyMap<string, List> {
  const definitions = new Map<string, XmlElement>();
  const instances = new Map<string, XmlElement>();
  for (const element of root === null ? [] : elementsOf(root)) {
    const { 'w:abstractNumId': definition, 'w:numId': instance } = element.attributes;
    if (element.name === 'w:abstractNum' && definition !== undefined) definitions.set(definition, element);
    if (element.name === 'w:num' && instance !== undefined) instances.set(instance, element);
  }
  const definitionOf = (instance: string | undefined): XmlElement | undefined =>
    definitions.get(valueOf(instances.get(instance ?? ''), 'w:abstractNumId') ?? '');
  const lists = new Map<string, List>();
  for (const [id, instance] of instances) {
    const named = definitionOf(id);
    const link = valueOf(named, 'w:numStyleLink');
    const definition = link === undefined ? named : (definitionOf(listOfStyle(link)) ?? named);
    if (definition !== undefined) lists.set(id, list(definition, instance));
  }
  return lists;
}

function list(definition: XmlElement, instance: XmlElement): List {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  const styles = new Map<string, number>();
  const define = (element: XmlElement): void => {
    const index = indexOf(element);
    const style = valueOf(element, 'w:pStyle');
    if (index === null) return;
    levels.set(index, level(element));
    if (style !== undefined) styles.set(style, index);
  };
  for (const element of elementsOf(definition)) if (element.name === 'w:lvl') define(element);
  for (const override of elementsOf(instance)) {
    const index = override.name === 'w:lvlOverride' ? indexOf(override) : null;
    if (index === null) continue;
    const redefined = childNamed(override, 'w:lvl');
    if (redefined !== undefined) define(redefined);
    const start = numberOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(index, start);
  }
  return { shared: definition.attributes['w:abstractNumId'] ?? '', levels, starts, styles };
}

function indexOf(element: XmlElement): number | null {
  const index = Number(element.attributes['w:ilvl'] ?? Number.NaN);
  return Number.isInteger(index) && index >= 0 && index <= DEEPEST_LEVEL ? index : null;
}

function level(element: XmlElement): Level {
  return {
    start: numberOf(element, 'w:start') ?? 0,
    format: formatOf(element),
    text: valueOf(element, 'w:lvlText') ?? '',
    restart: numberOf(element, 'w:lvlRestart'),
    isLegal: isOn(element, 'w:isLgl') ?? false,
  };
}

/** Newer formats stand as a choice beside an older one, and name themselves in `w:format`. */
function formatOf(element: XmlElement): string {
  const format = [...elementsOf(element)].find(({ name }) => name === 'w:numFmt')?.attributes;
  return (format?.['w:val'] === 'custom' ? format['w:format'] : format?.['w:val']) ?? 'decimal';
}

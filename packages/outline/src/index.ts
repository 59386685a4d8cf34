export * from './model.ts';
export { MAX_HANZI, categoryMark, chapterMark, fromHanzi, itemMark, serviceMark, toHanzi } from './numbering.ts';
export { entryPath } from './path.ts';
export { entries, findEntry, leaves, nodes, sections, type EntryAt, type LeafAt, type SectionAt } from './walk.ts';
export { chapterOf, chapters } from './chapter.ts';
export { renumber } from './renumber.ts';
export { LABEL_COLON, TITLE_STOP, canonicalText, entryParagraphs } from './text.ts';
export { isOrderKey, keyBetween, keysBetween } from './order-key.ts';

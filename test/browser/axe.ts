import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const AXE = readFileSync(join('node_modules', 'axe-core', 'axe.min.js'), 'utf8');
/** What is asked: WCAG 2.2 AA, only what looks otherwise in another theme, or everything that axe knows. */
const RULES = {
  wcag: { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  all: {},
};

/** Between two themes a colour is neither the one nor the other: nothing moves in two frames, but for what never ends. */
const SETTLED = `(async () => {
  for (let still = 0; still < 2; still++) {
    await new Promise(requestAnimationFrame);
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    if (moving.length > 0) still = -1;
    await Promise.all(moving.map(({ finished }) => finished.catch(() => null)));
  }
})()`;

interface Results {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe holds against a page, a line each. */
export async function violationsOn(page: Page, rules: keyof typeof RULES = 'wcag'): Promise<string[]> {
  await page.evaluate(SETTLED);
  if (await page.evaluate<boolean>('window.axe === undefined')) await page.evaluate(AXE);
  const options = JSON.stringify({ ...RULES[rules], resultTypes: ['violations'] });
  const { violations } = await page.evaluate<Results>(`axe.run(${options})`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

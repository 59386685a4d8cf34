import type { Edition, EditionEvent } from '../../api/types.ts';

type Offered = Edition['allowedEvents'][number];

/** The steps on the way to publication and from it. Of two that are open, the one that is usually meant stands first. */
const STEPS: readonly EditionEvent[] = ['finalise', 'schedule', 'publish', 'plan', 'unplan', 'unschedule', 'withdraw'];

/** The steps that are drawn as buttons, in their order. */
export function offeredSteps({ allowedEvents }: Pick<Edition, 'allowedEvents'>): Offered[] {
  return STEPS.flatMap((step) => allowedEvents.filter(({ event, reasons }) => event === step && !isOtherSide(reasons)));
}

/** Whether a plan waits decides which buttons there are; that needs no sentence. */
function isOtherSide(reasons: Offered['reasons']): boolean {
  return reasons.some(({ code }) => code === 'publication.planned' || code === 'publication.not-planned');
}

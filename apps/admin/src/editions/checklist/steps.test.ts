import { describe, expect, it } from '@jest/globals';
import type { Edition } from '../../api/types.ts';
import { offeredSteps } from './steps.ts';

const event = (name: Edition['allowedEvents'][number]['event'], ...codes: string[]) => ({
  event: name,
  allowed: codes.length === 0,
  reasons: codes.map((code) => ({ code })),
});

describe('the steps of the checklist page', () => {
  it('begin with publishing where it is allowed, before planning it for later', () => {
    const allowedEvents = [
      event('plan'),
      event('unschedule'),
      event('publish'),
      event('unplan', 'publication.not-planned'),
    ];
    expect(offeredSteps({ allowedEvents }).map((one) => one.event)).toEqual(['publish', 'plan', 'unschedule']);
  });

  it('leave out what is no step towards publication', () => {
    expect(offeredSteps({ allowedEvents: [event('fork'), event('abandon'), event('finalise')] })).toEqual([
      event('finalise'),
    ]);
  });
});

import { ValidateBy } from 'class-validator';
import { isDay } from './is-day.js';

/** `2026-12-01T01:00:00Z`, with or without milliseconds: a moment in UTC of a day that the calendar has. */
export function isMoment(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(value)) return false;
  return isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
}

export function IsMoment(): PropertyDecorator {
  return ValidateBy({ name: 'isMoment', validator: { validate: isMoment, defaultMessage: () => 'isMoment' } });
}

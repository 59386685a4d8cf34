import { ValidateBy } from 'class-validator';

/** `YYYY-MM-DD`, a day that the calendar has, from 1900 to 2999. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(19|2\d)\d\d-\d\d-\d\d$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

export function IsDay(): PropertyDecorator {
  return ValidateBy({ name: 'isDay', validator: { validate: isDay, defaultMessage: () => 'isDay' } });
}

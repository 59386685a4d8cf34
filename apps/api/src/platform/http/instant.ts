import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy, buildMessage } from 'class-validator';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const DAY_MS = 86_400_000;

/**
 * A query value that is a day (`2026-11-23`) or a moment in UTC (`2026-11-23T08:00:00Z`); becomes microseconds since 1970.
 * A day means its first microsecond, or its last where it ends a range. 30 February is refused.
 */
export function Instant(edge: 'start' | 'end'): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (microseconds(value, edge) ?? value) : value,
    ),
    ValidateBy({
      name: 'instant',
      validator: {
        validate: (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value),
        defaultMessage: buildMessage(() => 'instant'),
      },
    }),
  );
}

function microseconds(text: string, edge: 'start' | 'end'): number | null {
  const day = DAY.test(text);
  if (!day && !MOMENT.test(text)) return null;
  const milliseconds = Date.parse(text);
  // Date.parse takes 30 February for 1 March.
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString().slice(0, 10) !== text.slice(0, 10))
    return null;
  if (edge === 'start') return milliseconds * 1000;
  return day ? (milliseconds + DAY_MS) * 1000 - 1 : milliseconds * 1000 + 999;
}

import { z } from 'zod';
import type { Accommodation } from '../../../shared/exam/people/kinds';
import { candidatesText } from '../../text/candidates';

/** The measures in the order in which the form and the sheet show them. */
export const measures = ['extraTime', 'careBreak', 'computer', 'scribe', 'enlargedSubject', 'separateRoom'] as const;
type Measure = (typeof measures)[number];

const minutes = z.number().nullable();

/** Measures as they are ticked; extra time also has its minutes per hour. */
export const accommodationsForm = z
  .object({ granted: z.array(z.enum(measures)), minutesPerHour: minutes })
  .refine((typed) => !typed.granted.includes('extraTime') || isThirdAtMost(typed.minutesPerHour), {
    path: ['minutesPerHour'],
    message: candidatesText.minutesFault,
  })
  .transform((typed) => typed.granted.map((kind) => accommodationOf(kind, typed.minutesPerHour)));

export type AccommodationsTyping = z.input<typeof accommodationsForm>;

export function typingOf(accommodations: readonly Accommodation[]): AccommodationsTyping {
  const extra = accommodations.find((each) => each.kind === 'extraTime');
  return {
    granted: accommodations.map((each) => each.kind),
    minutesPerHour: extra?.kind === 'extraTime' ? extra.minutesPerHour : 20,
  };
}

function isThirdAtMost(typed: number | null): boolean {
  return typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= 20;
}

function accommodationOf(kind: Measure, minutesPerHour: number | null): Accommodation {
  return kind === 'extraTime' ? { kind, minutesPerHour: minutesPerHour ?? 20 } : { kind };
}

import { z } from 'zod';

/** A whole number as a field holds it, null while nothing is typed; `fault` says the cure for anything else. */
export function typedInteger(min: number, max: number, fault: string) {
  return z
    .number()
    .nullable()
    .transform((typed, context) => {
      if (typed !== null && Number.isInteger(typed) && typed >= min && typed <= max) return typed;
      context.addIssue({ code: 'custom', message: fault });
      return z.NEVER;
    });
}

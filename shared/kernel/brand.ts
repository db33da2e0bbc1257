import { z } from 'zod';
import { err, ok, type Result } from './result';

declare const brand: unique symbol;

/** A primitive that means one thing: a RoomId is not a CandidateId. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type BadId<Name extends string> = { readonly kind: 'bad-id'; readonly name: Name };

export interface Branded<T, Name extends string> {
  readonly name: Name;
  /** Checks the raw value and gives it its meaning, or says that it is not one. */
  parse(raw: unknown): Result<Brand<T, Name>, BadId<Name>>;
  /** For values this program makes itself: throws when the value is not well formed. */
  of(raw: T): Brand<T, Name>;
  readonly schema: z.ZodType<Brand<T, Name>, T>;
}

function branded<T, const Name extends string>(name: Name, base: z.ZodType<T, T>): Branded<T, Name> {
  // The only cast of the code base: a value that passed its schema is given its name.
  const schema = base as unknown as z.ZodType<Brand<T, Name>, T>;
  return {
    name,
    schema,
    parse(raw) {
      const parsed = schema.safeParse(raw);
      return parsed.success ? ok(parsed.data) : err({ kind: 'bad-id', name });
    },
    of(raw) {
      return schema.parse(raw);
    },
  };
}

/** An identifier: a string of a fixed pattern. */
export function idKind<const Name extends string>(name: Name, pattern: RegExp): Branded<string, Name> {
  return branded(name, z.string().regex(pattern));
}

/** A whole number with a meaning and a unit. */
export function integerKind<const Name extends string>(name: Name, min: number, max: number): Branded<number, Name> {
  return branded(name, z.int().min(min).max(max));
}

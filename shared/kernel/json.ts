import { z } from 'zod';

export type Json = z.core.util.JSONType;

/**
 * Anything that JSON can hold. As `z.json()`, which tries each kind of value in turn and copies what it finds: that took
 * longer than hashing an entry of a hundred candidates. Goes as deep as the value does.
 */
export const json = z.custom<Json>(isJson, 'not JSON');

function isJson(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'object' && next !== null) {
      if (!Array.isArray(next) && !isPlain(next)) return false;
      for (const member of Array.isArray(next) ? next : Object.values(next)) waiting.push(member);
    } else if (typeof next === 'number') {
      if (!Number.isFinite(next)) return false;
    } else if (next !== null && typeof next !== 'string' && typeof next !== 'boolean') return false;
  }
  return true;
}

/** Made by braces, in whichever realm: not a date, a map or an object of a class. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

import { type Parts, soundParts } from '../parts';

/** A bug put in on purpose: the simulation must catch it, or it could not have caught the real one. */
export interface Planted {
  readonly name: string;
  readonly parts: Parts;
}

/** A sound program but for one part. */
export function planted(name: string, change: Partial<Parts>): Planted {
  return { name, parts: { ...soundParts, ...change } };
}

/** A promise that a history broke. */
export class Violation extends Error {
  constructor(
    readonly promise: string,
    readonly how: string,
  ) {
    super(`${promise}: ${how}`);
  }
}

/** Too many requests at this moment; so many milliseconds until one more is fine. */
export class TooBusy extends Error {
  constructor(readonly retryAfter: number) {
    super('too busy');
  }
}

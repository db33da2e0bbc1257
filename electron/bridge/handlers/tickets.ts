type Outcome<T> = { readonly value: T } | { readonly bug: unknown };

/** What is under way, each under a number for which a window may ask its outcome, once. */
export class Tickets<T> {
  private issued = 0;
  private readonly outcomes = new Map<number, Promise<Outcome<T>>>();

  issue(underWay: Promise<T>): number {
    const ticket = ++this.issued;
    // A bug is kept for the one who asks; until then nobody listens
    const outcome = underWay.then(
      (value) => ({ value }),
      (bug: unknown) => ({ bug }),
    );
    this.outcomes.set(ticket, outcome);
    return ticket;
  }

  /** Rejects with the bug there was, and for a ticket that was never issued or already redeemed. */
  async redeem(ticket: number): Promise<T> {
    const outcome = this.outcomes.get(ticket);
    if (!outcome) throw new Error(`no ticket ${ticket}`);
    this.outcomes.delete(ticket);
    const settled = await outcome;
    if ('bug' in settled) throw settled.bug;
    return settled.value;
  }
}

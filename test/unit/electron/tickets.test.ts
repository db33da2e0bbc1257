import { describe, expect, test } from 'vitest';
import { Tickets } from '../../../electron/bridge/handlers/tickets';

describe('what is under way, by its ticket', () => {
  test('each ticket gives its own outcome, whichever settles first', async () => {
    const tickets = new Tickets<string>();
    const [first, second] = [tickets.issue(Promise.resolve('one')), tickets.issue(Promise.resolve('two'))];
    expect(await tickets.redeem(second)).toBe('two');
    expect(await tickets.redeem(first)).toBe('one');
  });

  test('a bug reaches the one who asks, however late', async () => {
    const tickets = new Tickets<string>();
    const ticket = tickets.issue(Promise.reject(new Error('a bug')));
    await new Promise((settled) => setImmediate(settled));
    await expect(tickets.redeem(ticket)).rejects.toThrow('a bug');
  });

  test('no ticket is redeemed twice, and none that was not issued', async () => {
    const tickets = new Tickets<string>();
    const ticket = tickets.issue(Promise.resolve('once'));
    await tickets.redeem(ticket);
    await expect(tickets.redeem(ticket)).rejects.toThrow(`no ticket ${ticket}`);
    await expect(tickets.redeem(99)).rejects.toThrow('no ticket 99');
  });
});

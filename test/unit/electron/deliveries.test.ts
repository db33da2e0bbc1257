import { describe, expect, test } from 'vitest';
import { Deliveries } from '../../../electron/bridge/deliveries';

const port = () => {
  const posted: unknown[] = [];
  let open = true;
  return Object.assign(Object.create(null), {
    posted,
    postMessage: (message: unknown) => open && posted.push(message),
    close: () => {
      open = false;
    },
  });
};

/** A page and the ports it was given, each the other end of one that main keeps. */
function aPage() {
  const kept: ReturnType<typeof port>[] = [];
  const given: unknown[] = [];
  const deliveries = new Deliveries(() => {
    const port1 = port();
    kept.push(port1);
    return { port1, port2: port() };
  });
  const page = { postMessage: (message: string, _nothing: unknown, ports?: unknown[]) => given.push([message, ports]) };
  return { deliveries, page, kept, given };
}

const delivery = { number: 1, cased: new Uint8Array(3) };

describe('what main hands straight to a window’s worker', () => {
  test('goes by the port the page was sent', () => {
    const { deliveries, page, kept, given } = aPage();
    deliveries.open(page);
    deliveries.to(page)(delivery);
    expect(given).toHaveLength(1);
    expect(kept[0]?.posted).toEqual([delivery]);
  });

  test('does not reach a page loaded again meanwhile, which counts its gestures anew', () => {
    const { deliveries, page, kept } = aPage();
    deliveries.open(page);
    const before = deliveries.to(page);
    deliveries.open(page);
    before(delivery);
    expect(kept.map(({ posted }) => posted)).toEqual([[], []]);
  });

  test('reaches nobody where a page asked for no port', () => {
    const { deliveries, page } = aPage();
    expect(() => deliveries.to(page)(delivery)).not.toThrow();
  });
});

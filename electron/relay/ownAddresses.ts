import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** An address that others may reach this machine at, and of which of its interfaces. */
export type OwnAddress = NetworkInterfaceInfo & { readonly name: string };

/** This machine's addresses but those of itself alone and those that hold on one cable only. */
export function ownInterfaces(): readonly OwnAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, each]) =>
    (each ?? [])
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
      .map((one) => ({ ...one, name })),
  );
}

/** Where the other machines of a local network may reach this one at a port: real addresses first, those of a lone cable last. */
export function ownAddresses(port: number): readonly string[] {
  const found = ownInterfaces();
  const v4 = found.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
  const v6 = found.filter(({ family }) => family === 'IPv6').map(({ address }) => `[${address}]`);
  const lone = (address: string) => address.startsWith('169.254.');
  return [...v4.filter((each) => !lone(each)), ...v6, ...v4.filter(lone)].slice(0, 20).map((each) => `${each}:${port}`);
}

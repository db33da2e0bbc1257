/** One value of ASN.1 in its distinguished encoding, of less than 64 kB. */
export function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

/** An object identifier, by its encoding in hexadecimal. */
export const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));

/** A distinguished name that is a common name alone. */
export const named = (name: string) => der(0x30, der(0x31, der(0x30, oid('550403'), der(0x0c, Buffer.from(name)))));

export const ecdsaWithSha256 = der(0x30, oid('2a8648ce3d040302'));

/** From the first of January 2026 to that of 2046: clocks of machines are not to be trusted, and keys last a launch. */
export const validity = der(0x30, der(0x17, Buffer.from('260101000000Z')), der(0x17, Buffer.from('460101000000Z')));

/** A DER certificate as PEM. */
export function pemOf(certificate: Uint8Array): string {
  const lines =
    Buffer.from(certificate)
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? '';
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

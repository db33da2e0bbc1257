/**
 * The addresses at which the system knows a network card, from its table of neighbours as it prints it: `arp -a` of
 * Windows and macOS, `/proc/net/arp` of Linux. What is not finished, or is everybody's address, is left out.
 */
export function neighboursIn(table: string): readonly string[] {
  return table.split(/\r?\n/).flatMap((line) => {
    if (/\s0x0\s/.test(line)) return []; // Linux: asked in vain, with the card of when it last answered
    const address = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])/.exec(line)?.[1];
    const card = /(?<![\da-f])([\da-f]{1,2}(?:[:-][\da-f]{1,2}){5})(?![\da-f])/i.exec(line)?.[1];
    if (address === undefined || card === undefined || isNobody(card)) return [];
    return [address];
  });
}

/** Neither nobody's card, nor everybody's: those of groups have an odd first byte. */
function isNobody(card: string): boolean {
  const bytes = card.split(/[:-]/).map((byte) => Number.parseInt(byte, 16));
  return bytes.every((byte) => byte === 0) || ((bytes[0] ?? 0) & 1) === 1;
}

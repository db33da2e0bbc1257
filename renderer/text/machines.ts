/** The first signs of a device's key: enough to tell the machines of a centre apart. */
export const shortName = (device: string) => device.slice(0, 6);

/** As much of a key as two people compare over the telephone: sixteen signs, four by four. */
export const keyText = (key: string) => key.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');

/** « poste « B12 » », else what else is known of it, else the first signs of its key. */
export function machineNoun(name: string | null, device: string, otherwise: string | null = null): string {
  return name === null ? (otherwise ?? `poste ${shortName(device)}`) : `poste «\u202F${name}\u202F»`;
}

/** The machine that opened the centre and that nobody let in. @param apart its key, where several did */
export function founderText(apart: string | null): string {
  return `poste qui a ouvert le centre${apart === null ? '' : ` (${shortName(apart)}…)`}`;
}

/** The first signs of a device's key: enough to tell the machines of a centre apart. */
export const shortName = (device: string) => device.slice(0, 6);

/** As much of a key as two people compare over the telephone: sixteen signs, four by four. */
export const keyText = (key: string) => key.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');

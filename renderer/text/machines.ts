/** The first signs of a device's key: enough to tell the machines of a centre apart. */
export const shortName = (device: string) => device.slice(0, 6);

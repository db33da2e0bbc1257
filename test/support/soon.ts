/** How long a test waits for what comes by itself, and how often it looks, in milliseconds: long for a busy machine. */
export const soon = { timeout: 20_000, interval: 20 };

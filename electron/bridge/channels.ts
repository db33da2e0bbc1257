export const methodChannel = (method: string): string => `cachet:${method}`;
export const eventChannel = (event: string): string => `cachet:news:${event}`;

/** How main tells the preload script the names it must expose: as switches of the window's process. */
export const methodsSwitch = '--cachet-methods=';
export const eventsSwitch = '--cachet-events=';

/** The code everyone has in a demonstration centre; shown on the screens that ask for it. */
export const demonstrationPin = '2468';

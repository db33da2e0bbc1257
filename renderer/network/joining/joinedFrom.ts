/** Where a machine joins from: its first start, with nothing on it, or its own page, with a journal on it. */
export type JoinedFrom = 'firstRun' | 'network';

/** Why no code could be given, in French. */
export class NotRecovered extends Error {}

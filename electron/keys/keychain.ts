/** What keeps a secret for this user: the operating system's keychain, as a rule. */
export interface Keychain {
  /** Its name, as the journal records it: `dpapi`, `gnome_libsecret` … */
  readonly backend: string;
  wrap(secret: Uint8Array): Uint8Array;
  /** The secret, or null when this keychain did not wrap it or no longer can tell. */
  unwrap(wrapped: Uint8Array): Uint8Array | null;
}

/** A machine's keychain, or the name of what stands in its place and protects nothing. */
export type KeychainFound =
  | { readonly keychain: Keychain; readonly backend: string }
  | { readonly keychain: null; readonly backend: string };

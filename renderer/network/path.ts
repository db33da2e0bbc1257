/** By which way what a machine wrote comes here: itself, here as a relay, through a relay, or by headquarters or a key. */
export type Path =
  | { readonly kind: 'self' }
  | { readonly kind: 'here' }
  | { readonly kind: 'relay'; readonly name: string }
  | { readonly kind: 'is-relay'; readonly address: string | null }
  | { readonly kind: 'none' };

export function MessagesDesk(_: { readonly part: string | null }) {
  return null;
}

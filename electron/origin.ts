export const scheme = 'app';
export const host = 'cachet';
/** Where the desk's own pages come from, and the only place anything is loaded from. */
export const origin = `${scheme}://${host}`;

/** The one page there is; the part after # chooses the desk or the clock. */
export const deskPage = `${origin}/index.html`;

/** Whether an address is the desk's page, wherever its # points. */
export function isDeskPage(address: string): boolean {
  return URL.canParse(address) && address.split('#')[0] === deskPage;
}

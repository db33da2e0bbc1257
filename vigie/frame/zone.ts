/** The zone of the machine this page is read on: what concerns one centre is told in that centre's own. */
export const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

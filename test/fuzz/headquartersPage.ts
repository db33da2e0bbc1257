import fc from 'fast-check';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { utf8 } from '../../shared/kernel/bytes';
import { day } from '../../shared/kernel/ids';
import type { Besieged } from '../support/besieged';
import { type Border, holds } from './border';
import { spoiltBytes, spoiltText, spoiltValue } from './mutate';

/** One kind of attack on headquarters, so many times. */
export type Attack = (siege: Besieged, asked: Parameters<Border['run']>[0]) => Promise<void>;

/** Throws where headquarters failed instead of refusing. */
export const answered = (status: number) => holds(status < 500, `answered by ${status}`);

/** What JSON has of a value, as somebody hostile would say it. */
export function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_name, each) => (typeof each === 'bigint' ? Number(each) : each));
  return text === undefined ? null : JSON.parse(text);
}

const sample = demonstration({ size: 'S', seed: 3, day: day.of('2026-06-16') });
const few = {
  ...sample,
  session: { ...sample.session, demonstration: false },
  candidates: sample.candidates.slice(0, 3),
  staff: sample.staff.slice(0, 3),
  rooms: sample.rooms.slice(0, 2),
};
const key = 'A'.repeat(43);
const stream = `${key}.AAAAAAAAAAA.rooms`;
const message = { subject: 'erratum', title: 'Titre', text: 'Texte', papers: [], readOut: true, centres: ['0750001A'] };

/** What the page says, and where: what is spoilt begins as this. */
const good: readonly { readonly path: string; readonly says: unknown }[] = [
  {
    path: '/sessions',
    says: { id: 'x', name: 'X', year: 2026, authority: '', recoveryKeys: [{ label: 'Siège', publicKey: key }] },
  },
  { path: '/sessions/juin/centres', says: { centre: '0750004D', name: 'Lycée', town: 'Paris' } },
  { path: '/sessions/juin/messages', says: message },
  { path: '/sessions/juin/messages/M1/withdraw', says: { reason: 'Erreur', centres: ['0750001A'] } },
  {
    path: '/centres/0750001A/codes',
    says: { label: 'Salle 1', channels: ['marks'], roles: ['invigilator'], firstDay: '2026-06-16', lastDay: null },
  },
  { path: '/centres/0750001A/entries', says: { known: [[stream, 3]] } },
  { path: `/devices/${key}/revoke`, says: { reason: 'volé', cutOff: { [stream]: { seq: 4, id: 'a'.repeat(64) } } } },
  { path: '/staff/invite', says: { person: 'l.petit', name: 'Léa PETIT', role: 'watch' } },
  { path: '/staff/l.petit/withdraw', says: { reason: 'partie' } },
  { path: '/statuses', says: { typed: '0750001A 12' } },
  { path: '/exports', says: { what: 'centres', rows: 3 } },
  { path: '/invitations/open', says: { code: 'AAAAA-BBBBB-CCCCC' } },
];

const call = fc.constantFrom(...good).chain(({ path, says }) =>
  fc.record({
    path: fc.oneof(
      { weight: 8, arbitrary: fc.constant(path) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('%00', 'a%00b', '%ff', '..%2f', '%', 'a'.repeat(3_000))
          .map((odd) => path.replace(/juin|0750001A|l\.petit|M1/, odd)),
      },
    ),
    body: fc.oneof(
      { weight: 4, arbitrary: spoiltValue(says).map((value) => JSON.stringify(plain(value))) },
      { weight: 4, arbitrary: spoiltText(says).map((value) => JSON.stringify(value)) },
      { weight: 2, arbitrary: spoiltBytes(utf8(JSON.stringify(says))) },
    ),
  }),
);

const said = (value: unknown) => utf8(JSON.stringify(plain(value)));
const file = fc.nat(9_999).chain((at) => {
  // each centre is known once: what is said of a new one goes further
  const code = `075${String(at).padStart(4, '0')}C`;
  const session = { ...few.session, centre: { code, name: 'Lycée', town: 'Paris' } };
  const dossier = { ...few, session };
  return fc.oneof(
    { weight: 2, arbitrary: spoiltValue(dossier).map(said) },
    { weight: 4, arbitrary: spoiltText(session).map((odd) => said({ ...dossier, session: odd })) },
    { weight: 2, arbitrary: spoiltText(dossier).map(said) },
    { weight: 1, arbitrary: spoiltBytes(said(dossier)) },
  );
});
const published = file.map((bytes) => ({
  path: '/sessions/juin/publish',
  body: JSON.stringify({ files: [{ name: 'dossier.json', content: Buffer.from(bytes).toString('base64') }] }),
}));

const asked = fc.oneof(
  { weight: 4, arbitrary: call.map((each) => ({ method: 'POST', ...each })) },
  { weight: 1, arbitrary: published.map((each) => ({ method: 'POST', ...each })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('/trail?before=', '/trail?person=', '/centres/', '/sessions/', '/nothing/'),
        fc.uint8Array({ maxLength: 20 }),
      )
      .map(([path, more]) => ({
        method: 'GET',
        path: `${path}${encodeURIComponent(new TextDecoder().decode(more))}/devices`,
        body: '',
      })),
  },
);

/** What the page could say, spoilt, by somebody who is signed in; and questions of all kinds. */
export const spoiltWords: Attack = async (siege, { seed, numRuns }) => {
  const headers = { origin: siege.url, 'content-type': 'application/json', cookie: siege.page.cookie ?? '' };
  await fc.assert(
    fc.asyncProperty(asked, async ({ method, path, body }) => {
      const { status, text } = await siege.ask({ method, path: `/vigie/api${path}`, headers, body });
      answered(status);
      holds(
        status < 400 || status === 414 || status === 400 || /"refused"/.test(text),
        `refused without a word: ${status} ${text}`,
      );
    }),
    { seed, numRuns },
  );
};

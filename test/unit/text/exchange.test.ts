import { describe, expect, test } from 'vitest';
import { asideReasonText } from '../../../renderer/text/asideReasons';
import { enrolmentFault, typedCodeFaultText } from '../../../renderer/text/enrolment';
import { exchangeChip, noticesTold, readsText, savedText } from '../../../renderer/text/exchange';
import { troubleTold } from '../../../renderer/text/exchangeTrouble';
import type { ExchangeState, NotEnrolledHere } from '../../../shared/bridge/exchange';
import { centreCode, serverId } from '../../../shared/exchange/names';
import type { Trouble } from '../../../shared/exchange/trouble';
import { HOUR, instant, minutes } from '../../../shared/kernel/instant';

type Refused = Extract<Trouble, { kind: 'refused' }>['refusal'];
type EnrolmentRefused = Extract<NotEnrolledHere, { kind: 'refused' }>['refusal'];

const server = serverId.of('s'.repeat(43));
const speaks = { oldest: 1, newest: 2 };

const troubles: { readonly [K in Trouble['kind']]: readonly Extract<Trouble, { kind: K }>[] } = {
  unreachable: (['dns', 'refused', 'no-route', 'timeout', 'reset'] as const).map((how) => ({
    kind: 'unreachable',
    how,
  })),
  tls: [
    { kind: 'tls', how: 'certificate' },
    { kind: 'tls', how: 'handshake' },
  ],
  portal: [
    { kind: 'portal', sign: 'page', host: 'wifi.lycee.fr' },
    { kind: 'portal', sign: 'status', host: null },
  ],
  'proxy-login': [{ kind: 'proxy-login' }],
  gateway: [{ kind: 'gateway', status: 502 }],
  redirected: [{ kind: 'redirected', host: 'nouveau.exemple.fr' }],
  'not-ours': [
    { kind: 'not-ours', status: 200, contentType: 'text/html' },
    { kind: 'not-ours', status: 404, contentType: null },
  ],
  stripped: [{ kind: 'stripped' }],
  'too-large': [{ kind: 'too-large' }],
  cut: [{ kind: 'cut' }],
  garbled: [{ kind: 'garbled' }],
  stale: [{ kind: 'stale' }],
  forged: [
    { kind: 'forged', what: 'answer' },
    { kind: 'forged', what: 'receipt' },
  ],
  impostor: [{ kind: 'impostor', server }],
  'too-old': [
    { kind: 'too-old', who: 'us', speaks },
    { kind: 'too-old', who: 'server', speaks },
  ],
  refused: [],
  'no-progress': [{ kind: 'no-progress' }],
  storage: (['full', 'read-only', 'closed', 'failed'] as const).map((reason) => ({ kind: 'storage', reason })),
};

const refusals: { readonly [B in Refused['because']]: Extract<Refused, { because: B }> } = {
  protocol: { because: 'protocol', ...speaks },
  challenge: { because: 'challenge' },
  replayed: { because: 'replayed' },
  'bad-signature': { because: 'bad-signature' },
  'unknown-device': { because: 'unknown-device' },
  revoked: { because: 'revoked' },
  'wrong-centre': { because: 'wrong-centre' },
  'other-server': { because: 'other-server' },
  'too-large': { because: 'too-large', maxBytes: 1_048_576 },
  busy: { because: 'busy', retryAfter: 120_000 },
  full: { because: 'full' },
  'not-understood': { because: 'not-understood' },
  failed: { because: 'failed' },
  other: { because: 'other', word: 'closed-for-lunch' },
};

const every: readonly Trouble[] = [
  ...Object.values(troubles).flat(),
  ...Object.values(refusals).map((refusal) => ({ kind: 'refused' as const, refusal })),
];

/** A whole French sentence, its punctuation spaced as French wants it. */
function expectFrench(text: string): void {
  expect(text).toMatch(/^[A-ZÉÀ].{15,}[.]$/);
  expect(text).not.toMatch(/'| [:;!?]|undefined|null|NaN| {2}/);
}

describe('every trouble with headquarters has its sentence and its remedy', () => {
  test.each(every.map((each) => [JSON.stringify(each), each] as const))('%s', (_named, trouble) => {
    const { brief, what, remedy } = troubleTold(trouble);
    expectFrench(what);
    expectFrench(remedy);
    expect(brief).toMatch(/^[A-ZÉÀ].{5,24}$/);
    expect(brief).not.toMatch(/[.']/);
  });

  test('FAULT 32, FAULT 66 what a person must be told of it is in it', () => {
    expect(troubleTold({ kind: 'refused', refusal: refusals.full }).brief).toBe('Siège saturé');
    const words = (trouble: Trouble) => Object.values(troubleTold(trouble)).join(' ');
    expect(words({ kind: 'portal', sign: 'page', host: 'wifi.lycee.fr' })).toMatch(/wifi\.lycee\.fr.*navigateur/);
    expect(words({ kind: 'impostor', server })).toMatch(/clé ssssss….*numéro habituel/);
    expect(words({ kind: 'refused', refusal: refusals.busy })).toContain('2\u00A0min');
    expect(words({ kind: 'refused', refusal: refusals.other })).toContain('closed-for-lunch');
    expect(words({ kind: 'redirected', host: 'nouveau.exemple.fr' })).toContain('nouveau.exemple.fr');
  });
});

const enrolmentRefusals: { readonly [B in EnrolmentRefused['because']]: EnrolmentRefused } = {
  'bad-code': { because: 'bad-code', group: 2 },
  'unknown-code': { because: 'unknown-code' },
  'used-code': { because: 'used-code' },
  'not-understood': { because: 'not-understood' },
  'bad-signature': { because: 'bad-signature' },
  failed: { because: 'failed' },
  'enrolled-before': { because: 'enrolled-before' },
  busy: { because: 'busy', retryAfter: 60_000 },
};
const notEnrolled: { readonly [K in NotEnrolledHere['kind']]: readonly NotEnrolledHere[] } = {
  'not-allowed': [{ kind: 'not-allowed' }],
  address: [
    { kind: 'address', because: 'unreadable' },
    { kind: 'address', because: 'not-secure' },
  ],
  'enrolled-already': [{ kind: 'enrolled-already' }],
  refused: Object.values(enrolmentRefusals).map((refusal) => ({ kind: 'refused', refusal })),
  trouble: every.map((trouble) => ({ kind: 'trouble', trouble })),
  'other-centre': [{ kind: 'other-centre', centre: centreCode.of('0921234A') }],
  later: [{ kind: 'later' }],
  storage: [{ kind: 'storage', reason: 'full' }],
};

describe('every refusal of an enrolment has its sentence', () => {
  test.each(
    Object.values(notEnrolled)
      .flat()
      .map((each) => [JSON.stringify(each), each] as const),
  )('%s', (_named, fault) => expectFrench(enrolmentFault(fault).text));

  test('who waits for an answer is not told that anything is tried again without them', () => {
    for (const trouble of every) {
      const { text } = enrolmentFault({ kind: 'trouble', trouble });
      expect(text).not.toMatch(/de (lui|elle)-même|partent dès/);
    }
  });

  test('a wrong code is told at its field, by its group; a portal can be opened from there', () => {
    expect(enrolmentFault({ kind: 'refused', refusal: enrolmentRefusals['bad-code'] })).toEqual({
      field: 'code',
      text: 'Le groupe n°\u00A02 n’est pas juste\u202F: relisez-le.',
      portal: false,
    });
    expect(typedCodeFaultText({ kind: 'length', typed: 14 })).toMatch(/15\u00A0signes.*14/);
    expect(enrolmentFault({ kind: 'address', because: 'not-secure' }).field).toBe('address');
    expect(enrolmentFault({ kind: 'trouble', trouble: { kind: 'portal', sign: 'page', host: null } }).portal).toBe(
      true,
    );
  });
});

type Enrolled = Extract<ExchangeState, { kind: 'enrolled' }>;
const level: Enrolled = {
  kind: 'enrolled',
  address: 'https://examens.exemple.fr',
  server,
  centre: centreCode.of('0921234A'),
  reads: ['session', 'rooms'],
  phase: 'level',
  awaited: { entries: 0, since: null },
  lastContact: instant.of(0),
  nextTry: null,
  standing: 'granted',
  pokes: true,
  trouble: null,
  notices: { clock: null, inspected: false, restored: null },
  asideThere: [],
  asideHere: [],
};
const hour = () => '08:10';

describe('the top bar tells the exchange in a few words', () => {
  const waiting = { entries: 12, since: instant.of(0) };
  const cases: readonly (readonly [Enrolled, string])[] = [
    [level, 'Au siège\u202F: à jour'],
    [{ ...level, phase: 'opening' }, 'Au siège\u202F: connexion…'],
    [{ ...level, phase: 'exchanging', awaited: waiting }, '12\u00A0saisies en attente depuis 08:10'],
    [
      {
        ...level,
        phase: 'waiting',
        awaited: { ...waiting, entries: 37 },
        trouble: { what: { kind: 'unreachable', how: 'dns' }, since: instant.of(0) },
      },
      'Hors ligne depuis 08:10 · 37 en attente',
    ],
    [{ ...level, standing: 'revoked', awaited: { ...waiting, entries: 1 } }, 'Rattachement retiré · 1 en attente'],
  ];
  test.each(cases)('%#', (state, words) => expect(exchangeChip(state, hour).words).toBe(words));

  test('received by headquarters is never said while anything waits or fails', () => {
    for (const [state] of cases.slice(1)) expect(exchangeChip(state, hour).state).not.toBe('good');
    expect(exchangeChip(level, hour).state).toBe('good');
    for (const [state] of cases.slice(1)) expect(savedText(state, false)).toBe('Enregistré ici');
    expect(savedText(level, true)).toBe('Enregistré ici et reçu au siège');
    expect(savedText(null, false)).toBe('Enregistré ici');
    expect(savedText(null, true)).toBe('Enregistré ici et au relais du centre');
  });
});

describe('what works and people should know of', () => {
  const none = level.notices;
  test('a clock that is off by 1 h 02 is told, with which way; less than a minute is not', () => {
    const off = { ahead: HOUR + minutes(2) + 900, within: 400 };
    expect(noticesTold({ ...none, clock: off })[0]?.what).toMatch(/retarde de 1\u00A0h\u00A002/);
    expect(noticesTold({ ...none, clock: { ...off, ahead: -off.ahead } })[0]?.what).toMatch(
      /avance de 1\u00A0h\u00A002/,
    );
    expect(noticesTold({ ...none, clock: { ahead: 59_000, within: 400 } })).toEqual([]);
  });

  test('a restored headquarters and an inspected connection have their sentence and what to do', () => {
    const told = noticesTold({ clock: null, inspected: true, restored: { lost: 2 } });
    expect(told).toHaveLength(2);
    for (const { what, remedy } of told) {
      expectFrench(what);
      expectFrench(remedy);
    }
    expect(told[1]?.what).toContain('2\u00A0saisies');
  });
});

test('what is kept aside says why, also for a reason that only a later version knows', () => {
  const ofExchange = [
    'not-an-entry',
    'bad-signature',
    'follows-quarantined',
    'not-enrolled',
    'revoked',
    'other-centre',
  ];
  const ofRights = ['not-headquarters', 'not-entitled', 'never-granted', 'wrong-channel', 'not-begun', 'over', 'kind'];
  for (const because of [...ofExchange, ...ofRights, 'not-granted', 'schema', 'ended', 'channel', 'role', 'no-key']) {
    expect(asideReasonText(because)).not.toContain('inconnue');
    expect(asideReasonText(because)).toMatch(/^[a-zé][^'.]{15,}$/);
  }
  for (const because of ['constructor', '__proto__']) expect(asideReasonText(because)).toContain('inconnue');
  expect(asideReasonText('moon-phase')).toContain('moon-phase');
  expect(readsText([])).not.toBe('');
  expect(readsText(['session', 'rooms'])).toBe('la session et les salles');
});

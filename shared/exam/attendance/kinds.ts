import { z } from 'zod';
import { candidateId, day, entryId, paperId, roomId, sittingId } from '../../kernel/ids';
import { instant } from '../../kernel/instant';
import { anyHead, inRoom, kind, write } from '../kind';
import { diploma } from '../session/kinds';

const inThisRoom = z.object({ sitting: sittingId.schema, room: roomId.schema });
const ofCandidate = z.object({ sitting: sittingId.schema, room: roomId.schema, candidate: candidateId.schema });

/** Someone who is not on the list. */
const unlistedCandidate = z.object({
  familyName: z.string().min(1).max(80),
  givenNames: z.string().min(1).max(120),
  birthDate: day.schema.nullable(),
  diploma,
  paper: paperId.schema,
  explanation: z.string().max(500),
});

/** They compose subject to verification, at a table of the room. */
const provisionalCandidate = unlistedCandidate.extend({ table: z.int().min(1).max(1600) });

export const attendanceKinds = {
  /** One gesture of the roll: one candidate, or all the others at once. */
  'attendance.recorded': kind({
    kind: 'attendance.recorded',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: inThisRoom,
    data: z.object({ status: z.enum(['present', 'absent']), candidates: z.array(candidateId.schema).min(1).max(1600) }),
    writes: (about, data) =>
      data.candidates.map((each) =>
        write('attendance', about.sitting, each, { status: data.status, room: about.room }),
      ),
  }),
  'identity.recorded': kind({
    kind: 'identity.recorded',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: ofCandidate,
    /** `owed`: no document today, composes, shows one to the centre head before `due`. */
    data: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('checked') }),
      z.object({ outcome: z.literal('owed'), due: instant.schema }),
    ]),
    writes: (about, data) => [write('identity', about.sitting, about.candidate, { ...data, room: about.room })],
  }),
  'identity.settled': kind({
    kind: 'identity.settled',
    version: 1,
    channel: 'rooms',
    by: anyHead,
    about: ofCandidate,
    data: z.object({
      outcome: z.enum(['shown', 'notShown']),
      document: z.string().max(120),
      remark: z.string().max(500),
    }),
    writes: (about, data) => [write('identitySettled', about.sitting, about.candidate, data)],
  }),
  /** A latecomer at the door after the subjects were given out: the room asks, the centre head decides. */
  'latecomer.announced': kind({
    kind: 'latecomer.announced',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: ofCandidate,
    data: z.object({
      arrivedAt: instant.schema,
      explanation: z.string().max(500),
      /** UC: a cause beyond the candidate's control. */
      forceMajeure: z.boolean(),
    }),
    writes: (about, data) => [write('latecomers', about.sitting, about.candidate, { ...data, room: about.room })],
  }),
  'latecomer.decided': kind({
    kind: 'latecomer.decided',
    version: 1,
    channel: 'rooms',
    by: anyHead,
    about: ofCandidate,
    data: z.object({ granted: z.boolean(), reason: z.string().min(1).max(500) }),
    writes: (about, data) => [write('latecomersDecided', about.sitting, about.candidate, data)],
  }),
  'candidate.admittedProvisionally': kind({
    kind: 'candidate.admittedProvisionally',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: ofCandidate,
    data: provisionalCandidate,
    writes: (about, data) => [write('provisional', about.sitting, about.candidate, { ...data, room: about.room })],
  }),
  /** the room has no table for somebody off the list; the centre head finds one elsewhere, or refuses. */
  'seat.asked': kind({
    kind: 'seat.asked',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: ofCandidate,
    data: unlistedCandidate,
    writes: (about, data) => [write('seatsAsked', about.sitting, about.candidate, { ...data, room: about.room })],
  }),
  'seat.denied': kind({
    kind: 'seat.denied',
    version: 1,
    channel: 'rooms',
    by: anyHead,
    about: ofCandidate,
    data: z.object({
      reason: z.string().min(1).max(500),
      /** The entries it answers; when none is named, all that ever asked. */
      asked: z.array(entryId.schema).max(20).exactOptional(),
    }),
    writes: (about, { reason, asked = [] }) => [
      write('seatsDenied', about.sitting, about.candidate, { reason, asked, room: about.room }),
    ],
  }),
  'provisional.settled': kind({
    kind: 'provisional.settled',
    version: 1,
    channel: 'rooms',
    by: anyHead,
    about: ofCandidate,
    data: z.object({ outcome: z.enum(['registered', 'notRegistered']), remark: z.string().max(500) }),
    writes: (about, data) => [write('provisionalSettled', about.sitting, about.candidate, data)],
  }),
};

import { type Brand, idKind } from './brand';

const word = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

export type SessionId = Brand<string, 'SessionId'>;
export const sessionId = idKind('SessionId', word);

/** A paper (épreuve) as the regulation of one diploma defines it. */
export type PaperId = Brand<string, 'PaperId'>;
export const paperId = idKind('PaperId', word);

/** A sitting: the moment at which one or several papers are sat in the centre. */
export type SittingId = Brand<string, 'SittingId'>;
export const sittingId = idKind('SittingId', word);

export type RoomId = Brand<string, 'RoomId'>;
export const roomId = idKind('RoomId', word);

/** The candidate number (matricule) of the national system, or `HL-…` for someone admitted off the list. */
export type CandidateId = Brand<string, 'CandidateId'>;
export const candidateId = idKind('CandidateId', word);

export type PersonId = Brand<string, 'PersonId'>;
export const personId = idKind('PersonId', word);

/** A message of headquarters': the same one in every centre it was sent to. */
export type MessageId = Brand<string, 'MessageId'>;
export const messageId = idKind('MessageId', word);

/** A calendar day in the session's zone, `2026-06-16`. */
export type Day = Brand<string, 'Day'>;
export const day = idKind('Day', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** SHA-256 of the entry's bytes behind a fixed prefix, in hexadecimal: the name is the content. */
export type EntryId = Brand<string, 'EntryId'>;
export const entryId = idKind('EntryId', /^[0-9a-f]{64}$/);

/** A channel key, by the first eight bytes of its SHA-256 in hexadecimal: tells keys apart, tells nothing of them. */
export type ChannelKeyId = Brand<string, 'ChannelKeyId'>;
export const channelKeyId = idKind('ChannelKeyId', /^[0-9a-f]{16}$/);

/** `<device key, base64url>.<launch, base64url>.<channel>`: one writer, one launch, one channel. */
export type StreamId = Brand<string, 'StreamId'>;
export const streamId = idKind('StreamId', /^[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{11}\.[a-z]+$/);

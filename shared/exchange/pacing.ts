import type { Random } from '../kernel/ports';

/** Milliseconds after which a request is given up. */
export const REQUEST_TIMEOUT = 10_000;

/** How long entries written one after the other are waited for before they go together, in milliseconds. */
export const GATHERING = 200;

/** How often a level replica asks anew, in milliseconds: rarely where pokes come, else once a minute. */
export const RECHECK = { withPokes: 300_000, without: 60_000 };

/** How often a machine of the centre is heard of at its relay, in milliseconds: a silent one is known within two minutes. */
export const BEAT = 40_000;

const first = 1_000;
const longest = 60_000;

/** A number from 0 up to, not including, 1. */
export function chanceOf(random: Random): number {
  const [a = 0, b = 0, c = 0, d = 0] = random.bytes(4);
  return (((a * 256 + b) * 256 + c) * 256 + d) / 2 ** 32;
}

/** `time` less up to half of it: many machines that began together do not go on together. */
export function jittered(time: number, chance: number): number {
  return Math.round(time * (1 - chance / 2));
}

/** The wait after so many failures in a row: from a second up to a minute, doubling. */
export function backOff(failures: number, chance: number): number {
  return jittered(Math.min(longest, first * 2 ** Math.min(failures - 1, 16)), chance);
}

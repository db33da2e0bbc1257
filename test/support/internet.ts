import { execFileSync } from 'node:child_process';
import { z } from 'zod';
import type { LocalNetwork } from './localNetwork';

const devices = z.array(z.object({ ifname: z.string() })).length(1);

/** One that nobody has (RFC 5737). */
const beyond = '203.0.113.10';

/** The internet behind a local network: an address beyond it, where its machines reach this one. Gone with the network. */
export class Internet {
  readonly address = beyond;
  private readonly device: string;

  constructor(network: LocalNetwork) {
    const shown = execFileSync('ip', ['-json', 'address', 'show', 'to', network.here], { encoding: 'utf8' });
    this.device = devices.parse(JSON.parse(shown))[0]?.ifname ?? '';
    this.mend();
  }

  /** Whatever the machines send there is lost, without a word. */
  cut(): void {
    this.way('del');
  }

  mend(): void {
    this.way('add');
  }

  private way(act: 'add' | 'del'): void {
    execFileSync('ip', ['address', act, `${beyond}/32`, 'dev', this.device]);
  }
}

import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** What the server does: nothing; sends to another machine by IPv4; or says where a host is, by IPv6 alone. */
export type NamesMood = 'dead' | 'lying' | 'honest';

/** A server for names. */
export class NameServer {
  mood: NamesMood = 'dead';
  private constructor(private readonly socket: Socket) {}

  /** @param address where it is asked @param lie four bytes @param truth sixteen */
  static async begin(address: string, lie: Uint8Array, truth: Uint8Array): Promise<NameServer> {
    const socket = createSocket('udp4');
    const names = new NameServer(socket);
    socket.on('message', (asked, { port, address: asker }) => {
      if (names.mood === 'dead') return;
      let end = 12;
      while ((asked[end] ?? 0) > 0) end += (asked[end] ?? 0) + 1;
      const type = asked.readUInt16BE(end + 1);
      const found = names.mood === 'lying' ? (type === 1 ? lie : null) : type === 28 ? truth : null;
      const header = Buffer.concat([asked.subarray(0, 2), Buffer.of(0x81, 0x80, 0, 1, 0, found ? 1 : 0, 0, 0, 0, 0)]);
      const record = found ? [Buffer.of(0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, found.length), found] : [];
      socket.send(Buffer.concat([header, asked.subarray(12, end + 5), ...record]), port, asker);
    });
    socket.bind(53, address);
    await once(socket, 'listening');
    return names;
  }

  async stop(): Promise<void> {
    this.socket.close();
    await once(this.socket, 'close');
  }
}

import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { der, ecdsaWithSha256, named, oid, pemOf, validity } from '../../electron/relay/der';

/** PEM both. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const yes = Buffer.of(0xff);
const extension = (id: string, value: Uint8Array, critical = false) =>
  der(0x30, oid(id), ...(critical ? [der(0x01, yes)] : []), der(0x04, value));

const ofAnAuthority = [
  extension('551d13', der(0x30, der(0x01, yes)), true),
  extension('551d0f', der(0x03, Buffer.of(1, 0b110)), true), // it signs certificates and their revocations
];

/** An authority that vouches for servers, to those who have installed its certificate. */
export class Authority {
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  readonly own: Certified;

  constructor(private readonly name: string) {
    const { publicKey, privateKey } = this.pair;
    this.own = this.signed(named(name), publicKey, ofAnAuthority, privateKey);
  }

  /** For a server of this name and these addresses, IPv4 or IPv6, each as its bytes. */
  certified(host: string, addresses: readonly Uint8Array[] = []): Certified {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const names = [der(0x82, Buffer.from(host)), ...addresses.map((bytes) => der(0x87, bytes))];
    const forServers = extension('551d25', der(0x30, oid('2b06010505070301')));
    return this.signed(named(host), publicKey, [extension('551d11', der(0x30, ...names)), forServers], privateKey);
  }

  private signed(
    subject: Uint8Array,
    publicKey: ReturnType<typeof generateKeyPairSync>['publicKey'],
    extensions: readonly Uint8Array[],
    key: ReturnType<typeof generateKeyPairSync>['privateKey'],
  ): Certified {
    const body = der(
      0x30,
      der(0xa0, der(0x02, Buffer.of(2))),
      der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
      ecdsaWithSha256,
      named(this.name),
      validity,
      subject,
      publicKey.export({ format: 'der', type: 'spki' }),
      der(0xa3, der(0x30, ...extensions)),
    );
    const signature = der(0x03, Buffer.of(0), sign('sha256', body, this.pair.privateKey));
    return {
      certificate: pemOf(der(0x30, body, ecdsaWithSha256, signature)),
      key: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    };
  }
}

import { generateKeyPairSync, sign } from 'node:crypto';
import { der, ecdsaWithSha256, named, pemOf, validity } from '../../electron/relay/der';

/** A certificate for localhost that nobody but its own key vouches for, and that key: PEM both. */
export function selfSigned(): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const localhost = named('localhost');
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    localhost,
    validity,
    localhost,
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, privateKey));
  return {
    cert: pemOf(der(0x30, body, ecdsaWithSha256, signature)),
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

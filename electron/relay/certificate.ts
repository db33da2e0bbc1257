import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { keyOf } from '../../shared/exchange/signature';
import { type DeviceId, deviceId, deviceOfKey } from '../../shared/journal/launch';
import { concatBytes, fromBase64url, toBase64url, utf8 } from '../../shared/kernel/bytes';
import type { SignatureCheck, Signer } from '../../shared/kernel/ports';
import { der, ecdsaWithSha256, named, oid, pemOf, validity } from './der';

/** What a machine shows in TLS: PEM both. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * A certificate that nobody but its own key vouches for, in which the machine's device key has signed that key: who knows
 * the machine knows it by that, at whatever address. Made anew at each start, and kept nowhere.
 */
export function certificateOf(device: Signer): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const proof = toBase64url(device.sign(vouched(spki)));
  return {
    cert: selfSigned(spki, `${scheme}${deviceOfKey(device.publicKey)}.${proof}`, (body) =>
      sign('sha256', body, privateKey),
    ),
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** Whether that device has signed the key of this certificate (DER). */
export function vouchesFor(device: Uint8Array, certificate: Uint8Array, check: SignatureCheck): boolean {
  return vouchedIn(certificate, check).includes(deviceOfKey(device));
}

/** The machines that have signed the key of this certificate (DER): whoever shows it is one of them. */
export function vouchedIn(certificate: Uint8Array, check: SignatureCheck): readonly DeviceId[] {
  const shown = new X509Certificate(certificate);
  const spki = shown.publicKey.export({ format: 'der', type: 'spki' });
  return (shown.subjectAltName ?? '').split(', ').flatMap((each) => {
    const [, device, proof] = claim.exec(each) ?? [];
    const known = deviceId.parse(device);
    const signature = proof === undefined ? null : fromBase64url(proof);
    if (!known.ok || signature?.length !== 64) return [];
    return check(keyOf(known.value), vouched(spki), signature) ? [known.value] : [];
  });
}

const scheme = 'cachet:';
const claim = new RegExp(`^URI:${scheme}([^.]+)\\.(.+)$`);

function vouched(spki: Uint8Array): Uint8Array {
  return concatBytes(utf8('cachet-relay-tls/1\n'), spki);
}

/** An X.509 certificate (RFC 5280). */
function selfSigned(spki: Uint8Array, uri: string, sign: (body: Uint8Array) => Uint8Array): string {
  const name = named('Cachet');
  const alternative = der(0x30, oid('551d11'), der(0x04, der(0x30, der(0x86, Buffer.from(uri)))));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.of(1)),
    ecdsaWithSha256,
    name,
    validity,
    name,
    spki,
    der(0xa3, der(0x30, alternative)),
  );
  return pemOf(der(0x30, body, ecdsaWithSha256, der(0x03, Buffer.of(0), sign(body))));
}

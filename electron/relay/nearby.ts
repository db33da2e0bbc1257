import { EventEmitter } from 'node:events';
import { isIPv6 } from 'node:net';
import Bonjour, { type Service } from 'bonjour-service';
import type { NearbyRelay } from '../../shared/bridge/pairing';
import { type ServerId, serverId } from '../../shared/exchange/names';
import { relayAddress } from '../../shared/exchange/pairingLink';

/** DNS-SD (RFC 6763). The record holds a port and a device key: nobody's name, nor the centre's. */
const type = 'cachet';
/** How many signs of a key name a service: a label has room for 63. */
const labelled = 16;
/** More than any centre has; whoever shouts beyond is not listened to. */
const mostShown = 20;

/** Says on the local network that a relay is here, until ended. A network that carries no multicast hears nothing. */
export function announced(relay: ServerId, port: number): () => void {
  const voice = quietly();
  const name = relay.slice(0, labelled);
  voice?.publish({ name, type, port, host: `cachet-${name.toLowerCase()}.local`, txt: { k: relay }, probe: false });
  return () => {
    if (voice) voice.unpublishAll(() => voice.destroy());
  };
}

/** Tells which relays say that they are near, until ended. They are addresses to try, and nothing is believed of them. */
export function lookedFor(own: ServerId, changed: (found: readonly NearbyRelay[]) => void): () => void {
  const voice = quietly();
  const found = new Map<string, NearbyRelay>();
  const browser = voice?.find({ type }, (service) => {
    const relay = relayIn(service);
    if (!relay || relay.relay === own || found.size >= mostShown) return;
    found.set(service.fqdn, relay);
    changed([...found.values()]);
  });
  browser?.on('down', ({ fqdn }) => {
    if (found.delete(fqdn)) changed([...found.values()]);
  });
  return () => {
    browser?.stop();
    voice?.destroy();
  };
}

function relayIn({ port, txt, referer, addresses }: Service): NearbyRelay | null {
  const said: unknown = txt;
  const key = typeof said === 'object' && said !== null && 'k' in said ? serverId.parse(said.k) : null;
  const host = [referer?.address, ...(addresses ?? [])].find((each) => each && !each.startsWith('fe80:'));
  const address = relayAddress.safeParse(host && isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`);
  return key?.ok && address.success ? { relay: key.value, address: address.data } : null;
}

/** Null where this system lets nobody speak or listen so: addresses are typed then. */
function quietly(): Bonjour | null {
  try {
    const voice = new Bonjour({}, () => undefined);
    // its socket's errors come by an emitter that it keeps to itself
    const server: unknown = Reflect.get(voice, 'server');
    const mdns: unknown = typeof server === 'object' && server !== null ? Reflect.get(server, 'mdns') : null;
    if (mdns instanceof EventEmitter) mdns.on('error', () => undefined);
    return voice;
  } catch {
    return null;
  }
}

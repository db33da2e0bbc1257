import { useEffect, useRef, useState } from 'react';
import type { BridgeOutput } from '../../../shared/bridge/bridge';
import { usePorts } from '../../app/ports';
import { Dialog } from '../../parts/Dialog';
import { useTell } from '../../parts/Toasts';
import { useCentre, useDesk } from '../../store/useDesk';
import { notSaidText } from '../../text/faults';
import { pairingText } from '../../text/pairing';
import { admittingCommands, type MachinePlace, type MachineReplaced } from './admitting';
import { OfferShown } from './OfferShown';
import { PlaceForm } from './PlaceForm';
import { Succession } from './Succession';
import { usePairing } from './usePairing';

type NotPaired = Extract<BridgeOutput<'pair'>, { ok: false }>['error']['kind'];

/**
 * Lets a machine into the centre from the head's screen: what it is for, then what it has to be shown; whoever shows it
 * that is let in by this head's word. The machine whose place it takes is dismissed in the same gesture.
 */
export function PairingDialog(props: { readonly replaces: MachineReplaced | null; onClose(): void }) {
  const { replaces, onClose } = props;
  const { bridge, clock } = usePorts();
  const desk = useDesk();
  const tell = useTell();
  const offer = usePairing();
  const [place, setPlace] = useState<MachinePlace | null>(null);
  const [fault, setFault] = useState<NotPaired | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [begun, setBegun] = useState<string | null>(null);
  const [inARow, setInARow] = useState(false);
  useEffect(() => () => void bridge.endPairing(), [bridge]);

  async function show(chosen: MachinePlace): Promise<void> {
    const paired = await bridge.pair();
    setFault(paired.ok ? null : paired.error.kind);
    setBegun(null);
    setRefused(null);
    if (paired.ok) setPlace(chosen);
  }

  const arrived = offer?.arrived ?? null;
  async function admit(): Promise<void> {
    if (!arrived || !place) return;
    const cutOff = replaces ? await bridge.endsOfDevice({ device: replaces.device }) : [];
    const { state } = desk.store.getState();
    const replaced = replaces && { device: replaces.device, reason: pairingText.replacedReason(place.name), cutOff };
    const commands = admittingCommands(state, arrived, place, replaced, clock.now());
    if (!commands) return;
    const said = await desk.say(...commands);
    setRefused(said.ok ? null : notSaidText(said.error, desk.store.getState().state));
  }
  // whoever is let in is let in once; a word that was refused is said again by hand
  useEffect(() => {
    if (!arrived || arrived.member || !place || begun === arrived.device) return;
    setBegun(arrived.device);
    void admit();
  });

  const dead = offer?.code.dead ?? null;
  const relay = offer?.relay ?? null;
  const told = useRef<string | null>(null);
  const acting = useCentre(({ actor }) => actor !== null);
  useEffect(() => {
    if (!acting || !relay || !offer || (dead !== 'tries' && dead !== 'expired') || told.current === offer.code.text)
      return;
    told.current = offer.code.text;
    void desk.say({ kind: 'admission.codeSpent', about: { device: relay }, data: { because: dead } }).then((said) => {
      if (!said.ok) tell({ text: notSaidText(said.error, desk.store.getState().state), tone: 'fault' });
    });
  }, [acting, relay, dead, offer, desk, tell]);

  const title = replaces ? pairingText.replaceTitle(replaces.name) : pairingText.title;
  return (
    <Dialog isOpen mustAnswer={place !== null} onClose={onClose} title={title} shape="wide">
      {place && offer ? (
        <OfferShown
          offer={offer}
          place={place}
          refused={refused}
          replacing={replaces !== null}
          already={arrived !== null && arrived.device !== begun}
          onAdmit={() => void admit()}
          onAnew={() => void show(place)}
          onAnother={() => {
            setInARow(true);
            setPlace(null);
          }}
          onClose={onClose}
        />
      ) : (
        <Succession replaces={replaces} onClose={onClose}>
          <PlaceForm replaces={replaces} fault={fault} inARow={inARow} onShow={show} onClose={onClose} />
        </Succession>
      )}
    </Dialog>
  );
}

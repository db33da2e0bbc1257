import { Copy } from 'lucide-react';
import type { PairingOfferState } from '../../../shared/bridge/pairing';
import { nextUnserved } from '../../../shared/exam/admission/roomsServed';
import { useNow, usePorts } from '../../app/ports';
import { briefRoomName } from '../../chronicle/names';
import { Button } from '../../parts/Button';
import { QrCode } from '../../parts/QrCode';
import { useTell } from '../../parts/Toasts';
import { useCentre } from '../../store/useDesk';
import { shortName } from '../../text/machines';
import { pairingText } from '../../text/pairing';
import type { MachinePlace } from './admitting';
import styles from './pairing.module.css';

const words = pairingText.offer;

/** What the newcomer is shown: a picture, a link, or a code to be read aloud; and who came. */
export function OfferShown(props: {
  readonly offer: PairingOfferState;
  readonly place: MachinePlace;
  /** Why the head's word was not taken; null while it was. */
  readonly refused: string | null;
  /** Whether it is to take another machine's place. */
  readonly replacing: boolean;
  /** Whether the machine that came was the centre's before anything was said here. */
  readonly already: boolean;
  onAdmit(): void;
  onAnew(): void;
  onAnother(): void;
  onClose(): void;
}) {
  const { offer, place } = props;
  const { arrived } = offer;
  const tell = useTell();
  const now = useNow(1_000);
  if (arrived) return <Arrived {...props} arrived={arrived} />;
  const over = now >= offer.until;
  const copy = () =>
    navigator.clipboard.writeText(offer.link).then(
      () => tell({ text: words.copied }),
      () => tell({ text: words.notCopied, tone: 'fault' }),
    );
  return (
    <div className={styles.offer}>
      <div className={styles.picture}>
        {over ? (
          <p className={styles.trouble}>{words.over}</p>
        ) : (
          <QrCode text={offer.link} label={words.qr} size={420} />
        )}
      </div>
      <div className={styles.words}>
        <p>{words.say(place.name)}</p>
        <ol className={styles.steps}>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <section aria-labelledby="pairing-code" className={styles.spoken}>
          <h3 id="pairing-code">{words.codeTitle}</h3>
          {offer.code.dead === null ? (
            <>
              <p>{words.codeSay}</p>
              <ul className={styles.addresses}>
                {offer.addresses.map((address) => (
                  <li key={address}>{address}</li>
                ))}
              </ul>
              <ol className={styles.code} aria-label={words.codeTitle}>
                {offer.code.text.split('-').map((group) => (
                  <li key={group}>{group}</li>
                ))}
              </ol>
              <p className={styles.quiet}>{words.left(offer.code.until - now)}</p>
              {offer.code.tried > 0 && <p role="status">{words.tried(offer.code.tried)}</p>}
            </>
          ) : (
            <p role="alert" className={styles.trouble}>
              {words.dead[offer.code.dead]}
            </p>
          )}
        </section>
        <p className={styles.quiet}>{words.known(shortName(offer.relay))}</p>
        <div className={styles.buttons}>
          <Button icon={Copy} onPress={() => void copy()} isDisabled={over}>
            {words.copy}
          </Button>
          <Button look={over || offer.code.dead ? 'primary' : 'plain'} onPress={props.onAnew}>
            {words.anew}
          </Button>
          <Button onPress={props.onClose}>{words.leave}</Button>
        </div>
      </div>
    </div>
  );
}

/** Who came by what was shown, and what became of it. */
function Arrived(
  props: Parameters<typeof OfferShown>[0] & { readonly arrived: NonNullable<PairingOfferState['arrived']> },
) {
  const { arrived, place, refused, replacing, already } = props;
  const { clock } = usePorts();
  const state = useCentre((store) => store.state);
  const next = replacing || already ? null : nextUnserved(state, clock.now());
  const device = shortName(arrived.device);
  const said = already ? words.already(device) : words.joined(place.name, device);
  return (
    <div className={styles.form}>
      <p role="status" className={styles.came}>
        {arrived.member ? said : words.came(device)}
      </p>
      {refused && (
        <p role="alert" className={styles.trouble}>
          {refused}
        </p>
      )}
      {arrived.member && already && replacing && (
        <p role="alert" className={styles.trouble}>
          {words.alreadyNotReplaced}
        </p>
      )}
      {!arrived.member && <p>{words.cameSay(arrived.address)}</p>}
      {arrived.member && <p>{already ? words.alreadySay : words.joinedSay}</p>}
      <div className={styles.buttons}>
        {arrived.member && (
          <>
            {next !== null && (
              <Button look="primary" autoFocus onPress={props.onAnother}>
                {words.next(briefRoomName(state, next))}
              </Button>
            )}
            <Button look={next === null ? 'primary' : 'plain'} autoFocus={next === null} onPress={props.onClose}>
              {words.finish}
            </Button>
            {next === null && !replacing && <Button onPress={props.onAnother}>{words.another}</Button>}
          </>
        )}
        {!arrived.member && (
          <>
            {refused && (
              <Button look="primary" onPress={props.onAdmit}>
                {words.admit}
              </Button>
            )}
            <Button onPress={props.onClose}>{words.leave}</Button>
          </>
        )}
      </div>
    </div>
  );
}

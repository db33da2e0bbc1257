import { Copy } from 'lucide-react';
import type { PairingOfferState } from '../../../shared/bridge/pairing';
import { useNow } from '../../app/ports';
import { Button } from '../../parts/Button';
import { QrCode } from '../../parts/QrCode';
import { useTell } from '../../parts/Toasts';
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
  onAdmit(): void;
  onAnew(): void;
  onAnother(): void;
  onClose(): void;
}) {
  const { offer, place, refused } = props;
  const { arrived } = offer;
  const tell = useTell();
  const now = useNow(1_000);
  if (arrived) {
    return (
      <div className={styles.form}>
        <p role="status" className={styles.came}>
          {arrived.member ? words.joined(place.name, shortName(arrived.device)) : words.came(shortName(arrived.device))}
        </p>
        {refused && (
          <p role="alert" className={styles.trouble}>
            {refused}
          </p>
        )}
        <p>{arrived.member ? words.joinedSay : words.cameSay(arrived.address)}</p>
        <div className={styles.buttons}>
          {arrived.member ? (
            <>
              <Button look="primary" onPress={props.onClose}>
                {words.finish}
              </Button>
              <Button onPress={props.onAnother}>{words.another}</Button>
            </>
          ) : (
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

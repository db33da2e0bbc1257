import { type FormEvent, useState } from 'react';
import { LONGEST_PAIRING_CODE, type NotJoined } from '../../../shared/bridge/pairing';
import { LONGEST_LINK } from '../../../shared/exchange/pairingLink';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { TextField } from '../../parts/TextField';
import { type JoiningFault, joiningFault, joiningText } from '../../text/joining';
import { shortName } from '../../text/machines';
import { CameraReader } from './CameraReader';
import type { JoinedFrom } from './joinedFrom';
import styles from './joining.module.css';
import { useNearby } from './useJoining';

/** Three ways to say which centre: what the camera reads, a link, or an address and a code. */
export function JoinForm({
  from,
  because,
  onBack,
}: {
  readonly from: JoinedFrom;
  readonly because: NotJoined | null;
  onBack(): void;
}) {
  const { bridge } = usePorts();
  const [link, setLink] = useState('');
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const nearby = useNearby();
  const fault = because && joiningFault(because);
  const faultOf = (field: JoiningFault['field']) => (fault?.field === field ? fault.text : null);

  const byLink = (text: string) => void bridge.joinByLink({ link: text.slice(0, LONGEST_LINK) });
  function sendLink(event: FormEvent): void {
    event.preventDefault();
    byLink(link);
  }
  function sendCode(event: FormEvent): void {
    event.preventDefault();
    void bridge.joinByCode({ address, code });
  }

  return (
    <section className={styles.sheet} aria-label={joiningText.title[from]}>
      <h2>{joiningText.title[from]}</h2>
      <p className={styles.quiet}>{joiningText.lead}</p>
      {from === 'network' && <p className={styles.quiet}>{joiningText.here.keeps}</p>}
      {fault && fault.field === null && (
        <p role="alert" className={styles.trouble}>
          {fault.text}
        </p>
      )}
      <div className={styles.ways}>
        <section className={styles.way} aria-label={joiningText.camera.title}>
          <h3>{joiningText.camera.title}</h3>
          <CameraReader onLink={byLink} />
        </section>
        <form className={styles.way} aria-label={joiningText.link.title} onSubmit={sendLink} noValidate>
          <h3>{joiningText.link.title}</h3>
          <TextField
            label={joiningText.link.field}
            hint={joiningText.link.hint}
            value={link}
            maxLength={LONGEST_LINK}
            onChange={setLink}
            error={faultOf('link')}
          />
          <div className={styles.buttons}>
            <Button type="submit" isDisabled={link.trim() === ''}>
              {joiningText.link.send}
            </Button>
          </div>
        </form>
        <form className={styles.way} aria-label={joiningText.code.title} onSubmit={sendCode} noValidate>
          <h3>{joiningText.code.title}</h3>
          {nearby.length === 0 ? (
            <p role="status" className={styles.quiet}>
              {joiningText.code.none}
            </p>
          ) : (
            <fieldset className={styles.nearby}>
              <legend>{joiningText.code.nearby}</legend>
              <p className={styles.quiet}>{joiningText.code.nearbySay}</p>
              {nearby.map((each) => (
                <Button key={`${each.relay} ${each.address}`} onPress={() => setAddress(each.address)}>
                  {joiningText.code.take(shortName(each.relay), each.address)}
                </Button>
              ))}
            </fieldset>
          )}
          <TextField
            label={joiningText.code.address}
            hint={joiningText.code.addressHint}
            value={address}
            maxLength={80}
            onChange={setAddress}
            error={faultOf('address')}
          />
          <TextField
            label={joiningText.code.code}
            hint={joiningText.code.codeHint}
            value={code}
            maxLength={LONGEST_PAIRING_CODE}
            onChange={setCode}
            error={faultOf('code')}
          />
          <div className={styles.buttons}>
            <Button type="submit" isDisabled={address.trim() === '' || code.trim() === ''}>
              {joiningText.code.send}
            </Button>
          </div>
        </form>
      </div>
      <div className={styles.buttons}>
        <Button onPress={onBack}>{joiningText.back[from]}</Button>
      </div>
    </section>
  );
}

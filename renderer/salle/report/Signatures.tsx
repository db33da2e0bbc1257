import { PenLine } from 'lucide-react';
import { useState } from 'react';
import type { PersonId } from '../../../shared/kernel/ids';
import { clockTime } from '../../../shared/kernel/instant';
import { Button } from '../../parts/Button';
import { listedName } from '../../text/salle';
import { reportText } from '../../text/salleReport';
import { useRoom } from '../room/RoomContext';
import styles from '../steps/step.module.css';
import { DrawnSignature } from './DrawnSignature';
import sign from './Signatures.module.css';
import { SignDialog } from './SignDialog';

const text = reportText.report;

/** Each invigilator of the team signs. */
export function Signatures() {
  const { view, readOnly } = useRoom();
  const [signer, setSigner] = useState<PersonId | null>(null);
  const signing = view.team.find((each) => each.id === signer);
  return (
    <section className={styles.card} aria-label={text.signatures}>
      <h3>{text.signatures}</h3>
      {view.team.length === 0 && <p>{text.noTeam}</p>}
      <ul className={sign.team}>
        {view.team.map(({ id, lead, person, signature }) => {
          const name = person ? listedName(person) : id;
          return (
            <li key={id}>
              <div>
                <b>{name}</b>
                {lead && ` · ${text.lead}`}
                {signature && <small>{text.signedAt(clockTime(signature.at, view.zone).slice(0, 5))}</small>}
              </div>
              {signature && <DrawnSignature strokes={signature.strokes} label={text.signHere(name)} />}
              {!readOnly && (
                <Button icon={PenLine} look={signature ? 'quiet' : 'plain'} onPress={() => setSigner(id)}>
                  {signature ? text.signAgain : text.sign}
                </Button>
              )}
              {readOnly && !signature && <span className={sign.unsigned}>{text.unsigned}</span>}
            </li>
          );
        })}
      </ul>
      {!readOnly && <p>{text.signaturesNote}</p>}
      {signing && <SignDialog member={signing} onClose={() => setSigner(null)} />}
    </section>
  );
}

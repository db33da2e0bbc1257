import type { Command } from '../../shared/exam/catalogue';
import { type Decision, isAwaited } from '../../shared/exam/decisions/decisions';
import { zoneOf } from '../../shared/exam/session/today';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import { usePorts } from '../app/ports';
import { useSay } from '../app/useSay';
import { personName } from '../chronicle/names';
import messages from '../headquarters/messages/messages.module.css';
import { Button } from '../parts/Button';
import { Because } from '../salle/room/Because';
import { useCentre, useDesk } from '../store/useDesk';
import { decisionsText as text } from '../text/decisions';
import { hourText } from '../text/times';
import { useAuthor } from './author';
import styles from './decisions.module.css';
import { wordsFor } from './reading';
import { useDecisions } from './useDecisions';

/** A decision of many matters, such as thirty candidates moved, is told by the first of them. */
const most = 6;

/** What was decided elsewhere for this room and nobody here has seen yet, above everything else; the rest stays folded. */
export function RoomDecisions({ sitting, room }: { readonly sitting: SittingId; readonly room: RoomId }) {
  const here = useDecisions().filter((each) => each.sitting === sitting && each.room === room);
  if (here.length === 0) return null;
  const past = here.filter((each) => !isAwaited(each));
  return (
    <section aria-label={text.room} className={messages.notices}>
      <div role="status" className={messages.queue}>
        {here.filter(isAwaited).map((decision) => (
          <DecisionCard key={decision.entry} decision={decision} />
        ))}
      </div>
      {past.length > 0 && (
        <details>
          <summary>{text.past}</summary>
          <ul className={messages.list}>
            {past.map((decision) => (
              <Past key={decision.entry} decision={decision} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function DecisionCard({ decision }: { readonly decision: Decision }) {
  const desk = useDesk();
  const say = useSay();
  const { clock } = usePorts();
  const actor = useCentre((store) => store.actor);
  const state = useCentre((store) => store.state);
  const author = useAuthor();
  const zone = zoneOf(state);
  const words = wordsFor(state, decision);
  const title = words[0]?.title ?? text.room;
  const toSay = words.some((word) => word.say !== null);
  const { sitting, room, entry } = decision;
  const seen = (aloud: boolean): Command | null =>
    actor && {
      kind: 'decision.seen',
      about: { sitting, room, entry, person: actor.person },
      data: { at: clock.now(), aloud },
    };
  const command = seen(toSay);
  const refusal = command && desk.refusalOf(command);
  async function acknowledge(aloud: boolean): Promise<void> {
    const said = seen(aloud);
    const hour = hourText(clock.now(), zone);
    if (said) await say([said], aloud ? text.saidDone(hour) : text.seenDone(hour));
  }
  const disabled = command === null || refusal !== null;
  return (
    <article className={messages.card} aria-label={title}>
      <header className={messages.head}>
        <h2>{title}</h2>
        <span className={messages.quiet}>{text.by(author(decision), hourText(decision.at, zone))}</span>
      </header>
      {words.slice(0, most).map((word) => (
        <div key={word.act} className={styles.word}>
          {word.about && <p className={messages.quiet}>{word.about}</p>}
          <p>{word.act}</p>
          {word.say !== null && (
            <p className={styles.say}>
              <b>{`${text.say}\u202F:`}</b> <q>{`«\u202F${word.say}\u202F»`}</q>
            </p>
          )}
        </div>
      ))}
      {words.length > most && <p className={messages.quiet}>{text.more(words.length - most)}</p>}
      <div className={messages.buttons}>
        <Button look="primary" size="big" isDisabled={disabled} onPress={() => void acknowledge(toSay)}>
          {toSay ? text.seenAndSaid : text.seen}
        </Button>
        {toSay && (
          <Button size="big" isDisabled={disabled} onPress={() => void acknowledge(false)}>
            {text.onlySeen}
          </Button>
        )}
        {refusal && <Because refusal={refusal} />}
      </div>
    </article>
  );
}

function Past({ decision }: { readonly decision: Decision }) {
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const words = wordsFor(state, decision);
  const { seen } = decision;
  return (
    <li className={messages.body}>
      <b>{words[0]?.title}</b>
      {words.slice(0, most).map(({ act }) => (
        <p key={act}>{act}</p>
      ))}
      <span className={messages.quiet}>
        {seen ? text.seenAt(seen.aloud, hourText(seen.at, zone), personName(state, seen.person)) : text.over}
      </span>
    </li>
  );
}

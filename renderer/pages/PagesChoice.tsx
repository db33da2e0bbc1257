import { paperName } from '../../shared/documents/facts';
import { roomsOf } from '../../shared/documents/postedList';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import { roomsUnheld } from '../../shared/exam/rooms/heldLists';
import { rollOf } from '../../shared/exam/rooms/roll';
import { timedSittings, zoneOf } from '../../shared/exam/session/today';
import { type CentreState, fact } from '../../shared/exam/state';
import { paperId, roomId } from '../../shared/kernel/ids';
import { Button } from '../parts/Button';
import { Checkbox } from '../parts/Checkbox';
import { Radios } from '../parts/Radios';
import { Select } from '../parts/Select';
import { pagesText } from '../text/pages';
import { roomTitle } from '../text/preparation';
import { capital, dayText } from '../text/times';
import { unheldText } from '../text/unheld';
import { type PageChoice, pageKinds, papersSat } from './choice';
import styles from './PagesChoice.module.css';

const kinds = pageKinds.map((value) => ({ value, label: pagesText.kinds[value].label }));

/** Which pages: the document, the sitting, the rooms or the papers. */
export function PagesChoice(props: {
  readonly state: CentreState;
  readonly choice: PageChoice;
  onChoose(choice: PageChoice): void;
}) {
  const { state, choice, onChoose } = props;
  const zone = zoneOf(state);
  const sittings = timedSittings(state);
  const unheld = roomsUnheld(state, choice.sitting).map((room) => roomTitle(roomNameOf(state, room)));
  return (
    <div className={styles.choice} data-density="tight">
      <Radios
        label={pagesText.choose}
        hint={capital(pagesText.kinds[choice.kind].detail)}
        value={choice.kind}
        options={kinds}
        onChange={(kind) => onChoose({ ...choice, kind })}
      />
      <Select
        label={pagesText.sitting}
        value={choice.sitting}
        options={sittings.map(({ id, start, sitting }) => ({
          value: id,
          label: `${capital(dayText(start, zone))} · ${sitting.start}`,
        }))}
        onChange={(sitting) => onChoose({ ...choice, sitting, rooms: null, papers: null })}
      />
      {choice.kind === 'postedByPaper' ? (
        <Places
          label={pagesText.papers}
          options={papersSat(state, choice.sitting).map((id) => ({ id, label: paperLabel(state, id) }))}
          chosen={choice.papers}
          onChange={(papers) => onChoose({ ...choice, papers: papers?.map((id) => paperId.of(id)) ?? null })}
        />
      ) : (
        <Places
          label={pagesText.rooms}
          options={roomsOf(state, choice.sitting).map((id) => ({
            id,
            label: roomNameOf(state, id),
            count: rollOf(state, choice.sitting, id).length,
          }))}
          chosen={choice.rooms}
          onChange={(rooms) => onChoose({ ...choice, rooms: rooms?.map((id) => roomId.of(id)) ?? null })}
        />
      )}
      {unheld.length > 0 && <p>{unheldText.pages.say(unheld)}</p>}
      {choice.kind === 'roomReport' && (
        <Checkbox value={choice.apart} onChange={(apart) => onChoose({ ...choice, apart })}>
          {pagesText.apart}
        </Checkbox>
      )}
    </div>
  );
}

function paperLabel(state: CentreState, id: string): string {
  const paper = fact(state, 'papers', 'session', id);
  return paper ? paperName(paper) : id;
}

/** Boxes for each place, with all and none in one gesture; null stands for all, those added later included. */
function Places(props: {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string; readonly count?: number }[];
  readonly chosen: readonly string[] | null;
  onChange(chosen: readonly string[] | null): void;
}) {
  const { label, options, chosen, onChange } = props;
  const set = (ids: readonly string[]) => onChange(ids.length === options.length ? null : ids);
  return (
    <fieldset className={styles.places}>
      <div className={styles.head}>
        <legend className={styles.label}>{label}</legend>
        <Button size="small" look="quiet" isDisabled={chosen === null} onPress={() => onChange(null)}>
          {pagesText.all}
        </Button>
        <Button size="small" look="quiet" isDisabled={chosen?.length === 0} onPress={() => onChange([])}>
          {pagesText.none}
        </Button>
      </div>
      <div className={styles.list}>
        {options.map((option) => (
          <Checkbox
            key={option.id}
            value={chosen?.includes(option.id) ?? true}
            onChange={(on) => {
              const before = chosen ?? options.map(({ id }) => id);
              set(on ? [...before, option.id] : before.filter((id) => id !== option.id));
            }}
          >
            {option.label}
            {option.count !== undefined && <span className={styles.count}> {option.count}</span>}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

import { useState } from 'react';
import { Checkbox } from '../../renderer/parts/Checkbox';
import { SearchField } from '../../renderer/parts/SearchField';
import { type DesignatedPaper, designationKey } from '../../shared/exam/papers/designation';
import { foldText } from '../../shared/exam/people/names';
import type { PapersOfCentres } from '../../shared/watch/papers';
import type { Answered } from '../server/ask';
import { paperText, papersText as text } from '../text/messages';
import { refusalText } from '../text/vigie';
import styles from './MessagesDesk.module.css';

const mostShown = 40;
/** A list that is seen as a whole needs no search. */
const fewEnough = 8;

/** Which papers a message is about, among those of the centres it goes to; what is chosen stays in sight. */
export function PapersChoice(props: {
  readonly told: Answered<PapersOfCentres> | null;
  readonly chosen: readonly DesignatedPaper[];
  onChange(chosen: readonly DesignatedPaper[]): void;
}) {
  const { told, chosen, onChange } = props;
  const [search, setSearch] = useState('');
  const offered = told?.ok ? told.value.papers : [];
  const centres = new Map(offered.map((each) => [designationKey(each), each.centres]));
  const keys = new Set(chosen.map(designationKey));
  const words = foldText(search).split(' ').filter(Boolean);
  const found = offered.filter((each) => {
    const said = foldText(paperText(each));
    return !keys.has(designationKey(each)) && words.every((word) => said.includes(word));
  });
  const shown = [...chosen, ...found.slice(0, mostShown)];
  const more = found.length - mostShown;
  return (
    <fieldset className={styles.papers}>
      <legend>{text.title}</legend>
      <p className={styles.when}>{chosen.length === 0 ? text.all : text.some}</p>
      {offered.length > fewEnough && <SearchField label={text.search} value={search} onChange={setSearch} />}
      {told?.ok === false && <p role="alert">{refusalText(told.error)}</p>}
      {shown.length > 0 && (
        <ul className={styles.choices}>
          {shown.map((each) => {
            const key = designationKey(each);
            const isChosen = keys.has(key);
            return (
              <li key={key}>
                <Checkbox
                  value={isChosen}
                  onChange={(on) => {
                    const { diploma, code, title, specialities, labels } = each;
                    const others = chosen.filter((one) => designationKey(one) !== key);
                    onChange(on ? [...others, { diploma, code, title, specialities, labels }] : others);
                  }}
                >
                  {paperText(each)} <span className={styles.when}>{text.heldBy(centres.get(key) ?? 0)}</span>
                </Checkbox>
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.when} role="status">
        {told === null
          ? text.asking
          : [
              ...(offered.length === 0 && told.ok && told.value.reading === 0 ? [text.none] : []),
              ...(words.length > 0 && found.length === 0 ? [text.noneFound] : []),
              ...(more > 0 ? [text.more(more)] : []),
              ...(told.ok && told.value.reading > 0 ? [text.reading(told.value.reading)] : []),
            ].join(' ')}
      </p>
    </fieldset>
  );
}

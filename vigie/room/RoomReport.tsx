import type { ReactNode } from 'react';
import { Feed } from '../../renderer/parts/Feed';
import { Kpi, Kpis } from '../../renderer/parts/Kpi';
import { exitReasonText, incidentText } from '../../renderer/text/sentences/procedure';
import { capital, hourText } from '../../renderer/text/times';
import { entryWords } from '../../shared/documents/entryWords';
import { paperName, withTable } from '../../shared/documents/facts';
import { dayAndHour, exactHour, hour, length, longDay } from '../../shared/documents/french';
import { mentionInWords } from '../../shared/documents/mentionWords';
import type { RoomReportPage } from '../../shared/documents/roomReport';
import { type Said, said } from '../../shared/documents/told';
import { envelopeOf } from '../../shared/exam/scripts/packing';
import { roomText as text } from '../text/centre';
import styles from './RoomDesk.module.css';

/** What the report of one paper in one room says, in the order of the printed form. */
export function RoomReport({ model }: { readonly model: RoomReportPage }) {
  const { frame, paper, sitting, tally, closed } = model;
  const { zone } = frame;
  const closing = said(closed, ({ at, statedHash }) => text.closedAt(dayAndHour(at, zone), statedHash.slice(0, 16)));
  return (
    <article className={styles.report} aria-label={`${text.report}, ${paperName(paper)}`}>
      <header className={styles.title}>
        <h4>{paperName(paper)}</h4>
        <p>
          {text.report} · {longDay(sitting.day)}
        </p>
        <p className={closed.kind === 'told' ? styles.sealed : styles.draft}>
          {closed.kind === 'unknown' ? text.draft : text.closed(closing.text)}
        </p>
      </header>
      <Heading model={model} />
      <Kpis label={text.registered}>
        <Kpi value={tally.expected} label={text.registered} />
        <Kpi value={tally.present} label={text.present} />
        <Kpi value={tally.absent} label={text.absent} />
        {tally.unmarked > 0 && <Kpi value={tally.unmarked} label={text.unmarked} />}
        {tally.contested > 0 && <Kpi value={tally.contested} label={text.contested} urgent />}
      </Kpis>
      <People model={model} />
      <Observed model={model} />
      <Signed model={model} />
    </article>
  );
}

function Heading({ model }: { readonly model: RoomReportPage }) {
  const { paper, specialities, range, offTheList, held, team, noticeRead, scripts, sitting, frame } = model;
  const { zone } = frame;
  return (
    <dl className={styles.fields}>
      <Field name={text.diploma}>{[paper.diploma, ...specialities].join(' – ')}</Field>
      <Field name={text.range}>{range ? text.rangeOf(range.from, range.to) : text.noRange}</Field>
      {offTheList.length > 0 && <Field name={text.offTheList}>{offTheList.map(withTable).join(', ')}</Field>}
      <SaidField
        name={text.held}
        value={said(
          held,
          ({ from, to }) => text.heldFrom(exactHour(from, zone), exactHour(to, zone)),
          text.summoned(hour(sitting.start)),
        )}
      />
      <Field name={text.duration}>{length(paper.minutes)}</Field>
      <SaidField name={text.lead} value={said(team, ({ lead }) => lead, text.notNamed)} />
      <SaidField
        name={text.others}
        value={said(team, ({ others }) => others.join(', ') || text.noOther, text.notNamed)}
      />
      <Field name={text.notice}>{noticeRead ? text.yes : text.no}</Field>
      <SaidField
        name={text.scripts}
        value={said(
          scripts,
          (count) => {
            const { inside, blank, absent } = envelopeOf(count);
            return text.scriptsOf(inside, blank, absent);
          },
          text.toCount,
        )}
      />
    </dl>
  );
}

function People({ model: { absent, contested, exits, frame } }: { readonly model: RoomReportPage }) {
  return (
    <>
      <Section title={text.absentTitle} none={text.noAbsent} items={absent.map(withTable)} />
      {contested.length > 0 && (
        <Section
          title={text.contestedTitle}
          none=""
          urgent
          items={contested.map(
            (each) => `${withTable(each)}, ${text.versions(each.versions.map((one) => text.status[one]).join(' / '))}`,
          )}
        />
      )}
      <Section
        title={text.exits}
        none={text.noExit}
        items={exits.map((exit) => {
          const back = said(exit.returned, (at) => hourText(at, frame.zone), text.notBack);
          return `${withTable(exit)}, ${text.exit(exitReasonText[exit.reason], hourText(exit.at, frame.zone), back.text)}`;
        })}
      />
    </>
  );
}

function Observed({ model: { mentions, observations, incidents, frame } }: { readonly model: RoomReportPage }) {
  const written = said(observations, (each) => each);
  const lines = [...mentions.map((each) => mentionInWords(each, frame.zone).text), written.text].filter(
    (each) => each !== '',
  );
  return (
    <>
      <Section title={text.observations} none={text.noObservation} items={lines} />
      {incidents.length > 0 && (
        <section>
          <h5>{text.incidents}</h5>
          <Feed
            label={text.incidents}
            lines={incidents.map(({ at, category, candidates, text: told }, index) => ({
              id: String(index),
              lead: hourText(at, frame.zone),
              content: (
                <>
                  <b>{capital(incidentText[category])}</b> {[candidates.join(', '), told].filter(Boolean).join(' · ')}
                </>
              ),
            }))}
          />
        </section>
      )}
    </>
  );
}

function Signed({ model: { signatures, afterClosing, frame } }: { readonly model: RoomReportPage }) {
  return (
    <>
      {signatures.length > 0 && (
        <Section
          title={text.signatures}
          none=""
          items={signatures.map(({ name, lead, drawn }) => {
            const who = lead ? `${name} (${text.isLead})` : name;
            return `${who}\u202F: ${said(drawn, ({ at }) => text.signed(hourText(at, frame.zone)), text.unsigned).text}`;
          })}
        />
      )}
      {afterClosing.length > 0 && (
        <Section
          title={text.afterClosing}
          none=""
          urgent
          items={afterClosing.map(
            ({ kind, at, by }) => `${hourText(at, frame.zone)}\u202F: ${text.after(entryWords[kind] ?? kind, by)}`,
          )}
        />
      )}
    </>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SaidField({ name, value }: { readonly name: string; readonly value: Said }) {
  return (
    <Field name={name}>
      {value.contested ? <strong className={styles.contested}>{value.text}</strong> : value.text}
    </Field>
  );
}

function Section(props: {
  readonly title: string;
  readonly none: string;
  readonly items: readonly string[];
  readonly urgent?: boolean;
}) {
  const { title, none, items, urgent = false } = props;
  return (
    <section className={urgent ? styles.urgent : undefined}>
      <h5>{title}</h5>
      {items.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul>
          {[...new Set(items)].map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

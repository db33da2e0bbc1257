import type { Candidate } from '../../../shared/exam/people/kinds';
import { displayName } from '../../../shared/exam/people/names';
import type { ImportPlan } from '../../../shared/formats/plan';
import { Kpi, Kpis } from '../../parts/Kpi';
import { importText } from '../../text/importing';
import { changedFields } from '../../text/importPlan';
import { inFigures } from '../../text/preparation';
import type { ReadContent } from './content';
import styles from './Import.module.css';
import { OtherLists } from './OtherLists';
import { PreviewRows } from './PreviewRows';

/** What an import would write, before anything is written: counts, then each candidate behind them. */
export function ImportPreview({ read, plan }: { readonly read: ReadContent; readonly plan: ImportPlan }) {
  const { session, source } = read.content;
  const { added, changed, unchanged } = plan.candidates;
  const { gone } = plan;
  const nothing = plan.commands.length === 0;
  return (
    <section aria-label={importText.previewTitle} className={styles.preview}>
      <header className={styles.origin}>
        <h2>
          {session.centre.name} {session.centre.town && `(${session.centre.town})`}
        </h2>
        <p>{[session.name, source, read.editedAt && importText.editedAt(read.editedAt)].filter(Boolean).join(' · ')}</p>
      </header>
      {nothing ? (
        <p>
          <b>{importText.sameTitle}.</b> {importText.same}
        </p>
      ) : (
        <>
          <Kpis label={importText.previewTitle}>
            <Kpi value={inFigures(added.length)} label={importText.added(added.length)} />
            {(changed.length > 0 || gone.length > 0 || unchanged > 0) && (
              <>
                <Kpi value={inFigures(changed.length)} label={importText.changed(changed.length)} />
                <Kpi value={inFigures(gone.length)} label={importText.gone(gone.length)} />
                <Kpi value={inFigures(unchanged)} label={importText.unchanged(unchanged)} />
              </>
            )}
          </Kpis>
          <PreviewRows title={importText.details.added} rows={added.map((each) => row(each, detailOf(each)))} />
          <PreviewRows
            title={importText.details.changed}
            rows={changed.map(({ after, fields }) => row(after, changedFields(fields)))}
          />
          <PreviewRows
            title={importText.details.gone}
            note={importText.goneNote}
            rows={gone.map(({ candidate, presentAt, seatedOn }) =>
              row(candidate, importText.goneDetail(seatedOn.length, presentAt.length)),
            )}
          />
          <OtherLists plan={plan} />
        </>
      )}
      {plan.candidates.kept.length > 0 && (
        <PreviewRows
          title={importText.details.kept}
          note={importText.keptNote}
          rows={plan.candidates.kept.map(({ before, fields }) => row(before, changedFields(fields)))}
        />
      )}
      <PreviewRows
        title={importText.details.leftOut}
        note={importText.leftOutNote}
        rows={read.leftOut.map(({ file, line, number, name, state }) => ({
          id: `${file} ${line}`,
          name: `${name} (${number})`,
          detail: importText.leftOut(state, file, line),
        }))}
      />
    </section>
  );
}

function row(candidate: Candidate, detail: string) {
  return { id: candidate.id, name: displayName(candidate), detail };
}

function detailOf({ id, division, speciality }: Candidate): string {
  return [id, division, speciality].filter((part) => part !== null).join(' · ');
}

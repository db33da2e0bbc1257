import { useMemo } from 'react';
import type { Paper, Sitting } from '../../../shared/exam/papers/kinds';
import type { PaperId } from '../../../shared/kernel/ids';
import { LinkButton } from '../../parts/LinkButton';
import { type Column, Table } from '../../parts/Table';
import { useCentre } from '../../store/useDesk';
import { papersText, whomInWords } from '../../text/papers';
import { dayInWords, durationInWords, inFigures, paperForms } from '../../text/preparation';
import styles from './PapersPage.module.css';
import { registeredFor, specialityLabels } from './programme';

/** Every paper: whom it concerns, how long it lasts, and when it is sat. */
export function PaperTable(props: {
  readonly papers: readonly Paper[];
  readonly sittings: readonly Sitting[];
  onOpen(id: PaperId): void;
}) {
  const { papers, sittings, onOpen } = props;
  const state = useCentre((store) => store.state);
  const labels = useMemo(() => specialityLabels(state), [state]);
  const registered = useMemo(() => registeredFor(state, papers), [state, papers]);
  const columns: readonly Column<Paper>[] = [
    {
      id: 'title',
      head: papersText.columns.paper,
      names: true,
      cell: (paper) => (
        <LinkButton onPress={() => onOpen(paper.id)}>
          {paper.code} · {paper.title}
        </LinkButton>
      ),
    },
    { id: 'whom', head: papersText.columns.whom, cell: (paper) => whomInWords(paper, labels) },
    { id: 'form', head: papersText.paper.form, cell: (paper) => paperForms[paper.form] },
    { id: 'length', head: papersText.columns.length, cell: (paper) => durationInWords(paper.durationMinutes) },
    {
      id: 'count',
      head: papersText.columns.registered,
      align: 'end',
      cell: (paper) => {
        const count = registered.get(paper.id) ?? 0;
        return count > 0 ? inFigures(count) : <span className={styles.nobody}>▲ 0</span>;
      },
    },
    { id: 'when', head: papersText.columns.when, cell: when },
  ];
  return <Table caption={papersText.papers} showCaption columns={columns} rows={papers} idOf={(paper) => paper.id} />;

  function when(paper: Paper) {
    const at = sittings.filter((sitting) => sitting.papers.includes(paper.id));
    if (at.length === 0) return <span className={styles.nobody}>▲ {papersText.unscheduled}</span>;
    return at.map((sitting) => `${dayInWords(sitting.day)}, ${sitting.start}`).join(' ; ');
  }
}

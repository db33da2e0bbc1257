import { UserPlus, Users } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { byName } from '../../../shared/allocation/order';
import type { Registration } from '../../../shared/exam/people/kinds';
import { displayName } from '../../../shared/exam/people/names';
import { facts } from '../../../shared/exam/state';
import type { CandidateId } from '../../../shared/kernel/ids';
import { Button } from '../../parts/Button';
import { EmptyState } from '../../parts/EmptyState';
import { SearchField } from '../../parts/SearchField';
import { Select } from '../../parts/Select';
import { VirtualList } from '../../parts/VirtualList';
import { useCentre } from '../../store/useDesk';
import { candidatesText } from '../../text/candidates';
import { PageHead } from '../PageHead';
import { PageLink } from '../PageLink';
import { CandidateRow } from './CandidateRow';
import { CandidateSheet } from './CandidateSheet';
import styles from './CandidatesPage.module.css';
import { LateCandidateDialog } from './LateCandidateDialog';
import { matches } from './search';

type Filter = keyof typeof candidatesText.filters;

const keeps: Readonly<Record<Filter, (registration: Registration) => boolean>> = {
  all: ({ status }) => status === 'registered',
  accommodated: ({ status, candidate }) => status === 'registered' && candidate.accommodations.length > 0,
  gone: ({ status }) => status === 'gone',
};

/** Everyone registered, found by any part of name or number, and the sheet of each. */
export function CandidatesPage() {
  const state = useCentre((store) => store.state);
  const all = useMemo(
    () => [...facts(state, 'registrations', 'session').values()].sort((a, b) => byName(a.candidate, b.candidate)),
    [state],
  );
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed);
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, setChosen] = useState<CandidateId | null>(null);
  const [open, setOpen] = useState(false);
  const [adding, setAdding] = useState(false);
  const shown = useMemo(
    () => all.filter((each) => keeps[filter](each) && (wanted.trim() === '' || matches(each.candidate, wanted))),
    [all, filter, wanted],
  );
  const gone = all.filter(({ status }) => status === 'gone').length;
  const opened = open ? all.find(({ candidate }) => candidate.id === chosen) : undefined;
  const add = (
    <Button icon={UserPlus} onPress={() => setAdding(true)}>
      {candidatesText.add}
    </Button>
  );

  return (
    <>
      <PageHead
        title={candidatesText.title}
        lead={all.length > 0 ? candidatesText.lead(all.length - gone, gone) : null}
        actions={all.length > 0 ? add : null}
      />
      {all.length === 0 ? (
        <EmptyState
          icon={Users}
          title={candidatesText.emptyTitle}
          action={
            <div className={styles.choices}>
              <PageLink to="importer">{candidatesText.toImport}</PageLink>
              {add}
            </div>
          }
        >
          {candidatesText.empty}
        </EmptyState>
      ) : (
        <>
          <search className={styles.tools}>
            <SearchField label={candidatesText.search} value={typed} onChange={setTyped} />
            <Select<Filter>
              label={candidatesText.filter}
              value={filter}
              onChange={setFilter}
              options={[
                { value: 'all', label: candidatesText.filters.all },
                { value: 'accommodated', label: candidatesText.filters.accommodated },
                { value: 'gone', label: candidatesText.filters.gone },
              ]}
            />
            <p role="status" className={styles.count}>
              {candidatesText.shown(shown.length)}
            </p>
          </search>
          {shown.length === 0 ? (
            <p className={styles.none}>{candidatesText.noMatch}</p>
          ) : (
            <div className={styles.list}>
              <VirtualList
                label={candidatesText.list}
                rows={shown}
                rowHeight={48}
                idOf={({ candidate }) => candidate.id}
                draw={(registration) => <CandidateRow registration={registration} />}
                chosen={chosen}
                onChoose={({ candidate }) => setChosen(candidate.id)}
                onOpen={() => setOpen(true)}
              />
            </div>
          )}
        </>
      )}
      {opened && (
        <CandidateSheet
          key={opened.candidate.id}
          registration={opened}
          name={displayName(opened.candidate)}
          onClose={() => setOpen(false)}
        />
      )}
      {adding && <LateCandidateDialog onClose={() => setAdding(false)} />}
    </>
  );
}

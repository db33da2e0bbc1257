import { apply, writesOf } from '../../../shared/exam/apply';
import { type Aspect, reading } from '../../../shared/exam/state';
import { planted } from './planted';

export const plantedInFold = [
  planted('the last write wins', {
    apply: (state, statements) =>
      statements.reduce((before, statement) => {
        const heads = (writesOf(statement) ?? []).flatMap(({ aspect, scope, key }) => {
          const read = reading(before, aspect, scope, key);
          if (read.kind === 'unknown') return [];
          if (read.kind === 'known') return [read.by];
          return read.kind === 'corroborated' ? read.by : read.versions.map(({ id }) => id);
        });
        const others = heads.filter((id) => id !== statement.id);
        return apply(before, [{ ...statement, supersedes: [...statement.supersedes, ...others] }]);
      }, state),
  }),
  planted('what an entry supersedes is ignored', {
    apply: (state, statements) =>
      apply(
        state,
        statements.map((statement) => ({ ...statement, supersedes: [] })),
      ),
  }),
  planted('an undo is forgotten', {
    apply: (state, statements) =>
      apply(
        state,
        statements.filter(({ kind }) => kind !== 'entry.withdrawn'),
      ),
  }),
  planted('an entry of a later version is dropped', {
    apply: (state, statements) =>
      apply(
        state,
        statements.filter((statement) => writesOf(statement) !== null),
      ),
  }),
  planted('of two contradicting entries that came together, one is shown', {
    apply(state, statements) {
      const met = new Set<string>();
      const kept = statements.filter((statement) => {
        const subjects = (writesOf(statement) ?? []).map(({ aspect, scope, key }): string =>
          [aspect satisfies Aspect, scope, key].join(' '),
        );
        const repeated = subjects.some((subject) => met.has(subject));
        for (const subject of subjects) met.add(subject);
        return !repeated;
      });
      return apply(state, kept);
    },
  }),
];

import { type CentreCode, centreCode } from '../../shared/exchange/names';
import type { ListPlan } from '../../shared/formats/comparison';
import { type ImportContent, officialSpecialities } from '../../shared/formats/content';
import type { SourceFile } from '../../shared/formats/decodeText';
import { type ImportPlan, planImport } from '../../shared/formats/plan';
import type { DeviceId } from '../../shared/journal/launch';
import type { PersonId } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/ports';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Actor } from '../../shared/kernel/statement';
import { actorOf } from '../audit/trail';
import type { Database } from '../database/database';
import type { CentreJournals } from '../journal/centreJournals';
import type { CentreWriters } from '../journal/centreWriters';
import { readCentre } from '../journal/readCentre';
import { addCentre, type Centre, centreNamed, factsFor, type Session } from '../sessions/sessions';
import { type CentreImport, type FileFault, readFiles } from './importFiles';
import { type PublishingFault, publish, sayable, sessionPlan } from './publish';

export interface ImportingPorts {
  readonly database: Database;
  readonly journals: CentreJournals;
  readonly writers: CentreWriters;
  /** Headquarters' signing key. */
  readonly own: DeviceId;
  readonly clock: Clock;
}

/** Why files are not published: what is wrong in them, or that they are not of this session's centres. */
export type ImportRefusal =
  | FileFault
  | { readonly of: 'centre'; readonly centre: string; readonly fault: PublishingFault | OtherSession };
type OtherSession = { readonly kind: 'other-session'; readonly session: string } | { readonly kind: 'bad-centre-code' };

/** What files would change in a centre, or did, in figures. */
export interface Outline {
  readonly centre: CentreCode;
  readonly name: string;
  readonly source: string;
  readonly lists: Readonly<
    Record<(typeof lists)[number], { added: number; changed: number; kept: number; unchanged: number }>
  >;
  /** Candidates who are on the centre's list and no longer on the files', and how many of them were seen present. */
  readonly gone: number;
  readonly goneSeenPresent: number;
  readonly leftOut: number;
  /** How many entries say it; none when nothing is new. */
  readonly entries: number;
}

const lists = ['session', 'regulations', 'specialities', 'papers', 'sittings', 'rooms', 'staff', 'candidates'] as const;

interface Meant {
  readonly centre: Centre;
  readonly content: ImportContent;
  readonly leftOut: number;
}

/**
 * Imports what centres import, for centres of a session: previewed, then published. Every reason against it is looked for
 * in all of them before anything is said in one; what comes up only meanwhile leaves those that were told, and the same
 * files published again tell the others.
 */
export function importing({ database, journals, writers, own, clock }: ImportingPorts) {
  async function meant(session: Session, { content, leftOut }: CentreImport): Promise<Result<Meant, ImportRefusal>> {
    const found = content.session.centre;
    const code = centreCode.parse(found.code);
    if (!code.ok) return err({ of: 'centre', centre: found.code, fault: { kind: 'bad-centre-code' } });
    const known = await centreNamed(database, code.value);
    if (known && known.session !== session.id)
      return err({ of: 'centre', centre: code.value, fault: { kind: 'other-session', session: known.session } });
    if (content.session.year !== session.year) {
      const fault = { kind: 'other-year', found: content.session.year, expected: session.year } as const;
      return err({ of: 'centre', centre: code.value, fault });
    }
    if (content.says === 'all' && content.session.demonstration !== session.demonstration) {
      const kind = session.demonstration ? 'demonstration-here' : 'demonstration-file';
      return err({ of: 'centre', centre: code.value, fault: { kind } });
    }
    const centre = known ?? { centre: code.value, session: session.id, name: found.name, town: found.town };
    const facts = factsFor(session, centre, own, content.says === 'all' ? content.session : {});
    return ok({ centre, content: { ...content, session: facts }, leftOut: leftOut.length });
  }

  /** What files mean for their centres, or every reason why they cannot be published. */
  async function read(by: Actor, session: Session, files: readonly SourceFile[]) {
    const imports = await readFiles(files, async (centre) => {
      const code = centreCode.parse(centre);
      return code.ok ? officialSpecialities((await readCentre(journals.of(code.value), own)).state) : [];
    });
    if (!imports.ok) return imports;
    const found: { readonly meant: Meant; readonly plan: ImportPlan }[] = [];
    const refused: ImportRefusal[] = [];
    for (const each of imports.value) {
      const one = await meant(session, each);
      if (!one.ok) {
        refused.push(one.error);
        continue;
      }
      const { centre } = one.value.centre;
      const { state } = await readCentre(journals.of(centre), own);
      const said = sayable(planImport(one.value.content, state), state, by, clock.now());
      if (said.ok) found.push({ meant: one.value, plan: said.value });
      else refused.push({ of: 'centre', centre, fault: said.error });
    }
    return refused.length > 0 ? err(refused) : ok(found);
  }

  return {
    /** What publishing would change. */
    async preview(
      by: PersonId,
      session: Session,
      files: readonly SourceFile[],
    ): Promise<Result<readonly Outline[], readonly ImportRefusal[]>> {
      const found = await read(actorOf(by), session, files);
      return found.ok ? ok(found.value.map(({ meant: each, plan }) => outlined(each, plan))) : found;
    },
    /** Publishes what is new; the centres that were not known become centres of the session. */
    async publish(
      by: PersonId,
      session: Session,
      files: readonly SourceFile[],
    ): Promise<Result<readonly Outline[], readonly ImportRefusal[]>> {
      const found = await read(actorOf(by), session, files);
      if (!found.ok) return found;
      const outlines: Outline[] = [];
      for (const { meant: each } of found.value) {
        const { centre } = each.centre;
        await addCentre(database, each.centre);
        const publishing = { writer: writers.of(centre), journal: journals.of(centre), by: actorOf(by), clock, own };
        const said = await publish(publishing, (state) => planImport(each.content, state));
        if (!said.ok) return err([{ of: 'centre', centre, fault: said.error }]);
        outlines.push(outlined(each, said.value));
      }
      return ok(outlines);
    },
    /** Tells a centre which session it holds and who headquarters is. */
    async announce(by: PersonId, session: Session, centre: Centre): Promise<void> {
      const publishing = {
        writer: writers.of(centre.centre),
        journal: journals.of(centre.centre),
        by: actorOf(by),
        clock,
        own,
      };
      const facts = factsFor(session, centre, own);
      const said = await publish(publishing, (state) => sessionPlan(facts, state));
      if (!said.ok) throw new Error(`a session that cannot be told: ${said.error.kind}`);
    },
  };
}
export type Importing = ReturnType<typeof importing>;

function outlined({ centre, content, leftOut }: Meant, plan: ImportPlan): Outline {
  const counts = (of: (typeof lists)[number]) => countsOf<object>(plan[of]);
  return {
    centre: centre.centre,
    name: centre.name,
    source: content.source,
    lists: {
      session: counts('session'),
      regulations: counts('regulations'),
      specialities: counts('specialities'),
      papers: counts('papers'),
      sittings: counts('sittings'),
      rooms: counts('rooms'),
      staff: counts('staff'),
      candidates: counts('candidates'),
    },
    gone: plan.gone.length,
    goneSeenPresent: plan.gone.filter(({ presentAt }) => presentAt.length > 0).length,
    leftOut,
    entries: plan.commands.length,
  };
}

function countsOf<T>({ added, changed, kept, unchanged }: ListPlan<T>) {
  return { added: added.length, changed: changed.length, kept: kept.length, unchanged };
}

import type { Accommodation, Candidate } from '../../exam/people/kinds';
import type { Speciality } from '../../exam/session/kinds';
import { candidateId, type Day, day as dayKind } from '../../kernel/ids';
import type { Chance } from './chance';
import { drawName, type Names } from './names';
import { type Extent, type programmes, specialitiesOf } from './programme';

type Programme = (typeof programmes)[number];

/** Pupils per class, at most. */
const classSize = 24;
const lettersOfIne = 'ABCDEFGHJK';

/** Names that lists of this kind do hold and that programs tend to spoil; each is planted once. */
export const plantedNames = [
  { familyName: 'JANKAUSKAS', usageName: null, givenNames: 'Šarūnas' },
  { familyName: 'NGUYỄN', usageName: null, givenNames: 'Thị Hồng Ánh' },
  { familyName: 'WIŚNIEWSKI', usageName: null, givenNames: 'Łukasz' },
  { familyName: 'O’NEIL', usageName: null, givenNames: 'Maëlys' },
  { familyName: 'D’ALMEIDA-LEFÈVRE', usageName: null, givenNames: 'Jean-Noël' },
  { familyName: 'ÖZTÜRK', usageName: null, givenNames: 'Gülşah' },
  { familyName: 'ŒUVRARD', usageName: 'ŒUVRARD-NAÏT', givenNames: 'Loïc' },
  { familyName: 'LE', usageName: null, givenNames: 'An' },
  {
    familyName: 'DE LA ROCHEFORDIÈRE DE SAINT-CHRISTOPHE-DU-BOIS-JOLI',
    usageName: null,
    givenNames: 'Marie-Emmanuelle, Anne-Charlotte, Bérengère',
  },
  { familyName: 'RAKOTOMALALAHARINIVONIRINA', usageName: null, givenNames: 'Andriamihajasoa' },
  { familyName: 'MARTIN', usageName: null, givenNames: 'Camille' },
  { familyName: 'MARTIN', usageName: null, givenNames: 'Camille' },
] as const;

export function candidatesOf(
  groups: readonly { readonly programme: Programme; readonly extent: Extent; readonly count: number }[],
  first: Day,
  names: Names,
  chance: Chance,
): Candidate[] {
  const year = Number(first.slice(0, 4));
  const places = groups.flatMap((group) => placesOf(group.programme, group.extent, group.count));
  const planted = new Map(
    chance.shuffled(places.map((_, at) => at)).flatMap((at, order) => {
      const name = plantedNames[order];
      return name ? [[at, name] as const] : [];
    }),
  );
  const numbers = chance.shuffled(places.map((_, at) => 2_000_000_000 + at * 7919 + 1717));
  const measures = measuresOf(places.length, chance);
  return places.map(({ programme, speciality, division }, at) => ({
    id: candidateId.of(`${numbers[at]}`),
    registration: `002 Version ${chance.between(1, 4)}`,
    ...(planted.get(at) ?? drawnName(names, chance)),
    birthDate: birthDate(year, programme.ages, chance),
    division,
    category: programme.category,
    ine: `${chance.between(100_000_000, 999_999_999)}${ineLetter(chance)}${ineLetter(chance)}`,
    diploma: programme.diploma,
    speciality: speciality.code,
    teaching: chance.happens(0.04) ? 'Section européenne - Anglais' : null,
    accommodations: measures[at] ?? [],
  }));
}

function placesOf(programme: Programme, extent: Extent, count: number) {
  const specialities: readonly Speciality[] = specialitiesOf(programme, extent);
  const perSpeciality = Math.ceil(count / specialities.length);
  return Array.from({ length: count }, (_, at) => {
    const rank = at % specialities.length;
    const speciality = specialities[rank];
    const division = programme.specialities[rank]?.[2];
    if (!speciality || !division) throw new Error('a programme without speciality');
    const classes = Math.ceil(perSpeciality / classSize);
    const own = Math.floor(at / specialities.length) % classes;
    return { programme, speciality, division: classes === 1 ? division : `${division}${own + 1}` };
  });
}

function drawnName(names: Names, chance: Chance): Pick<Candidate, 'familyName' | 'usageName' | 'givenNames'> {
  const given = drawName(names.given, chance);
  return {
    familyName: drawName(names.family, chance),
    usageName: chance.happens(0.02) ? drawName(names.family, chance) : null,
    givenNames: chance.happens(0.15) ? `${given}, ${drawName(names.given, chance)}` : given,
  };
}

function birthDate(year: number, [youngest, oldest]: readonly [number, number], chance: Chance): Day {
  const born = year - chance.between(youngest, oldest);
  const month = `${chance.between(1, 12)}`.padStart(2, '0');
  return dayKind.of(`${born}-${month}-${`${chance.between(1, 28)}`.padStart(2, '0')}`);
}

function ineLetter(chance: Chance): string {
  return lettersOfIne.charAt(chance.between(0, lettersOfIne.length - 1));
}

/** One candidate in ten has measures: mostly a third more time; two in a hundred compose with a computer or a scribe. */
function measuresOf(count: number, chance: Chance): Accommodation[][] {
  const granted = Math.round(count * 0.1);
  const withAid = Math.round(count * 0.02);
  const lists = Array.from({ length: count }, (_, rank): Accommodation[] => {
    if (rank >= granted) return [];
    if (rank < withAid)
      return [{ kind: 'extraTime', minutesPerHour: 20 }, { kind: rank % 4 === 0 ? 'scribe' : 'computer' }];
    if (rank % 12 === 0) return [{ kind: 'careBreak' }];
    if (rank % 17 === 0) return [{ kind: 'extraTime', minutesPerHour: 20 }, { kind: 'enlargedSubject' }];
    if (rank % 19 === 0) return [{ kind: 'extraTime', minutesPerHour: 20 }, { kind: 'separateRoom' }];
    if (rank % 7 === 0) return [{ kind: 'extraTime', minutesPerHour: 20 }, { kind: 'careBreak' }];
    return [{ kind: 'extraTime', minutesPerHour: rank % 11 === 0 ? 15 : 20 }];
  });
  return chance.shuffled(lists);
}

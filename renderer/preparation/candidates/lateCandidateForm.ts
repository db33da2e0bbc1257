import { z } from 'zod';
import type { Candidate } from '../../../shared/exam/people/kinds';
import { displayName } from '../../../shared/exam/people/names';
import type { Speciality } from '../../../shared/exam/session/kinds';
import { type CandidateId, type Day, day } from '../../../shared/kernel/ids';
import { candidatesText } from '../../text/candidates';

const { faults } = candidatesText.late;

/** What a person types about a candidate who came late to the list. `today`: nobody is born later. */
export function lateCandidateForm(
  specialities: readonly Speciality[],
  known: ReadonlyMap<string, Candidate>,
  today: string,
) {
  return z.object({
    id: z
      .string()
      .trim()
      .regex(/^(\d{6,12})?$/, faults.id)
      .superRefine((typed, context) => {
        const other = known.get(typed);
        if (other) context.addIssue({ code: 'custom', message: faults.taken(displayName(other)) });
      }),
    familyName: z.string().trim().min(1, faults.familyName).max(80, faults.familyName),
    usageName: z.string().trim().max(80, faults.usageName),
    givenNames: z.string().trim().min(1, faults.givenNames).max(120, faults.givenNames),
    birthDate: z.string().transform((typed, context): Day => {
      const parsed = day.parse(typed);
      if (parsed.ok && typed >= '1900-01-01' && typed <= today) return parsed.value;
      context.addIssue({ code: 'custom', message: faults.birthDate });
      return z.NEVER;
    }),
    speciality: z
      .string()
      .nullable()
      .transform((typed, context): Speciality => {
        const found = specialities.find((each) => each.code === typed);
        if (found) return found;
        context.addIssue({ code: 'custom', message: faults.speciality });
        return z.NEVER;
      }),
    division: z.string().trim().max(20, faults.division),
  });
}

export type LateTyping = z.input<ReturnType<typeof lateCandidateForm>>;
export type LateTyped = z.output<ReturnType<typeof lateCandidateForm>>;

export const nothingTyped: LateTyping = {
  id: '',
  familyName: '',
  usageName: '',
  givenNames: '',
  birthDate: '',
  speciality: null,
  division: '',
};

export function candidateOf(id: CandidateId, typed: LateTyped): Candidate {
  const { familyName, usageName, givenNames, birthDate, speciality, division } = typed;
  return {
    id,
    registration: null,
    familyName,
    usageName: usageName === '' ? null : usageName,
    givenNames,
    birthDate,
    division: division === '' ? null : division,
    category: null,
    ine: null,
    diploma: speciality.diploma,
    speciality: speciality.code,
    teaching: null,
    accommodations: [],
  };
}

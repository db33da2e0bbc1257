import { z } from 'zod';
import { type Paper, paper } from '../../../shared/exam/papers/kinds';
import { diploma } from '../../../shared/exam/session/kinds';
import type { PaperId } from '../../../shared/kernel/ids';
import { papersText } from '../../text/papers';
import { typedInteger } from '../typedInteger';

const { faults } = papersText.paper;

/** What a person types about a paper; `others` are the papers there are already. */
export function paperForm(others: readonly Paper[]) {
  return z
    .object({
      diploma: diploma.nullable().transform((typed, context) => {
        if (typed) return typed;
        context.addIssue({ code: 'custom', message: faults.diploma });
        return z.NEVER;
      }),
      specialities: z.array(z.string()),
      code: z.string().trim().min(1, faults.code).max(20, faults.code),
      title: z.string().trim().min(1, faults.title).max(160, faults.title),
      form: paper.shape.form,
      durationMinutes: typedInteger(5, 720, faults.duration),
      coefficient: z.string().transform((typed, context) => {
        const hundredths = hundredthsOf(typed);
        if (hundredths !== null) return hundredths;
        context.addIssue({ code: 'custom', message: faults.coefficient });
        return z.NEVER;
      }),
      scale: typedInteger(1, 1000, faults.scale),
    })
    .refine((typed) => !others.some((other) => clashes(other, typed)), { path: ['code'], message: faults.codeTaken });
}

export type PaperTyping = z.input<ReturnType<typeof paperForm>>;
export type PaperTyped = z.output<ReturnType<typeof paperForm>>;

function clashes(other: Paper, typed: Pick<Paper, 'diploma' | 'code' | 'specialities'>): boolean {
  if (other.diploma !== typed.diploma || other.code !== typed.code) return false;
  if (other.specialities.length === 0 || typed.specialities.length === 0) return true;
  return other.specialities.some((code) => typed.specialities.includes(code));
}

/** `2,5` as 250 hundredths; null when it is no coefficient between 0 and 100. */
export function hundredthsOf(typed: string): number | null {
  const read = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (!read) return null;
  const hundredths = Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'));
  return hundredths <= 10_000 ? hundredths : null;
}

export function typingOf(of: Paper | null): PaperTyping {
  if (!of) {
    return {
      diploma: null,
      specialities: [],
      code: '',
      title: '',
      form: 'written',
      durationMinutes: 120,
      coefficient: '1',
      scale: 20,
    };
  }
  const { specialities, code, title, form, durationMinutes, scale } = of;
  const coefficient = String(of.coefficient / 100).replace('.', ',');
  return {
    diploma: of.diploma,
    specialities: [...specialities],
    code,
    title,
    form,
    durationMinutes,
    coefficient,
    scale,
  };
}

/** The paper as it is published; what the form does not show stays as it was. */
export function paperOf(id: PaperId, typed: PaperTyped, before: Paper | null): Paper {
  return { ...typed, id, optional: before?.optional ?? false, heldUntil: before?.heldUntil ?? null };
}

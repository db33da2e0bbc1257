import { z } from 'zod';
import type { Paper, Sitting } from '../../../shared/exam/papers/kinds';
import { day, paperId, type SittingId } from '../../../shared/kernel/ids';
import { papersText } from '../../text/papers';

const { faults } = papersText.sitting;

/** What a person types about a sitting; `others` are the sittings there are already. */
export function sittingForm(papers: readonly Paper[], others: readonly Sitting[]) {
  return z
    .object({
      day: z.string().refine((typed) => day.parse(typed).ok, faults.day),
      start: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, faults.start),
      papers: z.array(z.string()).min(1, faults.papers),
    })
    .superRefine((typed, context) => {
      if (others.some((other) => other.day === typed.day && other.start === typed.start)) {
        context.addIssue({ code: 'custom', path: ['start'], message: faults.taken });
      }
      const clash = clashAmong(papers.filter((paper) => typed.papers.includes(paper.id)));
      if (clash) {
        const message = faults.clash(clash[0].title, clash[1].title);
        context.addIssue({ code: 'custom', path: ['papers'], message });
      }
    })
    .transform((typed) => ({ ...typed, day: day.of(typed.day), papers: typed.papers.map((id) => paperId.of(id)) }));
}

export type SittingTyping = z.input<ReturnType<typeof sittingForm>>;
export type SittingTyped = z.output<ReturnType<typeof sittingForm>>;

/** Two papers that the same candidates would sit at the same moment, or null. */
export function clashAmong(papers: readonly Paper[]): readonly [Paper, Paper] | null {
  for (const [at, one] of papers.entries()) {
    const other = papers.slice(at + 1).find((each) => shareCandidates(one, each));
    if (other) return [one, other];
  }
  return null;
}

function shareCandidates(one: Paper, other: Paper): boolean {
  if (one.diploma !== other.diploma || one.optional || other.optional) return false;
  if (one.specialities.length === 0 || other.specialities.length === 0) return true;
  return one.specialities.some((code) => other.specialities.includes(code));
}

export function typingOf(of: Sitting | null, proposed: string): SittingTyping {
  if (!of) return { day: proposed, start: '09:00', papers: [] };
  return { day: of.day, start: of.start, papers: [...of.papers] };
}

export function sittingOf(id: SittingId, typed: SittingTyped): Sitting {
  return { ...typed, id };
}

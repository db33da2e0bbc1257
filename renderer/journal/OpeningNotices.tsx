import type { Notice } from '../text/opening';

/** What was repaired or is missing since the last start. */
export function OpeningNotices({ notices }: { readonly notices: readonly Notice[] }) {
  return (
    <section role="status" aria-live="polite">
      {notices.map(({ tone, text }) => (
        <p key={text} data-tone={tone}>
          {text}
        </p>
      ))}
    </section>
  );
}

import type { Awaiting } from '../../../shared/exam/rooms/awaiting';
import { EnvelopeCard } from './EnvelopeCard';
import { IdentityCard } from './IdentityCard';
import { IncidentCard } from './IncidentCard';
import { LatecomerCard } from './LatecomerCard';
import { SeatCard } from './SeatCard';
import { UnlistedCard } from './UnlistedCard';

/** One thing that awaits the head: what happened, the rule, and the two answers. */
export function MatterCard({ matter }: { readonly matter: Awaiting }) {
  switch (matter.kind) {
    case 'latecomer':
      return <LatecomerCard matter={matter} />;
    case 'identity':
      return <IdentityCard matter={matter} />;
    case 'unlisted':
      return <UnlistedCard matter={matter} />;
    case 'seat':
      return <SeatCard matter={matter} />;
    case 'envelope':
      return <EnvelopeCard matter={matter} />;
    case 'incident':
      return <IncidentCard matter={matter} />;
  }
}

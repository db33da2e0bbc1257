import type { ComponentType } from 'react';
import { hashOf, useRoute } from '../app/routes';
import { TabbedDesk } from '../parts/TabbedDesk';
import { exchangeText } from '../text/exchange';
import { ChangesPage } from './changes/ChangesPage';
import { useUnseenChanges } from './changes/useChanges';
import { ExchangePage } from './ExchangePage';
import { MessagesPage } from './messages/MessagesPage';
import { useUnreadMessages } from './messages/useMessages';
import { type HeadquartersPage, headquartersPage, headquartersPageIds } from './pages';

const screens: Readonly<Record<HeadquartersPage, ComponentType>> = {
  echanges: ExchangePage,
  messages: MessagesPage,
  changements: ChangesPage,
};

/** What the centre and headquarters tell each other: the exchange, its messages, what it changed. */
export function HeadquartersDesk() {
  const route = useRoute();
  const page = headquartersPage(route.path === 'siege' ? route.part : null);
  const waiting: Readonly<Record<HeadquartersPage, number>> = {
    echanges: 0,
    messages: useUnreadMessages().length,
    changements: useUnseenChanges().length,
  };
  const Screen = screens[page];
  const tabs = headquartersPageIds.map((id) => ({
    id,
    label: exchangeText.pages[id],
    href: hashOf({ path: 'siege', part: id }),
    waiting: waiting[id],
  }));
  return (
    <TabbedDesk label={exchangeText.tabs} tabs={tabs} at={page}>
      <Screen />
    </TabbedDesk>
  );
}

import type { ComponentType } from 'react';
import { hashOf, useRoute } from '../app/routes';
import { Tag } from '../parts/Tag';
import { exchangeText } from '../text/exchange';
import { ChangesPage } from './changes/ChangesPage';
import { useUnseenChanges } from './changes/useChanges';
import { ExchangePage } from './ExchangePage';
import styles from './HeadquartersDesk.module.css';
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
  return (
    <div className={styles.desk}>
      <nav aria-label={exchangeText.tabs} className={styles.pages}>
        {headquartersPageIds.map((id) => (
          <a key={id} href={hashOf({ path: 'siege', part: id })} aria-current={id === page ? 'page' : undefined}>
            {exchangeText.pages[id]}
            {waiting[id] > 0 && (
              <Tag tone="seal" bare>
                {waiting[id]}
              </Tag>
            )}
          </a>
        ))}
      </nav>
      <Screen />
    </div>
  );
}

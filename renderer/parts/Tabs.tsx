import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './Tabs.module.css';

export interface TabPage<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

/** Pages side by side; only the chosen one is drawn. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly pages: readonly TabPage<Id>[];
  readonly chosen: Id;
  onChoose(id: NoInfer<Id>): void;
}) {
  const { label, pages, chosen, onChoose } = props;
  return (
    <AriaTabs
      selectedKey={chosen}
      onSelectionChange={(key) => {
        const page = pages.find((each) => each.id === key);
        if (page) onChoose(page.id);
      }}
      className={styles.tabs ?? ''}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {pages.map((page) => (
          <Tab key={page.id} id={page.id} className={styles.tab ?? ''}>
            {page.label}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.id} id={page.id} className={styles.panel ?? ''}>
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

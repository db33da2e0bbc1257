import { I18nProvider } from 'react-aria-components';
import type { Actor } from '../../shared/kernel/statement';
import { ToastProvider } from '../parts/Toasts';
import type { CentreDesk } from '../store/centreStore';
import { DeskProvider } from '../store/useDesk';
import { Gate } from '../unlock/Gate';
import { type AppPorts, PortsProvider } from './ports';

/** The whole desk, over what the composition root made. `unlocked`: who acts on this machine already. */
export function App(props: { readonly ports: AppPorts; readonly desk: CentreDesk; readonly unlocked: Actor | null }) {
  return (
    <I18nProvider locale="fr-FR">
      <PortsProvider ports={props.ports}>
        <DeskProvider desk={props.desk}>
          <ToastProvider>
            <Gate unlocked={props.unlocked} />
          </ToastProvider>
        </DeskProvider>
      </PortsProvider>
    </I18nProvider>
  );
}

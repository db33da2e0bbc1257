import { I18nProvider } from 'react-aria-components';
import { ToastProvider } from '../parts/Toasts';
import { DeskProvider } from '../store/useDesk';
import { Gate } from '../unlock/Gate';
import { Notified } from './Notified';
import type { OpenCentre } from './openCentre';
import { type AppPorts, PortsProvider } from './ports';

/** The whole desk, over what the composition root made and the opening found. */
export function App({ ports, centre }: { readonly ports: AppPorts; readonly centre: OpenCentre }) {
  return (
    <I18nProvider locale="fr-FR">
      <PortsProvider ports={ports}>
        <DeskProvider desk={centre.desk}>
          <ToastProvider>
            <Notified notices={centre.notices}>
              <Gate unlocked={centre.unlocked} />
            </Notified>
          </ToastProvider>
        </DeskProvider>
      </PortsProvider>
    </I18nProvider>
  );
}

import { contextBridge, ipcRenderer } from 'electron';
import { DELIVERY_PORT } from '../shared/bridge/names';
import { eventChannel, eventsSwitch, methodChannel, methodsSwitch } from './bridge/channels';

/** The part of the page that the preload script may use. */
declare const window: {
  postMessage(message: string, targetOrigin: string, transfer: readonly object[]): void;
  readonly location: { readonly origin: string };
};

/** The names main gave this window: the preload script holds no list of its own, and none of the parsers. */
function names(prefix: string): readonly string[] {
  const given = process.argv.find((argument) => argument.startsWith(prefix));
  if (given === undefined) throw new Error(`the window was opened without ${prefix}`);
  return given.slice(prefix.length).split(',');
}

const ask = (method: string) => (input: unknown) => ipcRenderer.invoke(methodChannel(method), input);

const listen = (event: string) => (listener: (news: unknown) => void) => {
  const hear = (_event: unknown, news: unknown) => listener(news);
  ipcRenderer.on(eventChannel(event), hear);
  return () => {
    ipcRenderer.removeListener(eventChannel(event), hear);
  };
};

// A port cannot pass through the context bridge
ipcRenderer.on(DELIVERY_PORT, ({ ports }) => window.postMessage(DELIVERY_PORT, window.location.origin, ports));

contextBridge.exposeInMainWorld('cachet', {
  ...Object.fromEntries(names(methodsSwitch).map((method) => [method, ask(method)])),
  on: Object.fromEntries(names(eventsSwitch).map((event) => [event, listen(event)])),
});

import { contextBridge, ipcRenderer } from 'electron';
import { eventChannel, eventsSwitch, methodChannel, methodsSwitch } from './bridge/channels';

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

contextBridge.exposeInMainWorld('cachet', {
  ...Object.fromEntries(names(methodsSwitch).map((method) => [method, ask(method)])),
  on: Object.fromEntries(names(eventsSwitch).map((event) => [event, listen(event)])),
});

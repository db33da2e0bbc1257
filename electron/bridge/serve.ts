import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { type BridgeInput, type BridgeMethod, type BridgeOutput, bridgeParsers } from '../../shared/bridge/bridge';
import { methodNames } from '../../shared/bridge/names';
import { isDeskPage, origin } from '../origin';
import { methodChannel } from './channels';

/** Does what one method promises. Its input is parsed; `asker` is the window that asked. */
export type Handler<M extends BridgeMethod> = (
  input: BridgeInput<M>,
  asker: WebContents,
) => BridgeOutput<M> | Promise<BridgeOutput<M>>;

export type Handlers = { readonly [M in BridgeMethod]: Handler<M> };

export type Listener = (event: IpcMainInvokeEvent, raw: unknown) => Promise<unknown>;

/** The part of `ipcMain` that the gate needs. */
export interface Gate {
  handle(channel: string, listener: Listener): void;
}

/**
 * The one gate between windows and this process: every method of the bridge, and no other. A call is refused, by a rejection
 * that names the method, unless it comes from the main frame of the desk's page and its input parses.
 */
export function serveBridge(gate: Gate, handlers: Handlers): void {
  for (const method of methodNames) serve(gate, method, handlers);
}

function serve<M extends BridgeMethod>(gate: Gate, method: M, handlers: Handlers): void {
  const { input, output } = bridgeParsers[method];
  const handler: Handler<M> = handlers[method];
  gate.handle(methodChannel(method), async (event, raw) => {
    if (!comesFromDesk(event)) throw new Error(`${method}: refused, not asked by the desk's page`);
    const parsed = input.safeParse(raw);
    if (!parsed.success) throw new Error(`${method}: refused, ${parsed.error.message}`);
    return output.parse(await handler(parsed.data, event.sender));
  });
}

function comesFromDesk({ senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin && isDeskPage(senderFrame.url)
  );
}

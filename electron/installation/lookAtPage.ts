import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { App, WebContents } from 'electron';
import { z } from 'zod';
import type { PageFacts, Screen } from './report';

const facts = z.object({
  address: z.string(),
  title: z.string(),
  language: z.string(),
  policy: z.string(),
  secure: z.boolean(),
  isolated: z.boolean(),
  node: z.boolean(),
  persisted: z.boolean(),
});

const readFacts = `(async () => ({
  address: location.href,
  title: document.title,
  language: document.documentElement.lang,
  policy: (await fetch(location.href)).headers.get('content-security-policy') ?? '',
  secure: isSecureContext,
  isolated: crossOriginIsolated,
  node: ['require', 'process', 'module', 'Buffer'].some((name) => name in window),
  persisted: await navigator.storage.persist() && await navigator.storage.persisted(),
}))()`;

/** Asks a page how it is held. */
export async function lookAtPage(app: App, contents: WebContents): Promise<PageFacts> {
  const told = facts.parse(await contents.executeJavaScript(readFacts));
  return { ...told, sandboxed: await isSandboxed(app, contents) };
}

/** Linux's own word for it (a seccomp filter is on); elsewhere Electron's. */
async function isSandboxed(app: App, contents: WebContents): Promise<boolean> {
  const process_ = contents.getOSProcessId();
  if (process.platform === 'linux') return /^Seccomp:\s+2$/m.test(await readFile(`/proc/${process_}/status`, 'utf8'));
  return app.getAppMetrics().some(({ pid, sandboxed }) => pid === process_ && sandboxed === true);
}

const accessibleNodes = z.object({
  nodes: z.array(
    z.object({
      ignored: z.boolean(),
      role: z.object({ value: z.string() }).optional(),
      name: z.object({ value: z.string() }).optional(),
      properties: z
        .array(z.object({ name: z.string(), value: z.object({ value: z.unknown().optional() }) }))
        .optional(),
    }),
  ),
});

/** Reads the screens a page shows, as an assistive technology does, and presses keys in it. */
export function openReader(contents: WebContents) {
  contents.debugger.attach();

  async function screen(): Promise<Screen> {
    const { nodes } = accessibleNodes.parse(await contents.debugger.sendCommand('Accessibility.getFullAXTree'));
    const told = nodes.filter(({ ignored }) => !ignored);
    const named = (role: string) =>
      told.flatMap(({ role: is, name }) => (is?.value === role && name !== undefined ? [name.value] : []));
    const focused = told.find(
      ({ role, properties = [] }) =>
        role?.value !== 'RootWebArea' &&
        properties.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return { headings: named('heading'), buttons: named('button'), focused: focused?.name?.value ?? null };
  }

  return {
    /** The first screen that fits, or the last one seen when none does within `patience` ms. */
    async until(fits: (screen: Screen) => boolean, patience: number): Promise<Screen> {
      const end = performance.now() + patience;
      let seen = await screen();
      while (!fits(seen) && performance.now() < end) {
        await pause(50);
        seen = await screen();
      }
      return seen;
    },
    press(keyCode: 'Tab' | 'Enter'): void {
      contents.sendInputEvent({ type: 'keyDown', keyCode });
      if (keyCode === 'Enter') contents.sendInputEvent({ type: 'char', keyCode });
      contents.sendInputEvent({ type: 'keyUp', keyCode });
    },
    close: () => contents.debugger.detach(),
  };
}

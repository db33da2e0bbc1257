import type { Bridge } from '../shared/bridge/bridge';

declare global {
  interface Window {
    /** Put there by the preload script. */
    readonly cachet: Bridge;
    /** What Chromium asks before a string becomes markup, script or a script's address; TypeScript does not know it yet. */
    readonly trustedTypes: {
      createPolicy(
        name: string,
        rules: Readonly<Record<'createHTML' | 'createScript' | 'createScriptURL', (text: string) => string | null>>,
      ): unknown;
    };
  }
}

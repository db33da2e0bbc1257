import type { OpeningReport } from '../../shared/bridge/journal';

/** One screen, as an assistive technology would tell it. */
export interface Screen {
  readonly headings: readonly string[];
  readonly buttons: readonly string[];
  readonly focused: string | null;
}

/** What the page knows of how it is held. */
export interface PageFacts {
  readonly address: string;
  readonly title: string;
  readonly language: string;
  /** The content policy its own address is served with. */
  readonly policy: string;
  readonly secure: boolean;
  readonly isolated: boolean;
  /** Whether anything of Node can be reached. */
  readonly node: boolean;
  /** Whether the system has promised not to reclaim its storage. */
  readonly persisted: boolean;
  readonly sandboxed: boolean;
}

/** What a program sees of its own installation, on a profile that is empty and thrown away. Names nobody. */
export interface Installation {
  readonly name: string;
  readonly version: string;
  readonly packaged: boolean;
  readonly electron: string;
  readonly chromium: string;
  readonly platform: string;
  readonly arch: string;
  /** Null where Electron itself refuses a damaged program, which is not on Linux. */
  readonly files: { readonly checked: number; readonly damaged: readonly string[] } | null;
  readonly page: PageFacts;
  /** The first screen, then the one that its first choice leads to, chosen by keyboard. */
  readonly screens: readonly Screen[];
  readonly requestsRefused: number;
  readonly journal: OpeningReport;
}

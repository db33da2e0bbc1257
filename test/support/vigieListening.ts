import { changesEvent, snapshotEvent, type WatchedCentre, type WatchedMessage } from '../../shared/watch/live';
import type { VigieClient } from './vigieClient';

/** What a page hears of one node, read as it comes. */
export class Listening {
  readonly centres = new Map<string, WatchedCentre>();
  readonly contacts = new Map<string, number>();
  readonly messages = new Map<string, WatchedMessage>();
  lastId: string | null = null;
  private readonly ended = new AbortController();

  async open(client: VigieClient): Promise<this> {
    const response = await fetch(`${client.url}/vigie/api/watch`, {
      headers: { cookie: client.cookie ?? '', ...(this.lastId === null ? {} : { 'last-event-id': this.lastId }) },
      signal: this.ended.signal,
    });
    if (response.status !== 200) throw new Error(`the stream answered ${response.status}`);
    void this.read(response).catch(() => undefined); // it ends when the test does
    return this;
  }

  close(): void {
    this.ended.abort();
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        this.take(text.slice(0, end));
        text = text.slice(end + 2);
      }
    }
  }

  private take(event: string): void {
    const fields = new Map(
      event
        .split('\n')
        .map((line): [string, string] => [line.split(': ')[0] ?? '', line.slice(line.indexOf(': ') + 2)]),
    );
    const type = fields.get('event');
    if (type !== 'snapshot' && type !== 'changes') return;
    this.lastId = fields.get('id') ?? this.lastId;
    const { centres, contacts, messages } = (type === 'snapshot' ? snapshotEvent : changesEvent).parse(
      JSON.parse(fields.get('data') ?? ''),
    );
    for (const each of centres) this.centres.set(each.centre, each);
    for (const each of messages) this.messages.set(each.message, each);
    for (const [centre, at] of contacts) this.contacts.set(centre, at);
  }
}

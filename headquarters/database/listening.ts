import type { Client } from 'pg';

const pauseMs = 1_000;

/**
 * Listens on a connection of its own, made anew whenever it breaks: `heard` is then told an empty text, for what was
 * notified in between is lost. Throws when the first connection cannot be made.
 */
export async function listening(
  connect: () => Client,
  channel: string,
  heard: (payload: string) => void,
  lost: (error: Error) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let again: NodeJS.Timeout | null = null;
  let current = await begin();

  async function begin(): Promise<Client> {
    const client = connect();
    client.on('notification', ({ payload }) => heard(payload ?? ''));
    client.once('error', (error) => {
      lost(error);
      void client.end();
      later();
    });
    await client.connect();
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return client;
  }

  function later(): void {
    if (stopped || again) return;
    again = setTimeout(() => {
      again = null;
      begin().then(
        (client) => {
          if (stopped) return void client.end();
          current = client;
          heard('');
        },
        (error: unknown) => {
          if (error instanceof Error) lost(error);
          later();
        },
      );
    }, pauseMs);
  }

  return async () => {
    stopped = true;
    if (again) clearTimeout(again);
    await current.end();
  };
}

import { createServer } from 'node:net';
import { usualPort } from '../electron/relay/networkFile';

/**
 * Holds the port that relays try first while tests run, so that each desk that becomes a relay gets one of its own: a
 * machine that goes on trying a relay that is gone would find another test's there. A runner's set-up: what it returns is
 * called at the end.
 */
export default async function holdUsualPort(): Promise<() => void> {
  const server = createServer((comer) => comer.destroy());
  await new Promise<void>((resolve) => {
    server.once('listening', resolve).once('error', () => resolve()); // whoever has it holds it as well
    server.listen(usualPort);
  });
  return () => void server.close();
}

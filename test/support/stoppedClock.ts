import type { ElectronApplication } from '@playwright/test';

/** Main's monotonic clock stands still, so that a wait it has begun is as long as promised however late it is asked for. */
export async function stopClock(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const now = performance.now();
    Reflect.set(performance, 'now', () => now);
  });
}

/** Main's monotonic clock shows again what it would without `stopClock`. */
export async function releaseClock(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => Reflect.deleteProperty(performance, 'now'));
}

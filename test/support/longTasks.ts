import type { Page } from '@playwright/test';

/** The longest a task may keep the window from answering, in milliseconds. */
const patience = 50;

/** Counts the tasks of a window that lasted over 50 ms, scene by scene, as Chromium reports them. */
export class LongTasks {
  private constructor(private readonly page: Page) {}

  /** Reports what the page has done since it was loaded, and from now on. */
  static async of(page: Page): Promise<LongTasks> {
    await page.evaluate(() => {
      const tasks: number[] = [];
      Reflect.set(window, 'longTasks', tasks);
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    return new LongTasks(page);
  }

  /** Prints what the scene that ends here has cost, and begins the next one. */
  async scene(name: string): Promise<readonly number[]> {
    const tasks = await this.page.evaluate(async () => {
      // entries are delivered after the task they tell of, when the window is idle
      await new Promise((resolve) => requestIdleCallback(resolve));
      const found: number[] = Reflect.get(window, 'longTasks');
      return found.splice(0);
    });
    const over = tasks.filter((task) => task > patience).sort((a, b) => b - a);
    console.log(
      `${name}: ${over.length} tasks over ${patience} ms${over.length > 0 ? `, of ${over.map((task) => task.toFixed(0)).join(', ')} ms` : ''}`,
    );
    return over;
  }
}

import { launch, test } from '../support/launch';
import { laterApplication } from '../support/later/application';
test('x', async ({ profile }) => {
  test.setTimeout(300_000);
  const t = performance.now();
  const application = await laterApplication();
  console.log(application, performance.now() - t);
  const desk = await launch(profile, { application });
  console.log(await desk.page.evaluate(() => window.cachet.environment()), await desk.page.title());
  console.log(desk.complaints);
  await desk.app.close();
});

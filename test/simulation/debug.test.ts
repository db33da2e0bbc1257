import { test } from 'vitest';
import { history, shortened } from './history';
import { planOf } from './steps';
import { World } from './world';
import { play, heal } from './play';
import { cheapKeys } from './keys';
import { soundParts } from './parts';
test('debug', async () => {
  const seed = Number(process.env.SEED);
  const short = await shortened(await history(seed));
  console.log(short.words.join('\n'));
  const lines: string[] = [];
  const world = new World({ ...short.plan, clocksAgree: false, parts: soundParts, keys: cheapKeys, log: (l) => lines.push(l) });
  try {
    for (const step of short.plan.steps) { lines.push(JSON.stringify(step)); lines.push(await play(world, step));
      for (const m of world.machines) if (m.program) { lines.push(JSON.stringify(m.program.report)); for (const [s, k] of m.program.box.streams()) lines.push(`   ${m.name} ${s.slice(0,4)}${s.slice(44)} continues ${k.continues?.slice(0,6)} head ${k.head.seq} ${k.head.id.slice(0,6)}`); }
    }
    await heal(world);
  } catch (e) { lines.push(String(e)); }
      for (const m of world.machines) if (m.program) { lines.push(JSON.stringify(m.program.report)); for (const [s, k] of m.program.box.streams()) lines.push(`   ${m.name} ${s.slice(0,4)}${s.slice(44)} continues ${k.continues?.slice(0,6)} head ${k.head.seq} ${k.head.id.slice(0,6)}`); }
  console.log(lines.join('\n'));
}, 60000);

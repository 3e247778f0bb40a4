/** What the rehearsal bureau has made public beforehand (WD-2.1.2a): all of the ten but one, which is missing on purpose. */
import type { Services } from '../server/services.ts';
import { personId, unitName } from './cast.ts';
import { DEMO_AREA, demoId } from './demo-ids.ts';
import { NOTICES } from './notices.texts.ts';

/** Publishes those that are not there yet; `at` is ISO 8601 in China. */
export async function publishNotices({ registry, bureaus }: Services, at: string): Promise<void> {
  const bureau = await registry.bureau(DEMO_AREA);
  for (const { item, title, content, unit, reason } of NOTICES) {
    if (bureau?.notices[item] !== undefined) continue;
    await bureaus.publishNotice(DEMO_AREA, personId('gongshi'), demoId(`notice ${item}`), {
      item,
      title,
      content: [...content],
      unit: unitName(unit),
      effectiveOn: at.slice(0, 10),
      reason,
    });
  }
}

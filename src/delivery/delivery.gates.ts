/** Guards of delivery: the evidence each manner needs (程序规定 art. 82), and that publication was told (公示规定 art. 8). */
import { type Gates, lacks, on } from '../matter/attempt.ts';
import { isPublicationRequired } from '../publicity/channels.ts';

export const deliveryGates = {
  'delivery/evidence-missing': on('decision.delivered', ({ data }, { law, day }) => {
    const needed = law.value('delivery.evidence', day)[data.method];
    if (!needed) return false;
    const found = data.evidence ?? [];
    return (
      lacks(found, needed.all ?? []) ||
      (needed.any !== undefined && !needed.any.some((item) => found.includes(item)))
    );
  }),
  'delivery/publicity-not-told': on(
    'decision.delivered',
    ({ data }, { matter, law }) =>
      isPublicationRequired(matter, law) && data.publicityTold !== true,
  ),
} as const satisfies Gates;

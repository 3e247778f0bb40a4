/** After the decision: publication, performance, closing, archive. */
import type { Beat, Plot } from '../plot.ts';

export const checked: Beat = { act: 'publication.reviewed', after: 3, at: '09:30', who: 'checker' };

export function published(
  channel: 'WEB' | 'GSXT',
  after: number,
  form: 'both' | 'summary' = 'both',
): Beat {
  return {
    act: 'publication.published',
    label: `published.${channel}`,
    after,
    at: channel === 'WEB' ? '10:00' : '10:10',
    who: 'publisher',
    fields: { channel, form, unit: '{unit}', masked: true },
  };
}

/** Organisations appear on the national system too, natural persons only on the bureau's own site. */
export const publication: Plot = [checked, published('WEB', 1), published('GSXT', 0)];
export const ownSite: Plot = [checked, published('WEB', 1)];

export const performed: Beat = {
  act: 'performance.recorded',
  after: 3,
  at: '11:00',
  who: 'o1',
  fields: { what: 'fine', complete: true, note: '{performanceNote}' },
};

export const closed: Beat = {
  act: 'case.closed',
  after: 3,
  at: '15:10',
  who: 'approver',
  asked: { by: 'o1', at: '10:00' },
};

export const archived: Beat = { act: 'file.archived', after: 5, at: '15:00', who: 'archivist' };

export const AFTERMATH: Plot = [...publication, performed, closed, archived];

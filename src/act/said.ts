/**
 * What an act says as far as the constraints of the database ask (`acts.act.said`): the fields named here, under the
 * names they are sealed with. The function `acts.said` of migration 0002 takes the same from the stored values; a row
 * that says anything else is refused. Pure.
 *
 *     {"by":["0191…"],"data.flags":["complex"],"happened":"2024-08-05T09:30:00+08:00","pack":"9f86…","recorded-by":"0191…"}
 */
import { isJsonObject, type Json, type JsonObject } from '../ledger/canonical-json.ts';
import type { NewAct } from './act.ts';
import { dataField } from './fields.ts';

/** By type of act, the members of its data that decide about a review, or about what people may do. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'matter.begun': ['procedure', 'flags', 'party'],
  'subject.flagged': ['flags'],
  'handlers.assigned': ['handlers'],
  'investigation.concluded': ['penalty'],
  'notice.served': ['penalty'],
  'review.requested': ['kind', 'draft'],
  'review.concluded': ['opinion', 'items'],
  'decision.made': ['outcome', 'penalty', 'draft', 'number'],
  'reviewer.listed': ['lawLicence', 'firstReviewOn', 'from', 'until'],
  'certificate.issued': ['number', 'from', 'until'],
  'certificate.revoked': ['number', 'on'],
};

/** What `act` says as far as constraints ask; of a party only its kind. */
export function saidBy(
  act: Pick<NewAct, 'type' | 'happened' | 'by' | 'recordedBy' | 'pack' | 'data'>,
): JsonObject {
  const said: Record<string, Json> = {
    happened: act.happened,
    by: [...act.by],
    'recorded-by': act.recordedBy,
    pack: act.pack,
  };
  for (const key of ASKED[act.type] ?? []) {
    const value = act.data[key];
    if (value !== undefined) said[dataField(key)] = key === 'party' ? kindOf(value) : value;
  }
  return said;
}

function kindOf(party: Json): Json {
  return isJsonObject(party) ? (party['kind'] ?? null) : null;
}

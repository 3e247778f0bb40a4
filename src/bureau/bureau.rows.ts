/** The rows of a bureau's own stream. */
import type { RecordedAct } from '../act/act.ts';
import { bytesOfHex, type Row, row, table } from '../act/row.ts';
import { type Bureau, bureauData, isBureauActCode } from './bureau.ts';

export const BUREAU = table('facts.bureau', 'fact', ['bureau_id'], {
  bureau_id: 'text',
  stream_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  name: 'text',
  short_name: 'text',
  pack: 'text',
  rehearsal: 'boolean',
});

export const RULE_PACK = table('facts.rule_pack', 'fact', ['bureau_id', 'pack_hash'], {
  bureau_id: 'text',
  pack_hash: 'bytea',
  stream_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  review_scope: 'text',
  review_list: 'jsonb',
  review_items: 'text[]',
  review_items_penalty: 'text[]',
  licence_for: 'text',
  licence_since: 'date',
  summary_natural: 'bigint',
  summary_organisation: 'bigint',
});

export const UNIT = table('facts.unit', 'fact', ['bureau_id', 'unit_id'], {
  bureau_id: 'text',
  unit_id: 'uuid',
  stream_id: 'uuid',
  seq: 'integer',
  act_type: 'text',
  name: 'text',
  kind: 'text',
  functions: 'text[]',
});

export const PUBLISHED_BUREAU = table('published.bureau', 'fact', ['bureau_id'], {
  bureau_id: 'text',
  stream_id: 'uuid',
  seq: 'integer',
  name: 'text',
  short_name: 'text',
  superior: 'text',
  government: 'text',
  justice: 'text',
  court: 'text',
  pack: 'text',
  rehearsal: 'boolean',
});

export const PUBLISHED_NOTICE = table(
  'published.notice',
  'fact',
  ['bureau_id', 'item', 'version'],
  {
    bureau_id: 'text',
    item: 'text',
    version: 'integer',
    stream_id: 'uuid',
    seq: 'integer',
    title: 'text',
    content: 'jsonb',
    unit: 'text',
    effective_on: 'date',
    reason: 'text',
  },
);

/** The fact rows `act` adds. */
export function bureauRows(bureau: string, act: RecordedAct, after: Bureau): Row[] {
  const { type } = act;
  const place = { bureau_id: bureau, stream_id: act.stream.id, seq: act.seq };
  const head = { ...place, act_type: type };
  if (!isBureauActCode(type)) return [];
  switch (type) {
    case 'bureau.founded': {
      const { pack, rehearsal, profile } = bureauData(act, type);
      const { name, shortName, superior, government, justice, court } = profile;
      return [
        row(BUREAU, { ...head, name, short_name: shortName, pack, rehearsal }),
        row(PUBLISHED_BUREAU, {
          ...place,
          name,
          short_name: shortName,
          superior,
          government,
          justice,
          court,
          pack,
          rehearsal,
        }),
      ];
    }
    case 'bureau.amended':
      return [];
    case 'rules.adopted': {
      const { hash, scope, list, items, penaltyItems, licenceFor, licenceSince, ...limits } =
        bureauData(act, type);
      return [
        row(RULE_PACK, {
          ...head,
          pack_hash: bytesOfHex(hash),
          review_scope: scope,
          review_list: list,
          review_items: items,
          review_items_penalty: penaltyItems,
          licence_for: licenceFor,
          licence_since: licenceSince,
          summary_natural: limits.summaryNatural,
          summary_organisation: limits.summaryOrganisation,
        }),
      ];
    }
    case 'unit.opened': {
      const { unit, name, kind, functions } = bureauData(act, type);
      return [row(UNIT, { ...head, unit_id: unit, name, kind, functions })];
    }
    case 'notice.published': {
      const { item, title, content, unit, effectiveOn, reason } = bureauData(act, type);
      return [
        row(PUBLISHED_NOTICE, {
          ...place,
          item,
          version: after.notices[item] ?? 1,
          title,
          content,
          unit,
          effective_on: effectiveOn,
          reason,
        }),
      ];
    }
  }
}

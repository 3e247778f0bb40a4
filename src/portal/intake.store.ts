/** Keeping what citizens hand in. The portal writes requests and cannot read one back. */
import { createHash } from 'node:crypto';
import type { Database } from '../platform/db/pool.ts';
import { type RequestForm, requestIdentity } from './intake.ts';

/** Keeps `form`, once however often it is sent, and returns its receipt: the request's id. */
export async function keepRequest(
  db: Pick<Database, 'query'>,
  bureau: string,
  form: RequestForm,
): Promise<string> {
  const receipt = receiptOf(bureau, form);
  await db.query('portal', null, {
    name: 'portal-keep-request',
    text: `insert into intake.request (bureau_id, request_id, kind, entry_id, field, name, contact, content)
      values ($1, $2, $3, nullif($4, ''), nullif($5, ''), $6, $7, $8) on conflict do nothing`,
    values: [
      bureau,
      receipt,
      form.kind,
      form.entry,
      form.field,
      form.name,
      form.contact,
      form.content,
    ],
  });
  return receipt;
}

/** A UUID of version 8 (RFC 9562 §5.8) made from the content: the same form has the same. */
function receiptOf(bureau: string, form: RequestForm): string {
  const hex = createHash('sha256').update(requestIdentity(bureau, form)).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

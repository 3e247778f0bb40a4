/** What people were typing, kept on the server so that a reload or another computer has it; and their common phrases. */
import { Type } from 'typebox';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { exact, opt, uuid } from '../http/shapes.ts';
import type { Database } from '../platform/db/pool.ts';

const key = Type.String({ pattern: '^[A-Za-z0-9:._-]{1,120}$' });

export function draftRoutes(db: Database, now: () => Date): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/drafts/:key',
      access: STAFF,
      summary: 'A draft of this person; null when there is none.',
      params: Type.Object({ key }),
      answer: 'Draft',
      async handle({ session, params }) {
        const [row] = await db.query<{ content: Record<string, unknown>; saved_at: Date }>(
          'desk',
          session.bureau,
          {
            text: 'select content, saved_at from work.draft where bureau_id = $1 and account_id = $2 and draft_key = $3',
            values: [session.bureau, session.person.id, params.key],
          },
        );
        return {
          draft: row ? { content: row.content, savedAt: row.saved_at.toISOString() } : null,
        };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/drafts/:key',
      access: STAFF,
      summary: 'Keep a draft.',
      params: Type.Object({ key }),
      body: Type.Object({ content: Type.Record(Type.String(), Type.Unknown()) }, exact),
      answer: 'DraftSaved',
      async handle({ session, params, body }) {
        const savedAt = now().toISOString();
        await db.query('desk', session.bureau, {
          text: `insert into work.draft (bureau_id, account_id, draft_key, content, saved_at) values ($1, $2, $3, $4, $5)
            on conflict (bureau_id, account_id, draft_key) do update set content = excluded.content, saved_at = excluded.saved_at`,
          values: [
            session.bureau,
            session.person.id,
            params.key,
            JSON.stringify(body.content),
            savedAt,
          ],
        });
        return { savedAt };
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/drafts/:key',
      access: STAFF,
      summary: 'Throw a draft away.',
      params: Type.Object({ key }),
      async handle({ session, params }) {
        await db.query('desk', session.bureau, {
          text: 'delete from work.draft where bureau_id = $1 and account_id = $2 and draft_key = $3',
          values: [session.bureau, session.person.id, params.key],
        });
      },
    }),
    route({
      method: 'GET',
      path: '/api/phrases',
      access: STAFF,
      summary: 'Common phrases of this person and of the bureau, for one field or all.',
      query: Type.Object({ field: opt(Type.String({ maxLength: 100 })) }, exact),
      answer: 'Phrases',
      async handle({ session, query }) {
        const phrases = await db.query<{
          id: string;
          field: string;
          content: string;
          own: boolean;
        }>('desk', session.bureau, {
          text: `select phrase_id as id, field, content, account_id is not null as own from work.phrase
            where bureau_id = $1 and (account_id is null or account_id = $2) and ($3::text is null or field = $3) order by own desc, content`,
          values: [session.bureau, session.person.id, query.field ?? null],
        });
        return { phrases };
      },
    }),
    route({
      method: 'POST',
      path: '/api/phrases',
      access: STAFF,
      summary: 'Keep a phrase of one’s own for a field.',
      body: Type.Object(
        {
          id: uuid,
          field: Type.String({ minLength: 1, maxLength: 100 }),
          content: Type.String({ minLength: 1, maxLength: 2000 }),
        },
        exact,
      ),
      async handle({ session, body }) {
        const values = [session.bureau, body.id, session.person.id, body.field, body.content];
        await db.query('desk', session.bureau, {
          text: 'insert into work.phrase (bureau_id, phrase_id, account_id, field, content) values ($1, $2, $3, $4, $5) on conflict (bureau_id, phrase_id) do nothing',
          values,
        });
        const same = await db.query('desk', session.bureau, {
          text: 'select from work.phrase where bureau_id = $1 and phrase_id = $2 and account_id = $3 and field = $4 and content = $5',
          values,
        });
        if (same.length === 0) throw new HttpProblem('command/reused');
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/phrases/:id',
      access: STAFF,
      summary: 'Throw one of one’s own phrases away.',
      params: Type.Object({ id: uuid }),
      async handle({ session, params }) {
        await db.query('desk', session.bureau, {
          text: 'delete from work.phrase where bureau_id = $1 and phrase_id = $2 and account_id = $3',
          values: [session.bureau, params.id, session.person.id],
        });
      },
    }),
  ];
}

/** A row in every table of a bureau, so that none goes untried. */
import type { Client } from 'pg';
import { actOf, decision, sayOtherwise } from './bend.ts';
import { unlawful } from './oracle.ts';
import { planner } from './plans.ts';
import { type Cells, hash, insertion, type Row, uuid } from './rows.ts';
import { type Story, tell } from './story.ts';
import type { Place, World } from './world.ts';

/** Plays a reviewed matter in `place` and puts a row into each table it leaves empty. */
export async function fill(world: World, place: Place): Promise<void> {
  const { ordinary, round, decided, BIG } = planner(place);
  const story = tell(
    place,
    ordinary(
      BIG,
      { type: 'exhibit.added' },
      ...round('legal'),
      decided,
      { type: 'publication.published' },
      { type: 'publication.withdrawn' },
    ),
  );
  number(story);
  const outcome = await world.play(story.steps);
  const found = await unlawful(world.admin, story.matter);
  if (outcome !== 'accepted' || found.length > 0) throw new Error(JSON.stringify([outcome, found]));
  await world.admin.query(insertion(others(place, story)));
}

const PRINTED = { year: 2024, serial: 1, number: '泉鲤市监处罚〔2024〕1号' };
const NUMBER = { ...PRINTED, word: '处罚' };

/** Gives the decision its number. */
function number(story: Story): void {
  const act = actOf(story, 'decision.made');
  const { bureau_id, matter_id, seq } = decision(story);
  sayOtherwise(story, act, { 'data.number': NUMBER.number });
  Object.assign(decision(story), { number: NUMBER.number });
  story.steps.at(-1)?.rows.push({
    table: 'facts.document_number',
    cells: { bureau_id, ...NUMBER, prev_serial: null, matter_id, seq },
  });
}

/** Every table of ours that has a bureau, with the bureaus that have a row in it. */
export async function tenanted(admin: Client): Promise<{ name: string; bureaus: string[] }[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'bureau_id'
     where n.nspname !~ '^pg_' and c.relkind in ('r', 'p', 'v', 'm') order by 1`,
  );
  const found: { name: string; bureaus: string[] }[] = [];
  for (const { name } of rows) {
    const bureaus = await admin.query<{ id: string }>(
      `select distinct bureau_id as id from ${name} order by 1`,
    );
    found.push({ name, bureaus: bureaus.rows.map(({ id }) => id) });
  }
  return found;
}

function others(place: Place, story: Story): Row[] {
  const { matter } = story;
  const { officer } = place.cast;
  const bureau = { bureau_id: place.id };
  const act = { ...bureau, matter_id: matter, seq: 1 };
  const ofBureau = { ...bureau, stream_id: place.stream.id, seq: 1 };
  const day = '2024-09-26';
  const moment = '2024-09-26T15:00:00+08:00';
  const gathered = actOf(story, 'evidence.recorded');
  const entry = { ...bureau, entry_id: 'penalty-2024-1', version: 1 };
  const row = (table: string, cells: Cells): Row => ({ table, cells });
  return [
    row('facts.document', {
      ...act,
      ordinal: 1,
      form: 'case-source',
      form_number: 1,
      title: '案件来源登记表',
      number: null,
      values_hash: hash('values'),
      template_hash: hash('template'),
      pdf_sha256: hash('pdf'),
      pdf_sm3: hash('pdf'),
      pages: 1,
    }),
    row('facts.exhibit', {
      ...act,
      exhibit_id: uuid(1),
      seq: actOf(story, 'exhibit.added')['seq'],
      act_type: 'exhibit.added',
      name: '现场照片',
      media_type: 'image/jpeg',
      size: 1,
      sha256: hash('photo'),
      sm3: hash('photo'),
      derived_from: null,
    }),
    row('facts.field_officer', {
      ...act,
      seq: gathered['seq'],
      act_type: 'evidence.recorded',
      said: gathered['said'],
      officer_id: officer.id,
      certificate: officer.certificate,
      valid_from: '2023-01-01',
      valid_until: '2028-12-31',
      day: '2024-09-09',
    }),
    ...work(place, matter, day, moment),
    row('published.bureau', {
      ...ofBureau,
      name: '局',
      short_name: '局',
      superior: '市局',
      government: '区政府',
      justice: '区司法局',
      court: '区法院',
      pack: 'licheng',
      rehearsal: true,
    }),
    row('published.entry', {
      ...entry,
      ...PRINTED,
      matter_id: matter,
      seq: actOf(story, 'publication.published')['seq'],
      decision_seq: decision(story)['seq'],
      channel: 'WEB',
      form: 'both',
      kind: 'penalty',
      title: '处罚决定',
      party: '公司',
      party_kind: 'legal',
      party_code: null,
      violation: '经营超过保质期的食品',
      penalty: '罚款',
      unit: null,
      decided_on: decision(story)['decided_on'],
      published_on: day,
      due_on: null,
      summary: [],
      body: [],
      withheld: [],
      search_text: '处罚',
    }),
    row('published.withdrawal', {
      ...entry,
      matter_id: matter,
      seq: actOf(story, 'publication.withdrawn')['seq'],
      withdrawn_on: day,
      reason: '撤销',
      basis: '《行政处罚法》第四十八条',
    }),
    row('published.slot', {
      ...bureau,
      ...NUMBER,
      decided_on: decision(story)['decided_on'],
      due_on: day,
      required: true,
    }),
    row('published.proof', {
      ...entry,
      file: '\\x00',
      log_index: 0,
      tree_size: 1,
      commitment: '\\x00',
    }),
    row('published.page', {
      ...bureau,
      path: '/',
      body: '\\x00',
      etag: 'e',
      media_type: 'text/html',
      made_at: moment,
    }),
    row('published.notice', {
      ...ofBureau,
      item: 'subject',
      version: 1,
      title: '执法主体',
      content: [],
      unit: '法规股',
      effective_on: day,
      reason: '首次公开',
    }),
    row('intake.request', {
      ...bureau,
      request_id: uuid(2),
      kind: 'complaint',
      name: '某某',
      contact: '12345',
      content: '内容',
      received_at: moment,
    }),
    row('ledger.queue', { ...ofBureau, enqueued_at: moment }),
    row('ledger.leaf', {
      ...ofBureau,
      idx: 0,
      entry: '\\x00',
      leaf_hash: hash('leaf'),
      leaf_sm3: hash('leaf'),
    }),
    row('ledger.checkpoint', {
      ...bureau,
      size: 1,
      root: hash('root'),
      root_sm3: hash('root'),
      note: '\\x00',
      note_sm3: '\\x00',
      signed_at: moment,
    }),
    row('auth.credential', {
      ...bureau,
      account_id: officer.id,
      login: 'officer',
      password_hash: '$argon2id$',
      totp_last_step: 0,
      must_change: false,
      failures: 0,
    }),
    row('auth.session', {
      ...bureau,
      token_hash: hash('token'),
      account_id: officer.id,
      created_at: moment,
      seen_at: moment,
      expires_at: moment,
      device: 'phone',
    }),
  ];
}

function work(place: Place, matter: string, day: string, moment: string): Row[] {
  const { officer } = place.cast;
  const bureau = { bureau_id: place.id };
  const row = (table: string, cells: Cells): Row => ({ table, cells: { ...bureau, ...cells } });
  return [
    row('work.person', {
      person_id: officer.id,
      name: '陈志雄',
      unit_id: place.unit,
      post: '执法人员',
      roles: ['officer'],
      duties: [],
      law_licence: false,
      active: true,
    }),
    row('work.matter', {
      matter_id: matter,
      procedure: 'penalty.ordinary',
      subject: '案由',
      party_name: '公司',
      unit_id: place.unit,
      handlers: [officer.id],
      stage: 'decision',
      state: 'open',
      begun_on: day,
      last_seq: 1,
      last_at: moment,
    }),
    row('work.clock', {
      matter_id: matter,
      clock_id: 'decision',
      name: 'decision',
      term: '办案期限',
      kind: 'duty',
      unit: 'day',
      length: 90,
      open: 'no',
    }),
    row('work.task', {
      matter_id: matter,
      task_key: 'decide',
      kind: 'act',
      act: 'decision.made',
      roles: ['head'],
      assignees: [],
      unit_id: place.unit,
    }),
    row('work.draft', { account_id: officer.id, draft_key: 'd', content: {}, saved_at: moment }),
    row('work.outbox', { job_id: uuid(4), task: 'publish', job_key: null, payload: {} }),
    row('work.phrase', {
      phrase_id: uuid(3),
      account_id: null,
      field: 'facts',
      content: '经查',
    }),
  ];
}

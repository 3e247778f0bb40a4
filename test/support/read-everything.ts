/** Asks every address of the API for something that is there, once each, as somebody who may. */
import { uuidv7 } from './desk.ts';
import { sample } from './food-case.ts';
import { httpCase, uploaded } from './http-case.ts';
import { done, PASSWORD, type Staffed } from './staffed.ts';

/** What there is to ask about. */
export interface Found {
  readonly matter: string;
  readonly exhibit: string;
  readonly party: string;
  readonly clock: string;
  /** Position of an act with a document. */
  readonly document: number;
}

/** Another matter, for what the whole case has no need of: marks, a request refused, a number voided, a derived file. */
export async function workAside(staffed: Staffed, party: object, media: string): Promise<void> {
  const { as, ids } = staffed;
  const file = httpCase(staffed);
  const matter = `/api/matters/${file.matter}`;
  const command = (at: string) => ({ id: uuidv7(), at });
  await file.begin(
    'officer1',
    { subject: '经营超过保质期的食品', party, handlers: [ids['officer1'], ids['officer2']] },
    'source.registered',
    '2024-08-05T09:30:00+08:00',
    {
      documents: {
        'case-source': sample('case-source', { registrar: staffed.named('officer1') }),
      },
    },
  );
  await done(as.officer1, 'POST', `${matter}/flags`, {
    ...command('2024-08-05T10:00:00+08:00'),
    flags: ['complex'],
    reason: '涉及多个法律关系',
  });
  const { seq } = await done(as.unithead, 'POST', `${matter}/requests/case.opened`, {
    ...command('2024-08-06T10:00:00+08:00'),
    documents: { 'case-opening': sample('case-opening') },
  });
  await done(as.head, 'POST', `${matter}/requests/${String(seq)}/refusal`, {
    ...command('2024-08-06T11:00:00+08:00'),
    reason: '先核实举报内容。',
  });
  const photo = await file.exhibit('officer1', media, '2024-08-06T15:00:00+08:00', 2);
  const cut = await uploaded(`${staffed.server.address}/api/uploads`, as.officer1.cookie(), media);
  await done(as.officer1, 'POST', `${matter}/exhibits/${photo}/derived`, {
    ...command('2024-08-06T16:00:00+08:00'),
    exhibit: uuidv7(),
    upload: cut,
    recipe: '局部放大',
  });
  const { acts } = await file.view('unithead');
  const numbered = Array.isArray(acts)
    ? acts.flatMap((act) => act.documents).find((one) => one.number !== null)
    : null;
  await done(as.unithead, 'POST', `${matter}/documents/void`, {
    ...command('2024-08-06T17:00:00+08:00'),
    of: numbered.seq,
    number: numbered.number,
    reason: '重复登记',
  });
}

/** Every address that only reads, and those that change nothing about a matter. */
export async function readEverything({ as, ids, units }: Staffed, found: Found): Promise<void> {
  const { head, officer1, publisher, sysadmin, secadmin, auditadmin } = as;
  const matter = `/api/matters/${found.matter}`;
  for (const path of [
    '/api/setup',
    '/api/session',
    '/api/sessions',
    '/api/people',
    '/api/people?format=xlsx',
    '/api/units',
    '/api/units?format=xlsx',
    '/api/sessions?format=xlsx',
    '/api/notices?format=xlsx',
    '/api/law?format=xlsx',
    '/api/procedures?format=xlsx',
    '/api/queue?of=review&format=xlsx',
    '/api/notices',
    '/api/law?on=2024-09-26',
    '/api/law/publish.limit.penalty?on=2024-09-26',
    '/api/procedures',
    '/api/queue?scope=unit',
    '/api/queue?format=xlsx',
    '/api/queue/done',
    '/api/matters?text=超市',
    '/api/matters?format=xlsx',
    matter,
    `${matter}/clocks/${encodeURIComponent(found.clock)}`,
    `${matter}/review-findings`,
    `${matter}/archive`,
    `${matter}/archive?format=xlsx`,
    `${matter}/archive/file.pdf`,
    `${matter}/exhibits`,
    `${matter}/exhibits/${found.exhibit}`,
    `${matter}/exhibits/${found.exhibit}/thumbnail`,
    `${matter}/documents/${found.document}/1`,
    `${matter}/documents/${found.document}/1?values=1`,
    '/api/parties',
    `/api/parties/${encodeURIComponent(found.party)}`,
    '/api/decisions',
    '/api/review-coverage',
    '/api/requests',
    '/api/drafts/nothing',
    '/api/phrases',
  ])
    await done(head, 'GET', path);
  await done(auditadmin, 'GET', '/api/audit?kind=matter');
  await done(officer1, 'GET', '/api/procedures/penalty.ordinary/first-form');

  await done(officer1, 'POST', '/api/names/check', { text: '杨㛃' });
  await done(officer1, 'POST', `${matter}/documents/preview`, { code: 'case-source', values: {} });
  await done(publisher, 'POST', `${matter}/publication`, { channel: 'GSXT', form: 'both' });
  await done(publisher, 'POST', '/api/notices', {
    id: uuidv7(),
    item: 'remedies',
    title: '救济渠道',
    content: ['对处罚决定不服的，可以自收到决定书之日起六十日内申请行政复议。'],
    unit: '法规股',
    effectiveOn: '2024-01-01',
    reason: '首次公布',
  });
  await done(officer1, 'PUT', '/api/drafts/note', { content: { text: '写到一半' } });
  await done(officer1, 'GET', '/api/drafts/note');
  await done(officer1, 'DELETE', '/api/drafts/note');
  const phrase = uuidv7();
  await done(officer1, 'POST', '/api/phrases', { id: phrase, field: 'facts', content: '经查，' });
  await done(officer1, 'GET', '/api/phrases?field=facts');
  await done(officer1, 'DELETE', `/api/phrases/${phrase}`);

  const { person } = await done(sysadmin, 'POST', '/api/people', {
    name: '来一周',
    unit: units.food,
    post: '科员',
  });
  const id = String(Reflect.get(Object(person), 'id'));
  await done(sysadmin, 'POST', `/api/people/${id}/acts/account.opened`, { login: 'newcomer' });
  await done(sysadmin, 'POST', `/api/people/${id}/password`);
  await done(secadmin, 'DELETE', `/api/people/${ids['assistant']}/code`);
  await done(sysadmin, 'POST', '/api/units', {
    name: '城东所',
    kind: 'station',
    functions: ['enforcement'],
  });
  await done(as.chair, 'PUT', '/api/session/password', {
    current: PASSWORD,
    next: 'Battery-staple-8',
  });
  await done(as.chair, 'DELETE', '/api/session');
}

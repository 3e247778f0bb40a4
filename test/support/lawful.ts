/** One lawful case in each procedure, accepted from first act to last by every bureau; the start of tests that vary it. */
import { Script, type Data, type Setting, type Step } from './script.ts';

const certificate = { number: '1', from: '2019-01-01', until: '2030-12-31' };
const officer = { roles: ['officer'], certificate, trained: '2018-12-01' };

/** o1–o3 officers, `as` assistant, `rv` qualified and `cr` unqualified reviewer, `ch` chair, `u1` unit head, `h1` head of the bureau. */
export const PEOPLE: Readonly<Record<string, Data>> = {
  o1: officer,
  o2: officer,
  o3: officer,
  as: { roles: ['assistant'] },
  rv: { roles: ['reviewer'], lawLicence: true, firstReviewOn: '2022-01-01', trained: '2021-12-01' },
  cr: {
    roles: ['reviewer'],
    lawLicence: false,
    firstReviewOn: '2022-01-01',
    trained: '2021-12-01',
  },
  ch: { roles: ['chair'] },
  u1: { roles: ['unit-head'] },
  h1: { roles: ['head'] },
  pb: { roles: ['publisher'] },
  ar: { roles: ['archivist'] },
};

export const COMPANY = { kind: 'legal', name: '晨禾生鲜超市有限公司', code: '91140900XK3T7Q8A7G' };
export const CITIZEN = { kind: 'natural', name: '欧阳文远', surname: '欧阳' };
export const TRADER = { kind: 'individual-business', name: '顺达烟酒商行' };

export const ITEMS = [
  'jurisdiction',
  'party',
  'facts',
  'nature',
  'basis',
  'procedure',
  'disposition',
  'subject',
  'authority',
  'documents',
  'crime',
];
export const CONTENTS = ['facts', 'reasons', 'basis', 'penalty', 'statement-right'];
export const REPORT = ['party', 'process', 'facts', 'nature', 'disposition', 'discretion'];
export const MATERIALS = ['report', 'evidence', 'draft'];
/** What the summary of a decision says. */
export const FIELDS = [
  'number',
  'authority',
  'party',
  'category',
  'conclusion',
  'date',
  'violation',
  'penalty',
];

type Line = readonly [at: string, act: string, data?: Data, by?: readonly string[]];

function script(setting: Partial<Setting> & { procedure: string }, lines: readonly Line[]): Script {
  const steps: Step[] = lines.map(([at, act, data = {}, by = ['u1']]) => ({ at, act, by, data }));
  return new Script(
    { bureau: 'national', pack: {}, party: COMPANY, flags: [], people: PEOPLE, ...setting },
    steps,
  );
}

const both = ['o1', 'o2'];

/** A legal review of `draft` that agrees, from request to opinion. */
function reviewed(on: string, draft = 'v1', outcome?: string): Line[] {
  const request = { kind: 'legal', materials: MATERIALS, draft };
  return [
    [`${on} 09:00`, 'review.requested', outcome === undefined ? request : { ...request, outcome }],
    [`${on} 09:30`, 'review.accepted', {}, ['rv']],
    [`${on} 16:00`, 'review.concluded', { opinion: 'agree', items: ITEMS }, ['rv']],
  ];
}

function published(on: string, ...channels: string[]): Line[] {
  const data = { form: 'both', fields: FIELDS, draft: 'v1', unit: '食品股', masked: true };
  return [
    [`${on} 09:00`, 'publication.reviewed', { result: 'pass', contains: [] }, ['u1', 'pb']],
    ...channels.map(
      (channel): Line => [`${on} 10:00`, 'publication.published', { channel, ...data }, ['pb']],
    ),
  ];
}

const decision = {
  outcome: 'penalty',
  draft: 'v1',
  number: '忻市监处罚〔2025〕31号',
  approvedBy: 'h1',
  reasons: ['evidence', 'basis', 'discretion'],
  remedy: { path: 'either', body: 'government' },
  partyPresent: true,
};

/** Registration, inspection, opening, investigation. March 2025 has no holiday. */
function investigated(proposed: Data): Line[] {
  return [
    ['2025-03-03 09:00', 'source.registered', { kind: 'complaint' }, ['o1']],
    ['2025-03-04 10:00', 'identity.shown', {}, both],
    [
      '2025-03-04 10:05',
      'premises.inspected',
      { partyPresent: true, partySigned: true, rightsTold: true },
      both,
    ],
    ['2025-03-04 11:00', 'record.av.skipped', { of: 3, reason: '笔录逐页签字' }, ['o1']],
    [
      '2025-03-06 09:00',
      'case.opened',
      { approvedBy: 'h1', conditions: ['evidence', 'punishable', 'jurisdiction', 'in-time'] },
    ],
    ['2025-03-06 10:00', 'handlers.assigned', { handlers: both }],
    ['2025-03-06 11:00', 'rectification.ordered', { deadline: '2025-03-13' }, both],
    ['2025-03-10 17:00', 'investigation.concluded', { report: REPORT, penalty: proposed }, both],
    ...reviewed('2025-03-11'),
    ['2025-03-12 09:00', 'proposal.approved', { approvedBy: 'h1' }],
  ];
}

/** Delivery, publication, payment, closing, archive, from 31 March 2025 for a case with a hearing. */
function carriedOut(on: string, publishedOn: string, done: string): Line[] {
  return [
    [`${on} 10:00`, 'identity.shown', {}, both],
    [`${on} 10:10`, 'decision.delivered', { method: 'direct', publicityTold: true }, both],
    ...published(publishedOn, 'WEB', 'GSXT'),
    [`${done} 10:00`, 'performance.recorded', { what: 'fine', complete: true }, ['o1']],
    [`${done} 11:00`, 'case.closed', { ground: 'executed', approvedBy: 'h1' }],
    [`${done} 15:00`, 'file.archived', {}, ['ar']],
  ];
}

/** 普通程序: a fine of 50,000 yuan on a company, no hearing; the statement period ends on 20 March. */
export function penalty(): Script {
  const fine = { fine: 5_000_000 };
  return script({ procedure: 'penalty.ordinary', asOf: '2025-03-31 18:00' }, [
    ...investigated(fine),
    ['2025-03-13 10:00', 'notice.served', { method: 'direct', penalty: fine, contents: CONTENTS }],
    ['2025-03-21 09:00', 'decision.made', { ...decision, penalty: fine }],
    ...carriedOut('2025-03-21', '2025-03-24', '2025-03-27'),
  ]);
}

/** 普通程序 with statement, hearing, second review and discussion: a fine of 200,000 yuan on a company. */
export function contested(): Script {
  const fine = { fine: 20_000_000 };
  return script({ procedure: 'penalty.ordinary', asOf: '2025-04-30 18:00' }, [
    ...investigated(fine),
    [
      '2025-03-13 10:00',
      'notice.served',
      { method: 'direct', penalty: fine, contents: [...CONTENTS, 'hearing-right'] },
    ],
    ['2025-03-14 09:00', 'statement.heard', {}, both],
    ['2025-03-14 10:00', 'hearing.requested', {}, ['party']],
    ['2025-03-17 10:00', 'hearing.notified', { on: '2025-03-26', chair: 'ch' }],
    ['2025-03-26 09:30', 'hearing.held', { chair: 'ch' }, ['ch']],
    ['2025-03-26 14:00', 'record.av.skipped', { of: 17, reason: '笔录逐页签字' }, ['o1']],
    ['2025-03-27 09:00', 'statement.reviewed', { adopted: false, reasons: '无新证据' }, both],
    ...reviewed('2025-03-28', 'v1'),
    ['2025-03-28 17:00', 'discussion.held', { conclusion: '罚款二十万元' }, ['h1']],
    ['2025-03-31 09:00', 'decision.made', { ...decision, penalty: fine }],
    ...carriedOut('2025-03-31', '2025-04-02', '2025-04-08'),
  ]);
}

/** 简易程序: a fine of 500 yuan on the spot. */
export function summary(): Script {
  return script({ procedure: 'penalty.summary', asOf: '2025-03-31 18:00' }, [
    ['2025-03-04 10:00', 'identity.shown', {}, both],
    ['2025-03-04 10:05', 'evidence.recorded', { kind: 'document' }, both],
    [
      '2025-03-04 10:20',
      'decision.made',
      {
        outcome: 'penalty',
        penalty: { fine: 50_000 },
        number: '忻市监当罚〔2025〕12号',
        told: CONTENTS,
        statementHeard: true,
        remedy: { path: 'reconsideration-first', body: 'government' },
      },
      both,
    ],
    ['2025-03-04 10:25', 'decision.delivered', { method: 'direct' }, both],
    ['2025-03-06 10:00', 'performance.recorded', { what: 'fine', complete: true }, ['o1']],
    ['2025-03-07 10:00', 'file.archived', {}, ['ar']],
  ]);
}

/** 行政强制: goods seized for 30 days, then released; reviewed beforehand, as one bureau demands of every decision. */
export function seizure(): Script {
  return script({ procedure: 'compulsion.seizure', asOf: '2025-04-30 18:00' }, [
    ['2025-03-03 09:00', 'source.registered', { kind: 'report' }, ['o1']],
    ...reviewed('2025-03-03'),
    ['2025-03-04 10:00', 'identity.shown', {}, both],
    [
      '2025-03-04 10:05',
      'seizure.ordered',
      {
        measure: 'seal',
        authority: '特种设备安全法第六十一条',
        approvedBy: 'h1',
        days: 30,
        papers: ['decision', 'list'],
        rightsTold: true,
        objects: [{ name: '叉车', related: true }],
      },
      both,
    ],
    ['2025-03-04 11:00', 'record.av.made', { id: 'av1', of: 6 }, ['o2']],
    ['2025-03-05 09:00', 'record.av.stored', { id: 'av1' }, ['o2']],
    ...published('2025-03-06', 'WEB'),
    ['2025-03-28 10:00', 'seizure.lifted', { of: 6 }, both],
    ['2025-03-28 11:00', 'record.av.skipped', { of: 11, reason: '清单逐件签收' }, ['o1']],
    ['2025-03-31 10:00', 'case.closed', { ground: 'measure-ended', approvedBy: 'h1' }],
    ['2025-03-31 15:00', 'file.archived', {}, ['ar']],
  ]);
}

/** 双随机抽查: drawn, notified, inspected, published. */
export function inspection(): Script {
  return script(
    {
      procedure: 'inspection.random',
      asOf: '2025-03-31 18:00',
      lists: { inspectionItems: ['JL-03 加油机计量检查'], frequencyCap: 2 },
    },
    [
      [
        '2025-03-03 09:00',
        'inspection.approved',
        { item: 'JL-03 加油机计量检查', doneThisYear: 1, approvedBy: 'h1' },
      ],
      ['2025-03-03 10:00', 'inspection.drawn', { method: 'random', officers: both }],
      ['2025-03-04 09:00', 'inspection.notified', { contents: '依据、主体、权利' }, both],
      ['2025-03-04 10:00', 'identity.shown', {}, both],
      [
        '2025-03-04 10:05',
        'premises.inspected',
        { partyPresent: true, partySigned: true, finding: 'none' },
        both,
      ],
      ['2025-03-04 11:00', 'record.av.skipped', { of: 5, reason: '笔录逐页签字' }, ['o1']],
      ['2025-03-05 10:00', 'inspection.completed'],
      ...published('2025-03-06', 'WEB', 'GSXT'),
      ['2025-03-07 15:00', 'file.archived', {}, ['ar']],
    ],
  );
}

/** The services a party applies for. */
function service(procedure: string, outcome: string, ...channels: string[]): Script {
  return script({ procedure, asOf: '2025-03-31 18:00' }, [
    ['2025-03-03 09:00', 'application.received', { complete: true }],
    ['2025-03-03 10:00', 'application.accepted'],
    ...reviewed('2025-03-04', 'v1', outcome),
    [
      '2025-03-05 10:00',
      'decision.made',
      { outcome, draft: 'v1', approvedBy: 'h1', reasons: ['evidence', 'basis', 'discretion'] },
    ],
    ['2025-03-06 10:00', 'decision.delivered', { method: 'mail', evidence: ['receipt'] }],
    ...published('2025-03-07', ...channels),
    ['2025-03-10 15:00', 'file.archived', {}, ['ar']],
  ]);
}

export const licence = (): Script => service('licence', 'granted', 'WEB', 'GSXT');
export const confirmation = (): Script => service('confirmation', 'confirmed', 'WEB');
export const adjudication = (): Script => service('adjudication', 'ruled', 'WEB');

/** One script a procedure, by its name. */
export const LAWFUL: Readonly<Record<string, () => Script>> = {
  penalty,
  contested,
  summary,
  seizure,
  inspection,
  licence,
  confirmation,
  adjudication,
};

/** A penalty on the spot over HTTP: a fine of 200元 for goods without price tags, decided within the hour. */
import { sample } from './food-case.ts';
import type { HttpCase, Said } from './http-case.ts';
import { uuidv7 } from './uuid.ts';

export const STALL = {
  kind: 'natural',
  name: '陈建芳',
  surname: '陈',
  idKind: 'citizen',
  idNumber: '350502199001010018',
  gender: 'female',
  birth: '1990-01-01',
  address: '福建省泉州市鲤城区示例路1号101室',
  phone: '139-0000-0002',
};

const BOTH = ['officer1', 'officer2'] as const;
/** All of it happens on this day of 2024. */
export const at = (time: string): string => `2024-09-26T${time}:00+08:00`;
export const DECIDED = at('15:45');

/** The paper of the decision, made out at {@link DECIDED}. */
export const summaryDecision = (more: object = {}) =>
  sample('summary-decision', {
    'occurred-at': at('15:10'),
    'made-at': DECIDED,
    'payment-bank': '示例银行支行，6200000000000000117',
    penalties: [{ kind: 'fine', amount: 20_000 }],
    ...more,
  });

/** Everything before the decision. */
export async function playToSpot(file: HttpCase): Promise<void> {
  const shown: Said = { by: BOTH, fields: { to: '陈建芳', uniform: 'worn' } };
  await file.begin(
    'officer1',
    { procedure: 'penalty.summary', subject: '未明码标价', party: STALL },
    'identity.shown',
    at('15:00'),
    shown,
  );
  await file.act('officer1', 'evidence.recorded', at('15:20'), {
    by: BOTH,
    fields: { kind: 'document' },
    documents: { 'evidence-extract': sample('evidence-extract') },
  });
}

/** The body of the decision, as the two officers send it. */
export function decisionBody(ids: Readonly<Record<string, string>>, more: object = {}) {
  return {
    id: uuidv7(),
    at: DECIDED,
    by: BOTH.map((who) => ids[who] ?? ''),
    fields: {},
    documents: { 'summary-decision': summaryDecision(more) },
  };
}

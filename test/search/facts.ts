/** Parts of a history that can still matter to what may be done and to what the law makes of it. */
import type { PlainDate } from '../../src/calendar/plain-date.ts';
import { type Data, type Past, reviewsOf, tookPart } from './past.ts';
import type { Fact } from './search.ts';

/** Which of these acts were done. */
export const done =
  (...codes: readonly string[]): Fact =>
  (past) =>
    codes.map((code) => past.has(code));

/** How often. */
export const times =
  (...codes: readonly string[]): Fact =>
  (past) =>
    codes.map((code) => past.all(code).length);

const unique = (list: readonly string[]) => [...new Set(list)].sort();

/** Days since the last act of that code. */
function age(past: Past, day: PlainDate, code: string): number | null {
  const act = past.last(code);
  return act ? Math.round((Date.parse(day) - Date.parse(act.at.day)) / 86_400_000) : null;
}
/** The same, for each of these; days beyond the last time limit are all the same. */
export const ages =
  (...codes: readonly string[]): Fact =>
  (past, day) =>
    codes.map((code) => Math.min(age(past, day, code) ?? -1, 400));
/** Whether the last act of that code is more than sixty days old. */
export const age60 =
  (code: string): Fact =>
  (past, day) =>
    (age(past, day, code) ?? 0) > 60;
/** Who handles the case and gathered its evidence; what the party was shown today and told at all. */
export const fieldwork: Fact = (past, day) => [
  past.said('handlers.assigned')['handlers'],
  [...tookPart(past)].sort(),
  unique(
    past
      .all('identity.shown')
      .filter(({ at }) => at.day === day)
      .map(({ by }) => by.join()),
  ),
  past.has('premises.inspected', 'evidence.recorded'),
  past.hasSince(0, 'premises.inspected', told) || past.hasSince(0, 'evidence.recorded', told),
];
const told = (data: Data) => data['rightsTold'] === true;

export const participants: Fact = (past) => [...tookPart(past)].sort();

/** Which of the ways for time to go by were taken. */
export const waited: Fact = (past) =>
  unique(past.all('rectification.ordered').map(({ data }) => String(Object(data).note)));

/** Acts whose paper is missing. */
export const unwritten: Fact = (past) =>
  past.acts
    .filter(
      ({ n, data }) =>
        data.doc === false && !past.hasSince(0, 'record.text.added', (d) => d['of'] === n),
    )
    .map(({ code }) => code);

/** What is asked for and open of the reviews; the last opinion of any kind, and of a legal review. */
export const reviews: Fact = (past) => {
  const rounds = reviewsOf(past);
  const last = rounds.at(-1);
  const opinions = rounds.filter(({ opinion }) => opinion);
  const legal = opinions.findLast(({ kind }) => kind === 'legal');
  const given = opinions.at(-1);
  const held = past.at('hearing.held');
  return [
    last && !last.opinion && [last.kind, last.draft, last.materials, last.accepted],
    past.said('review.requested')['outcome'],
    given && [given.kind, given.opinion?.agrees],
    legal && [legal.draft, legal.opinion?.agrees, (legal.opinion?.n ?? 0) > held],
    past.has('disagreement.raised'),
  ];
};

/** What the party was notified of, whether it was heard or gave its rights up since, and what waits. */
export const notice: Fact = (past, day) => {
  const at = past.at('notice.served');
  const since = (code: string) => past.at(code) > at;
  const gaveUp = (right: string) =>
    past.hasSince(at, 'statement.waived', (data) => JSON.stringify(data['rights']).includes(right));
  return [
    past.has('proposal.approved'),
    past.said('notice.served')['penalty'],
    at > 0 && age(past, day, 'notice.served') === 0,
    [since('statement.heard'), since('hearing.held'), gaveUp('statement'), gaveUp('hearing')],
    past.at('statement.heard') > past.at('statement.reviewed'),
    past.has('statement.heard', 'hearing.held'),
  ];
};

/** Whether a hearing was asked for, called, held, given up; whether it was discussed since. */
export const hearing: Fact = (past, day) => {
  const asked = past.all('hearing.requested').findLast(({ n }) => n > past.at('notice.served'))?.n;
  const held = past.at('hearing.held');
  const notified = past.last('hearing.notified');
  return [
    past.has('hearing.requested'),
    asked !== undefined && [
      held > asked,
      past.hasSince(asked, 'statement.waived', (data) =>
        JSON.stringify(data['rights']).includes('hearing'),
      ),
    ],
    notified && notified.at.day === day,
    held > 0,
    past.at('discussion.held') > held,
  ];
};

export const crime: Fact = (past) => [
  past.has('crime.reported'),
  past.said('transfer.ordered')['approve'],
];

/** What is preserved and seized: whether it could not wait, was approved since, was prolonged, has ended, and is old. */
export const measures: Fact = (past, day) =>
  ['preservation.ordered', 'seizure.ordered'].map((code) => {
    const measure = past.last(code);
    if (!measure) return null;
    const since = (other: string) =>
      past.hasSince(measure.n, other, (data) => data['of'] === measure.n);
    return [
      'urgent' in measure.data && measure.data.urgent,
      [
        'approval.given',
        'preservation.resolved',
        'seizure.extended',
        'seizure.lifted',
        'seizure.disposed',
      ].map(since),
      (age(past, day, code) ?? 0) > 60,
    ];
  });

/** Stops of time: since how many days each runs or ran, and how many days since the case was opened. */
export const stops: Fact = (past, day) => [
  past.acts
    .filter(({ code }) => code.startsWith('time.'))
    .map(({ code, at, data }) => [
      code,
      'ground' in data && data.ground,
      Date.parse(day) - Date.parse(at.day),
    ]),
  age(past, day, 'case.opened'),
  past.all('decision.extended').length,
];

/** What was found in the text, whether others consented, what stands public, what is asked to be corrected. */
export const publicity: Fact = (past) => [
  past.said('publication.reviewed'),
  unique(past.all('publication.withheld').map(({ data }) => String(Object(data).ground))),
  past.has('publication.withheld', 'publication.reviewed'),
  past.has('publication.consented'),
  ['WEB', 'GSXT'].map((channel) => {
    const published = past
      .all('publication.published')
      .findLast(({ data }) => 'channel' in data && data.channel === channel);
    return (
      published &&
      past.hasSince(published.n, 'publication.withdrawn', (data) => data['channel'] === channel)
    );
  }),
  past.has('correction.requested') && past.said('correction.requested')['own'] !== false,
  past.has('correction.requested'),
  past.has('decision.overturned'),
];

/** How the case was closed, what its record lacks. */
export const closing: Fact = (past) => [
  past.said('case.closed')['ground'],
  past.hasSince(0, 'performance.recorded', (data) => data['complete'] === true),
  ['record.av.made', 'record.av.stored'].map((code) => past.has(code)),
  unique(past.all('record.av.skipped').map(({ data }) => String(Object(data).of))),
];

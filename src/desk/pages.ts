/** Every page of the desk: where it is, which word of the top bar it belongs to, who has it. */
import type { ComponentType } from 'react';
import { ROLES, type Role } from '../staff/person.ts';
import type { Duty } from '../staff/staff.ts';
import { PAGE_TEXTS } from './shell/page.texts.ts';

/** The words of the top bar, in their order; the text of each is in `shell/page.texts.ts`. */
export const WORDS = [
  'queue',
  'matters',
  'review',
  'publicity',
  'law',
  'supervision',
  'archive',
  'people',
] as const;
export type Word = (typeof WORDS)[number];

export interface DeskPage {
  /** Below `/desk`; `:name` parts are read with `useParams`. */
  readonly path: string;
  /** Title of the window, and of the page among the others of its word. */
  readonly title: string;
  readonly word: Word;
  /** Roles and duties that have the page; `all` is everybody signed in. */
  readonly who: readonly (Role | Duty)[] | 'all';
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
}

/** Everybody who works on matters; the three administrators do not. */
const STAFF = ROLES;

export const PAGES: readonly DeskPage[] = [
  {
    path: '/',
    title: PAGE_TEXTS.queue,
    word: 'queue',
    who: 'all',
    load: () => import('./queue/queue.page.tsx'),
  },
  {
    path: '/matters',
    title: PAGE_TEXTS.matters,
    word: 'matters',
    who: STAFF,
    load: () => import('./matters/matters.page.tsx'),
  },
  {
    path: '/matters/begin',
    title: PAGE_TEXTS.begin,
    word: 'matters',
    who: ['officer', 'unit-head'],
    load: () => import('./begin/begin.page.tsx'),
  },
  {
    path: '/matters/:matter',
    title: PAGE_TEXTS.matter,
    word: 'matters',
    who: STAFF,
    load: () => import('./matter/matter.page.tsx'),
  },
  {
    path: '/matters/:matter/acts/:act',
    title: PAGE_TEXTS.act,
    word: 'matters',
    who: STAFF,
    load: () => import('./forms/form.page.tsx'),
  },
  {
    path: '/matters/:matter/contents',
    title: PAGE_TEXTS.contents,
    word: 'matters',
    who: STAFF,
    load: () => import('./exhibits/contents.page.tsx'),
  },
  {
    path: '/reviews',
    title: PAGE_TEXTS.reviews,
    word: 'review',
    who: ['reviewer', 'unit-head', 'head'],
    load: () => import('./review/reviews.page.tsx'),
  },
  {
    path: '/review-coverage',
    title: PAGE_TEXTS.coverage,
    word: 'review',
    who: STAFF,
    load: () => import('./review/coverage.page.tsx'),
  },
  {
    path: '/matters/:matter/review',
    title: PAGE_TEXTS.review,
    word: 'review',
    who: ['reviewer', 'unit-head', 'head'],
    load: () => import('./review/review.page.tsx'),
  },
  {
    path: '/decisions',
    title: PAGE_TEXTS.decisions,
    word: 'publicity',
    who: STAFF,
    load: () => import('./publication/decisions.page.tsx'),
  },
  {
    path: '/notices',
    title: PAGE_TEXTS.notices,
    word: 'publicity',
    who: 'all',
    load: () => import('./notices/notices.page.tsx'),
  },
  {
    path: '/requests',
    title: PAGE_TEXTS.requests,
    word: 'publicity',
    who: ['publisher', 'head', 'unit-head'],
    load: () => import('./publication/requests.page.tsx'),
  },
  {
    path: '/matters/:matter/publication',
    title: PAGE_TEXTS.publication,
    word: 'publicity',
    // Which of them may use it is the procedure's: the page asks the matter.
    who: STAFF,
    load: () => import('./publication/publication.page.tsx'),
  },
  {
    path: '/law',
    title: PAGE_TEXTS.rules,
    word: 'law',
    who: 'all',
    load: () => import('./law/law.page.tsx'),
  },
  {
    path: '/procedures',
    title: PAGE_TEXTS.procedures,
    word: 'law',
    who: 'all',
    load: () => import('./law/procedures.page.tsx'),
  },
  {
    path: '/audit',
    title: PAGE_TEXTS.audit,
    word: 'supervision',
    who: ['auditadmin'],
    load: () => import('./audit/audit.page.tsx'),
  },
  {
    path: '/archives',
    title: PAGE_TEXTS.archives,
    word: 'archive',
    who: STAFF,
    load: () => import('./archive/archives.page.tsx'),
  },
  {
    path: '/matters/:matter/archive',
    title: PAGE_TEXTS.archive,
    word: 'archive',
    who: STAFF,
    load: () => import('./archive/archive.page.tsx'),
  },
  {
    path: '/people',
    title: PAGE_TEXTS.people,
    word: 'people',
    who: 'all',
    load: () => import('./people/people.page.tsx'),
  },
  {
    path: '/units',
    title: PAGE_TEXTS.units,
    word: 'people',
    who: 'all',
    load: () => import('./people/units.page.tsx'),
  },
  {
    path: '/people/new',
    title: PAGE_TEXTS.newPerson,
    word: 'people',
    who: ['sysadmin'],
    load: () => import('./people/new-person.page.tsx'),
  },
  {
    path: '/people/:person',
    title: PAGE_TEXTS.person,
    word: 'people',
    who: 'all',
    load: () => import('./people/person.page.tsx'),
  },
  {
    path: '/parties',
    title: PAGE_TEXTS.parties,
    word: 'archive',
    who: STAFF,
    load: () => import('./parties/parties.page.tsx'),
  },
  {
    path: '/parties/:key',
    title: PAGE_TEXTS.party,
    word: 'archive',
    who: STAFF,
    load: () => import('./parties/party.page.tsx'),
  },
  {
    path: '/account',
    title: PAGE_TEXTS.account,
    word: 'queue',
    who: 'all',
    load: () => import('./account/account.page.tsx'),
  },
];

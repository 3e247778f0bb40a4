/** The pages that are made when asked for: first page, lists, one number, what is public beforehand, procedures, help. */
import type { FastifyInstance } from 'fastify';
import { momentAt } from '../calendar/moment.ts';
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts';
import { parseDocumentNumber } from '../document/number.ts';
import type { Procedure } from '../matter/procedure.ts';
import { citeInFull, titlesOf } from '../rule/cite.ts';
import type { Law } from '../rule/law.ts';
import { flowOf } from './flow.ts';
import { citedLaw, publicationLimit, rightsOf } from './law-in-force.ts';
import { ABOUT } from './pages/about.texts.ts';
import { AboutPage, type LimitView } from './pages/about.page.tsx';
import { CheckPage, type CheckView } from './pages/check.page.tsx';
import { FlowPage } from './pages/flow.page.tsx';
import { HomePage } from './pages/home.page.tsx';
import { type ListForm, ListPage } from './pages/list.page.tsx';
import { LIST } from './pages/list.texts.ts';
import { NoticesPage } from './pages/notices.page.tsx';
import { renderPage } from './parts/page.tsx';
import type { Portal } from './portal.ts';
import { PARTY_TERMS } from './portal.texts.ts';
import {
  type PublishedBureau,
  readFigures,
  readLatestNumber,
  readNotices,
  readRegister,
  readSlot,
  readYears,
} from './published.views.ts';
import { atBureau, type Fields, fieldsOf, one } from './request-fields.ts';
import { parseSearch, wholeNumber } from './search-query.ts';
import { listQuery } from './listing.ts';
import { readList } from './search.views.ts';
import { sendHtml } from './send.ts';
import type { Site } from './site.ts';
import { SLOT_STATES, type SlotState } from './slot.ts';

/** The procedures shown to the public. */
const PROCEDURES = ['penalty.ordinary', 'penalty.summary'] as const;
const PAGE = 20;
const RECENT = 5;

export function pageRoutes(app: FastifyInstance, portal: Portal): void {
  const { db, pack } = portal;
  const today = (): PlainDate => momentAt(portal.now()).day;
  const procedures = PROCEDURES.flatMap((id) => pack.procedures.get(id) ?? []);
  const lawOf = (bureau: PublishedBureau): Law => pack.law(bureau.pack);
  const itemsOf = (bureau: PublishedBureau, on: PlainDate): readonly string[] =>
    lawOf(bureau).value('publish.beforehand', on);

  app.get('/:bureau', (request, reply) =>
    atBureau(portal, request, reply, async (site) =>
      sendHtml(request, reply, await homePage(site, fieldsOf(request))),
    ),
  );
  app.get('/:bureau/decisions', (request, reply) =>
    atBureau(portal, request, reply, async (site) => {
      const fields = fieldsOf(request);
      const number = wholeNumber(one(fields, 'q'));
      if (number !== null) return reply.redirect(site.links.check(number), 303);
      return sendHtml(request, reply, await listPage(site, fields));
    }),
  );
  app.get('/:bureau/check', (request, reply) =>
    atBureau(portal, request, reply, async (site) => {
      const view = await checkView(site.bureau, one(fieldsOf(request), 'number'));
      const status = view.found.kind === 'unknown' ? 404 : 200;
      return sendHtml(request, reply, renderPage(CheckPage({ site, view })), status);
    }),
  );
  app.get('/:bureau/notices', (request, reply) =>
    atBureau(portal, request, reply, async (site) => {
      const notices = await readNotices(db, site.bureau.id);
      const day = today();
      const view = { items: itemsOf(site.bureau, day), notices, today: day };
      return sendHtml(request, reply, renderPage(NoticesPage({ site, view })));
    }),
  );
  app.get('/:bureau/about', (request, reply) =>
    atBureau(portal, request, reply, async (site) =>
      sendHtml(request, reply, renderPage(AboutPage({ site, view: aboutView(site.bureau) }))),
    ),
  );
  app.get('/:bureau/procedures/:procedure', (request, reply) =>
    atBureau(portal, request, reply, async (site, params) => {
      const procedure = procedures.find(({ id }) => id === params['procedure']);
      return procedure ? sendHtml(request, reply, flowPage(site, procedure)) : null;
    }),
  );

  async function homePage(site: Site, fields: Fields): Promise<Buffer> {
    const { id } = site.bureau;
    const day = today();
    const years = await readYears(db, id);
    const asked = Number(one(fields, 'year'));
    const year = years.includes(asked) ? asked : (years[0] ?? Number(day.slice(0, 4)));
    const newest = listQuery(parseSearch(''), {
      partyKind: null,
      from: null,
      to: day,
      states: [],
      year: null,
    });
    const [figures, register, recent, notices] = await Promise.all([
      readFigures(db, id, year, day),
      readRegister(db, id, year),
      readList(db, id, newest, { after: null, size: RECENT, today: day }),
      readNotices(db, id),
    ]);
    const view = {
      today: day,
      figures,
      register,
      years,
      recent: recent.rows,
      items: itemsOf(site.bureau, day),
      notices,
      rights: rightsOf(lawOf(site.bureau), day).length,
      procedures: procedures.map(({ id: name, title, stages }) => ({
        id: name,
        title,
        steps: stages.length,
      })),
    };
    return renderPage(HomePage({ site, view }));
  }

  async function listPage(site: Site, fields: Fields): Promise<Buffer> {
    const day = today();
    const { form, faults, from, to } = readForm(fields);
    const query = listQuery(parseSearch(form.q), {
      partyKind: form.party === '' ? null : form.party,
      from,
      to,
      states: form.states,
      year: form.year === '' ? null : Number(form.year),
    });
    const after = one(fields, 'after');
    const isByWords = query.of === 'entries' && query.filter.runs.length > 0;
    const common = isByWords ? await portal.commonWords(site.bureau.id) : new Set<string>();
    const [listing, years, facets] = await Promise.all([
      readList(db, site.bureau.id, query, {
        after: after === '' ? null : after,
        size: PAGE,
        today: day,
        common,
      }),
      readYears(db, site.bureau.id),
      portal.facets(site.bureau.id, day),
    ]);
    const same = {
      ...(form.q === '' ? {} : { q: form.q }),
      ...(form.states.length === 0 ? {} : { state: form.states }),
      ...(form.party === '' ? {} : { party: form.party }),
      ...(form.from === '' ? {} : { from: form.from }),
      ...(form.to === '' ? {} : { to: form.to }),
      ...(form.year === '' ? {} : { year: form.year }),
    };
    const view = {
      form,
      of: query.of,
      listing,
      years,
      facets,
      today: day,
      law: citedLaw(pack, site.bureau.pack),
      faults:
        query.of === 'entries' && form.states.length > 0 ? [...faults, LIST.stateless] : faults,
      next: listing.next === null ? null : site.links.list({ ...same, after: listing.next }),
      first: after === '' ? null : site.links.list(same),
    };
    return renderPage(ListPage({ site, view }));
  }

  async function checkView(bureau: PublishedBureau, typed: string): Promise<CheckView> {
    const example = await readLatestNumber(db, bureau.id);
    const rest = { typed, example, today: today(), law: citedLaw(pack, bureau.pack) };
    if (typed.trim() === '') return { ...rest, found: { kind: 'nothing-asked' } };
    const number = wholeNumber(typed);
    const parsed = number === null ? undefined : parseDocumentNumber(number);
    if (number === null || !parsed) return { ...rest, found: { kind: 'malformed' } };
    const slot = await readSlot(db, bureau.id, parsed);
    // The same word, year and serial of another bureau is another number.
    return slot?.number === number
      ? { ...rest, found: { kind: 'slot', slot } }
      : { ...rest, found: { kind: 'unknown', number } };
  }

  function aboutView(bureau: PublishedBureau) {
    const law = lawOf(bureau);
    const day = today();
    const titles = titlesOf(pack);
    const kinds = Object.keys(ABOUT.kinds) as (keyof typeof ABOUT.kinds)[]; // its own keys
    const limits = kinds.flatMap((kind): LimitView[] => {
      const limit = publicationLimit(law, kind, null, day);
      if (!limit) return [];
      const { chosen, beaten } = limit.resolution;
      const reason = chosen?.reason ?? 'only';
      return [
        {
          kind,
          days: limit.days,
          sources: limit.basis.map((basis) => citeInFull(basis, titles)),
          reason:
            reason in ABOUT.reasons ? ABOUT.reasons[reason as keyof typeof ABOUT.reasons] : '', // checked before
          beaten: beaten.map(({ rule }) => ({
            source: rule.basis.map((basis) => citeInFull(basis, titles)).join('；'),
            days: Number(rule.value),
          })),
        },
      ];
    });
    return {
      limits,
      withdrawal: law.value('withdrawal.limit', day),
      rights: rightsOf(law, day),
    };
  }

  function flowPage(site: Site, procedure: Procedure): Buffer {
    const day = today();
    const view = {
      flow: flowOf(procedure, lawOf(site.bureau), day),
      today: day,
      rules: portal.packHash.slice(0, 8),
      others: procedures.filter((other) => other !== procedure),
    };
    return renderPage(FlowPage({ site, view }));
  }
}

/** The filters as they were sent; what makes no sense is said and left out. */
function readForm(fields: Fields): {
  readonly form: ListForm;
  readonly faults: readonly string[];
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
} {
  const faults: string[] = [];
  const day = (name: string): PlainDate | null => {
    const typed = one(fields, name);
    const read = typed === '' ? null : parsePlainDate(typed);
    if (typed !== '' && read === null) faults.push(LIST.badDay(typed));
    return read;
  };
  let from = day('from');
  let to = day('to');
  if (from !== null && to !== null && from > to) {
    faults.push(LIST.turned);
    from = null;
    to = null;
  }
  const party = one(fields, 'party');
  const year = one(fields, 'year');
  const sent: readonly string[] = fields.getAll('state');
  return {
    form: {
      q: one(fields, 'q').trim(),
      states: SLOT_STATES.filter((state: SlotState) => sent.includes(state)),
      party: Object.hasOwn(PARTY_TERMS, party) ? party : '',
      from: one(fields, 'from'),
      to: one(fields, 'to'),
      year: /^(19|20)\d{2}$/.test(year) ? year : '',
    },
    faults,
    from,
    to,
  };
}

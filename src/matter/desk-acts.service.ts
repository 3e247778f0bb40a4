/** Acts of the desk beside the procedure's: filing exhibits, marking the subject, voiding numbers. */
import type { NewAct } from '../act/act.ts';
import { asData } from '../act/recorder.ts';
import { moment, parseMoment } from '../calendar/moment.ts';
import type { Json } from '../ledger/canonical-json.ts';
import { type CaseFile, isVoided } from './case-file.ts';
import { has, theDecision } from './matter.ts';
import { partyProblems } from '../party/party-problems.ts';
import type { DeskActCode, DeskDataOf } from './desk-act-data.ts';
import type { Actor, Done, MatterService } from './matter.service.ts';
import { ORDER_TEXTS } from './order.texts.ts';
import { invalid, refused, refuseWith } from './refusal.ts';
import { voidingProblems } from './voiding.ts';
import { handlersOf } from './work.rows.ts';

export interface DeskActs {
  addExhibit(
    actor: Actor,
    matter: string,
    command: Command,
    data: DeskDataOf<'exhibit.added'>,
  ): Promise<Done>;
  deriveExhibit(
    actor: Actor,
    matter: string,
    command: Command,
    data: DeskDataOf<'exhibit.derived'>,
  ): Promise<Done>;
  /** Completes or corrects what is known of the party, until something has been decided about it; never its kind. */
  amendParty(
    actor: Actor,
    matter: string,
    command: Command,
    data: DeskDataOf<'party.amended'>,
  ): Promise<Done>;
  flag(
    actor: Actor,
    matter: string,
    command: Command,
    data: DeskDataOf<'subject.flagged'>,
  ): Promise<Done>;
  voidDocument(
    actor: Actor,
    matter: string,
    command: Command,
    data: DeskDataOf<'document.voided'>,
  ): Promise<Done>;
}

/** Refuses to amend the party of a decision that is made. */
const DECIDED = { title: ORDER_TEXTS.decided, help: ORDER_TEXTS.decidedHelp, basis: [] };

/** Limits, hearing and publication hang on the kind; another kind is another matter. */
const KIND_STAYS = '当事人的类别不能更正；类别不同的，另行登记。';

export interface Command {
  readonly id: string;
  readonly at: string;
}

export function createDeskActs(matters: MatterService): DeskActs {
  function record<C extends DeskActCode>(
    actor: Actor,
    matter: string,
    { id, at }: Command,
    type: C,
    data: DeskDataOf<C>,
    check: (file: CaseFile) => void,
  ): Promise<Done> {
    const asked = { matter, actor: actor.person.id, type, at, data } as unknown as Json; // came in as JSON
    return matters.record(actor, matter, id, asked, null, async (file) => {
      if (!file) throw invalid('matter/not-found');
      check(file);
      const act: NewAct = {
        id,
        type,
        happened: at,
        by: [actor.person.id],
        recordedBy: actor.person.id,
        pack: file.pack,
        data: asData(data),
      };
      return [act];
    });
  }

  const mayHandle =
    (actor: Actor) =>
    (file: CaseFile): void => {
      const { roles, id } = actor.person;
      if (
        !handlersOf(file).includes(id) &&
        !roles.some((role) => role === 'officer' || role === 'unit-head' || role === 'chair')
      )
        throw invalid('act/not-permitted');
    };

  return {
    addExhibit: (actor, matter, command, data) =>
      record(actor, matter, command, 'exhibit.added', data, (file) => {
        mayHandle(actor)(file);
        refuseUnfit(file, data);
      }),
    deriveExhibit: (actor, matter, command, data) =>
      record(actor, matter, command, 'exhibit.derived', data, (file) => {
        mayHandle(actor)(file);
        refuseUnfit(file, data);
        if (!file.exhibits.some((exhibit) => exhibit.exhibit === data.from))
          throw invalid('act/exhibit-unknown');
      }),
    async amendParty(actor, matter, command, data) {
      const file = await matters.read(actor, matter);
      const { unprintable } = await matters.setting(actor, file, command.at.slice(0, 10));
      const day = parseMoment(command.at)?.day;
      return record(actor, matter, command, 'party.amended', data, (state) => {
        mayHandle(actor)(state);
        if (theDecision(state.matter)) throw refused(['act/out-of-order'], DECIDED);
        refuseWith([
          ...(day ? partyProblems(data.party, day) : []),
          ...unprintable({ party: data.party }),
          ...(data.party.kind === state.begun.party.kind
            ? []
            : [{ pointer: '/party/kind', code: 'field/choice-unknown', message: KIND_STAYS }]),
        ]);
      });
    },
    flag: (actor, matter, command, data) =>
      record(actor, matter, command, 'subject.flagged', data, (file) => {
        mayHandle(actor)(file);
        refuseArchived(file);
        refuseBackdated(file, command);
      }),
    voidDocument: (actor, matter, command, data) =>
      record(actor, matter, command, 'document.voided', data, (file) => {
        if (!actor.person.roles.includes('unit-head') && !actor.person.roles.includes('head'))
          throw invalid('act/not-permitted');
        if (
          !file.documents.some(
            (document) =>
              document.number === data.number &&
              document.seq === data.of &&
              !isVoided(file, document),
          )
        )
          throw invalid('act/exhibit-unknown');
        refuseArchived(file);
        refuseWith(voidingProblems(file, data));
      }),
  };
}

/** A mark bears on the review, and is no earlier than what the review rests on already. */
function refuseBackdated({ basis }: CaseFile, { at }: Command): void {
  const when = parseMoment(at);
  // A moment that is none is refused at its field.
  if (when && when.ms < moment(basis.happened).ms) throw refused(['act/out-of-order'], null);
}

/** What is archived stays as it was handed over. */
function refuseArchived({ matter }: CaseFile): void {
  if (!has(matter, 'file.archived')) return;
  const { term = '', basis = [] } = matter.procedure.rows.get('file.archived') ?? {};
  throw refused(['act/out-of-order'], {
    title: ORDER_TEXTS.ended(term),
    help: ORDER_TEXTS.endedHelp['file.archived'],
    basis,
  });
}

/** An exhibit has an id of its own, and belongs to an act of the file or to none. */
function refuseUnfit(
  { acts, exhibits }: CaseFile,
  { exhibit, of }: Pick<DeskDataOf<'exhibit.added'>, 'exhibit' | 'of'>,
): void {
  if (exhibits.some((one) => one.exhibit === exhibit)) throw invalid('command/reused');
  if (of !== undefined && !acts.some(({ seq }) => seq === of))
    throw invalid('input/invalid', [
      { pointer: '/of', code: 'field/choice-unknown', message: '案卷里没有这个环节。' },
    ]);
}

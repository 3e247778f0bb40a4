/** Acts of the desk beside the procedure's: asking for approval, filing exhibits, marking the subject, voiding numbers. */
import type { NewAct } from '../act/act.ts';
import { asData } from '../act/recorder.ts';
import type { Json } from '../ledger/canonical-json.ts';
import { formOf } from './act-form.ts';
import { type CaseFile, isVoided } from './case-file.ts';
import type { DeskActCode, DeskDataOf } from './desk-act-data.ts';
import type { Actor, Done, MatterService, Verdict } from './matter.service.ts';
import type { ActRequest } from './prepare-act.ts';
import { invalid, refused } from './refusal.ts';
import { handlersOf } from './work.rows.ts';

export interface DeskActs {
  /** Puts a prepared act before the head. What already speaks against it, but for the missing approval, is refused now. */
  requestApproval(
    actor: Actor,
    matter: string,
    request: ActRequest,
    note: string | null,
    expected: number | null,
  ): Promise<Done>;
  refuseApproval(
    actor: Actor,
    matter: string,
    command: Command,
    of: number,
    reason: string,
  ): Promise<Done>;
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
    requestApproval(actor, matter, request, note, expected) {
      const data = {
        act: request.act,
        data: { fields: request.fields, documents: request.documents, by: request.by },
        ...(note === null ? {} : { note }),
      };
      const asked = { matter, actor: actor.person.id, request, note } as unknown as Json; // came in as JSON
      return matters.record(actor, matter, request.id, asked, expected, async (state) => {
        if (!state) throw invalid('matter/not-found');
        refuseUnless(await matters.check(actor, matter, request));
        if (
          formOf(
            (await matters.setting(actor, state, request.at.slice(0, 10))).pack.forms,
            state.matter.procedure.id,
            request.act,
          ).generated.length > 0
        )
          throw invalid('act/not-permitted');
        return [
          {
            id: request.id,
            type: 'approval.requested',
            happened: request.at,
            by: [actor.person.id],
            recordedBy: actor.person.id,
            pack: state.pack,
            data: asData(data),
          },
        ];
      });
    },
    refuseApproval: (actor, matter, command, of, reason) =>
      record(actor, matter, command, 'approval.refused', { of, reason }, (file) => {
        if (!actor.person.roles.includes('head')) throw invalid('act/not-permitted');
        if (!file.requests.some((request) => request.seq === of))
          throw invalid('act/request-unknown');
      }),
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
    flag: (actor, matter, command, data) =>
      record(actor, matter, command, 'subject.flagged', data, mayHandle(actor)),
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
      }),
  };
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

/** An act put before the head may lack the approval, and nothing else. */
const WAITING: ReadonlySet<string> = new Set(['approval/missing', 'clock/extension-not-approved']);

function refuseUnless(verdict: Verdict): void {
  if (verdict.problems.length > 0) throw invalid('input/invalid', verdict.problems);
  const other = verdict.refusals.filter((code) => !WAITING.has(code));
  if (other.length > 0) throw refused(other);
}

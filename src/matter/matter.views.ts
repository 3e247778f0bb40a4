/** A matter as the desk shows it. Pure: file, bureau, law and moment come in. */
import type { Bureau } from '../bureau/bureau.ts';
import type { Moment } from '../calendar/moment.ts';
import { missingActs } from '../archive/archive.ts';
import type { DocumentTemplate } from '../document/document.ts';
import { actsOf, lastOf, type Matter } from './matter.ts';
import { requiredChannels } from '../publicity/channels.ts';
import { shownAt } from '../publicity/site-versions.ts';
import type { Law } from '../rule/law.ts';
import { avDuties, missingRecordings, missingTexts } from '../record/record.ts';
import { acceptedRounds, neededStatus } from '../review/review.ts';
import type { Pack } from '../rule/pack.ts';
import { snapshotOf } from '../staff/snapshot.ts';
import type { StaffMember } from '../staff/staff.ts';
import { isActCode } from './act-data.ts';
import { formOf } from './act-form.ts';
import { isApproval, needsApproval } from './approval-request.ts';
import type { Setting } from './attempt.ts';
import { type CaseFile, isVoided } from './case-file.ts';
import { clockView } from './clock.views.ts';
import { allClocks } from './clocks.ts';
import { deskGistOf, recordingWords, refersTo, settledBy, termOf } from './desk-gist.ts';
import { askedGist, type AskedWords } from './asked-gist.ts';
import { gistOf } from './gist.ts';
import { paperGist } from './paper-gist.ts';
import type {
  ActView,
  DocumentView,
  ExhibitLine,
  ExhibitView,
  MatterView,
  PersonRef,
  PossibilityView,
  RequestView,
} from './matter.api.ts';
import { type Possibility, possibilities, reviewNeeded } from './possible.ts';
import { stagesOf } from './stages.ts';
import { handlersOf, stageOf, stateOf } from './work.rows.ts';
import { refusalView } from './refusal-view.ts';

export interface ViewSetting extends Setting {
  readonly pack: Pack;
  readonly bureau: Bureau;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly members: ReadonlyMap<string, StaffMember>;
  readonly viewer: StaffMember;
  readonly now: Moment;
  /** Positions of this matter's acts that are in the log. */
  readonly sealed: ReadonlySet<number>;
}

export function matterView(file: CaseFile, setting: ViewSetting): MatterView {
  const { matter } = file;
  const { bureau, members, pack, law, calendar, now } = setting;
  const clocks = allClocks(matter, setting);
  const possible = possibilities(file, setting.viewer, setting, now);
  const review = reviewNeeded(file, setting, now);
  return {
    id: file.id,
    bureau: bureau.id,
    procedure: { id: matter.procedure.id, title: matter.procedure.title },
    subject: matter.subject.matter,
    flags: matter.subject.flags,
    party: { ...file.begun.party },
    unit: {
      id: file.begun.unit,
      name: bureau.units.find((unit) => unit.id === file.begun.unit)?.name ?? '',
    },
    handlers: handlersOf(file).flatMap((id) => refOf(members, id)),
    caseNumber: file.documents.find((document) => document.form === 7)?.number ?? null,
    decisionNumber: lastOf(matter, 'decision.made')?.data.number ?? null,
    state: stateOf(matter),
    stage: stageOf(matter),
    stages: stagesOf(matter, possible, missingActs(matter)),
    seq: file.acts.at(-1)?.seq ?? 0,
    clocks: clocks.map((clock) => clockView(clock, now, calendar)),
    acts: file.acts.map((act) => actView(file, act, setting)).reverse(),
    possible: possible.map((one) => possibilityView(one, file, pack)),
    requests: file.requests.map((request) => requestView(request, file, pack, members)),
    review: {
      ...review,
      status: neededStatus(matter, review.kind),
      rounds: acceptedRounds(matter),
    },
    publication: requiredChannels(matter, law).map((channel) =>
      publicationLine(matter, channel, clocks, law),
    ),
    missing: {
      acts: missingActs(matter).map((code) => matter.procedure.rows.get(code)?.term ?? code),
      recordings: missingRecordings(matter, law).map((act) => act.n),
      texts: missingTexts(matter).map((act) => act.n),
    },
    sealed: { acts: setting.sealed.size, of: file.acts.length },
  };
}

export function refOf(members: ReadonlyMap<string, StaffMember>, id: string): PersonRef[] {
  const person = members.get(id);
  return person ? [{ id, name: person.name, post: person.post }] : [];
}

function actView(
  file: CaseFile,
  act: CaseFile['acts'][number],
  { law, pack, members, sealed, templates }: ViewSetting,
): ActView {
  const { matter } = file;
  const engine = matter.acts.find((one) => one.n === act.seq);
  const duty = engine && avDuties(matter, law).find((one) => one.act.n === act.seq);
  const form = isActCode(act.type) ? formOf(pack.forms, matter.procedure.id, act.type) : null;
  return {
    seq: act.seq,
    type: act.type,
    term: termOf(act.type, matter),
    happened: act.happened,
    recorded: act.recorded,
    by: act.by.flatMap((id) => {
      const then = snapshotOf(act, id);
      return then ? [{ id, name: then.name, post: then.post }] : refOf(members, id);
    }),
    byParty: act.by.includes('party'),
    recorder: refOf(members, act.recordedBy)[0] ?? null,
    of: refersTo(act),
    settles: settledBy(act),
    gist: form
      ? [
          ...gistOf(act, form, fileNames(file)),
          ...file.documents
            .filter(({ seq }) => seq === act.seq)
            .flatMap((paper) => paperGist(paper, templates.get(paper.code))),
        ]
      : [...deskGistOf(act, matter), ...askedGist(act, askedWords(file, pack, members, templates))],
    documents: file.documents
      .filter((document) => document.seq === act.seq)
      .map((document) => documentView(document, file)),
    exhibits: file.exhibits
      .filter((exhibit) => exhibit.of === act.seq || exhibit.seq === act.seq)
      .map(exhibitView),
    recording: duty ? { level: duty.level, status: duty.status } : null,
    sealed: sealed.has(act.seq),
  };
}

function askedWords(
  file: CaseFile,
  pack: Pack,
  members: ReadonlyMap<string, StaffMember>,
  templates: ViewSetting['templates'],
): AskedWords {
  const people = [...members.values()].map(({ id, name }) => [id, name] as const);
  return {
    formOf: (code) => formOf(pack.forms, file.matter.procedure.id, code),
    names: new Map([...fileNames(file), ...people]),
    templates,
  };
}

/** Exhibits by name, with the length of a recording. */
function fileNames({ exhibits }: CaseFile): ReadonlyMap<string, string> {
  return new Map(
    exhibits.map(({ exhibit, name, media }) => [
      exhibit,
      media?.durationMs === undefined ? name : recordingWords(name, media.durationMs),
    ]),
  );
}

export function documentView(
  document: CaseFile['documents'][number],
  file: CaseFile,
): DocumentView {
  const { seq, ordinal, code, form, title, number, date, pages } = document;
  return {
    seq,
    ordinal,
    code,
    form,
    title,
    number,
    date,
    pages,
    sha256: document.pdf.sha256,
    voided: isVoided(file, document),
  };
}

export function exhibitView(exhibit: CaseFile['exhibits'][number]): ExhibitView {
  const { sha256, sm3, size, type } = exhibit.blob;
  return {
    id: exhibit.exhibit,
    seq: exhibit.seq,
    name: exhibit.name,
    type,
    size,
    sha256,
    sm3,
    of: exhibit.of ?? null,
    note: exhibit.note ?? null,
    derivedFrom: exhibit.derivedFrom,
    durationMs: exhibit.media?.durationMs ?? null,
    takenAt: exhibit.media?.takenAt ?? null,
    thumbnail: exhibit.thumbnail !== undefined,
  };
}

/** Every piece of evidence with who filed it and when, in the order of filing. */
export function exhibitLines(
  file: CaseFile,
  members: ReadonlyMap<string, StaffMember>,
): ExhibitLine[] {
  const acts = new Map(file.acts.map((act) => [act.seq, act]));
  return file.exhibits.map((exhibit) => {
    const filed = acts.get(exhibit.seq);
    const of = exhibit.of === undefined ? undefined : acts.get(exhibit.of);
    return {
      ...exhibitView(exhibit),
      by: members.get(filed?.recordedBy ?? '')?.name ?? '',
      recorded: filed?.recorded ?? '',
      ofTerm: of ? termOf(of.type, file.matter) : null,
    };
  });
}

function possibilityView(possibility: Possibility, file: CaseFile, pack: Pack): PossibilityView {
  const { act, term, stage, mine, who, missing, opensOn, refusals, said } = possibility;
  return {
    act,
    term,
    stage,
    mine,
    who,
    needsApproval: needsApproval(file, act),
    refusals: refusals.map((code) => refusalView(code, pack, said)),
    missing,
    opensOn,
  };
}

/** Whether the head approves the act beforehand, for others to carry out. */
function isApprovedBeforehand(file: CaseFile, act: Possibility['act'], pack: Pack): boolean {
  return formOf(pack.forms, file.matter.procedure.id, act).approval.length > 0;
}

function requestView(
  request: CaseFile['requests'][number],
  file: CaseFile,
  pack: Pack,
  members: ReadonlyMap<string, StaffMember>,
): RequestView {
  const { fields, documents, by } = request.data as {
    fields: Record<string, unknown>;
    documents: RequestView['documents'];
    by: string[];
  }; // recorded by the service
  const doers = by.length > 0 ? by : [request.by];
  return {
    seq: request.seq,
    act: request.act,
    term: file.matter.procedure.rows.get(request.act)?.term ?? request.act,
    by: refOf(members, request.by)[0] ?? null,
    at: request.at,
    note: request.note,
    fields,
    documents,
    // What the head approves is done by the head, whoever prepared it.
    actBy: isApproval(file, request.act) ? [] : doers,
    beforehand: isApprovedBeforehand(file, request.act, pack),
    granted: request.granted && {
      by: refOf(members, request.granted.by)[0] ?? null,
      at: request.granted.at,
    },
  };
}

function publicationLine(
  matter: Matter,
  channel: ReturnType<typeof requiredChannels>[number],
  clocks: ReturnType<typeof allClocks>,
  law: Law,
): MatterView['publication'][number] {
  const here = ({ data }: { readonly data: { readonly channel: string } }) =>
    data.channel === channel.channel || channel.alternatives.includes(data.channel);
  const all = actsOf(matter, 'publication.published').filter(here);
  const [published, last] = [all[0], all.at(-1)];
  const withdrawn = actsOf(matter, 'publication.withdrawn').findLast(here);
  return {
    channel: channel.channel,
    alternatives: channel.alternatives,
    form: channel.form,
    limit: channel.limit,
    due: clocks.find((clock) => clock.name === `publication.${channel.channel}`)?.dueDay ?? null,
    published: published ? shownAt(published, law).day : null,
    withdrawn: withdrawn && !(last && last.n > withdrawn.n) ? shownAt(withdrawn, law).day : null,
  };
}

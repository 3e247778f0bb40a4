/** Carrying out a step: through the same services as the desk, on a clock that shows the time of the step. */
import type { Database } from '../platform/db/pool.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { ActCode } from '../matter/act-data.ts';
import { type ActForms, formOf } from '../matter/act-form.ts';
import type { CaseFile } from '../matter/case-file.ts';
import type { Actor } from '../matter/matter.service.ts';
import type { ActRequest } from '../matter/prepare-act.ts';
import type { Values } from '../document/document.ts';
import type { Services } from '../server/services.ts';
import { castOf, personId, personOf, unitId } from './cast.ts';
import { DEMO_AREA, demoId } from './demo-ids.ts';
import type { ExhibitMaker } from './exhibits/make-exhibit.ts';
import { exhibitData } from '../evidence/exhibit.ts';
import { fill, type Resolve } from './fill.ts';
import { deskParty } from './identity.ts';
import { papersOf } from './papers.ts';
import { partyOf } from './parties.ts';
import type { Beat, Cast } from './plot.ts';
import {
  type DueStep,
  isoOf,
  labelOf,
  type PlannedCase,
  recordingOf,
  type Step,
  stepId,
} from './schedule.ts';
import { scopeOf } from './scope.ts';
import { skipFacts } from './skip-facts.ts';

export interface Stage {
  readonly services: Services;
  readonly db: Database;
  readonly calendar: WorkCalendar;
  readonly forms: ActForms;
  readonly exhibits: ExhibitMaker;
}

/** Everything about the step that its command is made of. */
interface Scene {
  readonly stage: Stage;
  readonly planned: PlannedCase;
  readonly step: Step;
  readonly beat: Beat;
  readonly matter: string;
  readonly file: CaseFile | null;
  readonly resolve: Resolve;
}

export function matterId(demoCase: string): string {
  return demoId(`case ${demoCase}`);
}

export function exhibitId(demoCase: string, label: string, index: number): string {
  return demoId(`exhibit ${demoCase} ${label} ${index}`);
}

/** Carries out the step. @throws CommandRefused, with the case and the beat in front of its message */
export async function playStep(stage: Stage, { planned, step }: DueStep): Promise<void> {
  try {
    const scene = await sceneOf(stage, planned, step);
    await carryOut(scene);
  } catch (error) {
    if (error instanceof Error)
      error.message = `case ${planned.demoCase.id}, ${step.label} (${step.kind}): ${error.message}`;
    throw error;
  }
}

async function sceneOf(stage: Stage, planned: PlannedCase, step: Step): Promise<Scene> {
  const { demoCase } = planned;
  const beat = planned.beats.get(step.label)?.beat;
  if (!beat) throw new RangeError(`no beat ${step.label}`);
  const matter = matterId(demoCase.id);
  const file = await stage.services.matters.file(DEMO_AREA, matter);
  const { party, serial } = partyOf(demoCase.party);
  const year = Number(isoOf(step.ms).slice(0, 4));
  const serials = await lastSerials(stage.db, year);
  const resolve = scopeOf({
    planned,
    party,
    desk: deskParty(party, serial),
    calendar: stage.calendar,
    file,
    year,
    nextSerial: (word) => (serials.get(word) ?? 0) + 1,
    facts: step.kind === 'skipped' ? skipFacts(beat) : {},
  });
  return { stage, planned, step, beat, matter, file, resolve };
}

async function carryOut(scene: Scene): Promise<void> {
  const { step } = scene;
  switch (step.kind) {
    case 'ask':
      return ask(scene);
    case 'act':
      return act(scene);
    case 'exhibit':
      return exhibit(scene);
    case 'recording':
      return recording(scene);
    case 'made':
    case 'stored':
    case 'skipped':
      return recordAct(scene, step.kind);
  }
}

async function actor({ stage, planned }: Scene, part: Cast): Promise<Actor> {
  const { login } = castOf(planned.demoCase, part);
  return { bureau: DEMO_AREA, person: await member(stage, login) };
}

async function member({ services }: Stage, login: string) {
  const person = (await services.registry.people(DEMO_AREA)).get(personId(login));
  if (!person) throw new RangeError(`${personOf(login).name} is not registered`);
  return person;
}

async function act(scene: Scene): Promise<void> {
  const { stage, planned, step, beat, matter, file } = scene;
  const { matters } = stage.services;
  const who = await actor(scene, beat.who);
  const asked = beat.asked
    ? seqOf(file, stepId(planned.demoCase.id, labelOf(beat), 'ask'))
    : undefined;
  const request = requestOf(scene, beat.act, step.id, asked ?? null);
  if (file) {
    await matters.act(who, matter, request, null);
    return;
  }
  const { demoCase, scenario } = planned;
  const { party, serial } = partyOf(demoCase.party);
  const handlers = [castOf(demoCase, 'o1'), castOf(demoCase, 'o2')].map(({ login }) =>
    personId(login),
  );
  await matters.begin(
    who,
    matter,
    {
      id: demoId(`case ${demoCase.id} begun`),
      data: {
        procedure: scenario.procedure,
        subject: scenario.subject,
        flags: [...(demoCase.flags ?? scenario.flags ?? [])],
        party: deskParty(party, serial),
        unit: unitId(demoCase.unit),
        handlers,
      },
    },
    request,
  );
}

function requestOf(
  { stage, planned, step, beat, file, resolve }: Scene,
  code: ActCode,
  id: string,
  request: number | null,
): ActRequest {
  const form = formOf(stage.forms, planned.scenario.procedure, code);
  const fields = {
    ...(fill(beat.fields ?? {}, resolve) as Record<string, unknown>), // of an object comes an object
    ...(beat.of === undefined
      ? {}
      : { of: seqOf(file, stepId(planned.demoCase.id, beat.of, 'act')) }),
  };
  const kind = String(fill('{reviewKind}', resolve));
  return {
    id,
    act: code,
    at: isoOf(step.ms),
    by: (beat.by ?? []).map((part) => (part === 'party' ? part : idOf(planned, part))),
    fields,
    documents: fill(papersOf(beat, form, fields, kind), resolve) as Record<string, Values>, // as above
    request,
    hidden: hiddenOf(beat, file, resolve),
  };
}

function idOf({ demoCase }: PlannedCase, part: Cast): string {
  return personId(castOf(demoCase, part).login);
}

function seqOf(file: CaseFile | null, id: string): number {
  const found = file?.acts.find((one) => one.id === id)?.seq;
  if (found === undefined) throw new RangeError(`no act ${id} in the file`);
  return found;
}

/** Where in the served text the beat hides something. */
function hiddenOf(beat: Beat, file: CaseFile | null, resolve: Resolve): ActRequest['hidden'] {
  const made = file?.acts.findLast((one) => one.type === 'decision.made');
  const text = made?.data['text'] as readonly (readonly { readonly text: string }[])[] | undefined; // written by the service
  return (beat.hide ?? []).flatMap(({ text: wanted, ground }) => {
    const words = String(fill(wanted, resolve));
    const places = (text ?? []).flatMap((segments, paragraph) =>
      segments.flatMap((one, segment) =>
        one.text.includes(words) ? [{ paragraph, segment, ground }] : [],
      ),
    );
    if (places.length === 0) throw new RangeError(`the decision does not say ${words}`);
    return places;
  });
}

async function ask(scene: Scene): Promise<void> {
  const { stage, step, beat, matter, resolve } = scene;
  if (!beat.asked) throw new RangeError('nothing to ask for');
  const note = beat.asked.note === undefined ? null : String(fill(beat.asked.note, resolve));
  const who = await actor(scene, beat.asked.by);
  const request = { ...requestOf(scene, beat.act, step.id, null), by: [] };
  await stage.services.approvals.request(who, matter, request, note, null);
}

async function exhibit(scene: Scene): Promise<void> {
  const { stage, planned, step, beat, matter, file, resolve } = scene;
  const plan = planned.scenario.exhibits?.[step.label]?.[step.index];
  if (!plan) throw new RangeError(`no exhibit ${step.index}`);
  const stored = await stage.exhibits.make(
    plan,
    `${planned.demoCase.id} ${step.label} ${step.index}`,
    isoOf(step.ms),
    resolve,
  );
  const note = plan.kind === 'photo' ? String(fill(plan.caption, resolve)) : undefined;
  const data = exhibitData(stored, {
    exhibit: exhibitId(planned.demoCase.id, step.label, step.index),
    of: seqOf(file, stepId(planned.demoCase.id, step.label, 'act')),
    note,
  });
  await stage.services.desk.addExhibit(
    await actor(scene, handlerOf(beat)),
    matter,
    { id: step.id, at: isoOf(step.ms) },
    data,
  );
}

async function recording(scene: Scene): Promise<void> {
  const { stage, planned, step, beat, matter, file } = scene;
  const how = recordingOf(planned.demoCase, beat);
  const stored = await stage.exhibits.record(
    beat,
    how === 'voice' ? 'voice' : 'video',
    `${planned.demoCase.id} ${step.label}`,
  );
  const data = exhibitData(stored, {
    exhibit: exhibitId(planned.demoCase.id, `${step.label} recording`, 0),
    of: seqOf(file, stepId(planned.demoCase.id, step.label, 'act')),
  });
  await stage.services.desk.addExhibit(
    await actor(scene, handlerOf(beat)),
    matter,
    { id: step.id, at: isoOf(step.ms) },
    data,
  );
}

const RECORD_ACTS = {
  made: 'record.av.made',
  stored: 'record.av.stored',
  skipped: 'record.av.skipped',
} as const satisfies Readonly<Record<string, ActCode>>;

async function recordAct(scene: Scene, kind: keyof typeof RECORD_ACTS): Promise<void> {
  const { stage, planned, step, beat, matter, file } = scene;
  const { id } = planned.demoCase;
  const of = seqOf(file, stepId(id, step.label, 'act'));
  const recorded = { id: exhibitId(id, `${step.label} recording`, 0) };
  const fields = kind === 'made' ? { ...recorded, of } : kind === 'stored' ? recorded : { of };
  const code = RECORD_ACTS[kind];
  const { of: _of, by: _by, papers: _papers, ...plain } = beat;
  const request = requestOf(
    { ...scene, beat: { ...plain, act: code, fields } },
    code,
    step.id,
    null,
  );
  await stage.services.matters.act(await actor(scene, handlerOf(beat)), matter, request, null);
}

/** Exhibits and recordings are filed by a handler, where the beat is not the chair's. */
function handlerOf(beat: Beat): Cast {
  return beat.who === 'chair' ? 'chair' : 'o1';
}

async function lastSerials(db: Database, year: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ word: string; serial: number }>('desk', DEMO_AREA, {
    name: 'demo-serials',
    text: 'select word, max(serial) as serial from facts.document_number where bureau_id = $1 and year = $2 group by word',
    values: [DEMO_AREA, year],
  });
  return new Map(rows.map(({ word, serial }) => [word, serial]));
}

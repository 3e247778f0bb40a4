/** Every guard by its refusal code. A procedure table names the guards an act must pass. */
import { archiveGates } from '../archive/archive.gates.ts';
import { decisionGates } from '../decision/decision.gates.ts';
import { deliveryGates } from '../delivery/delivery.gates.ts';
import { evidenceGates } from '../evidence/evidence.gates.ts';
import { executionGates } from '../execution/execution.gates.ts';
import { hearingGates } from '../hearing/hearing.gates.ts';
import { inspectionGates } from '../inspection/inspection.gates.ts';
import { licenceGates } from '../licence/licence.gates.ts';
import { publicityGates } from '../publicity/publicity.gates.ts';
import { recordGates } from '../record/record.gates.ts';
import { reviewGates } from '../review/review.gates.ts';
import { staffGates } from '../staff/staff.gates.ts';
import { transferGates } from '../transfer/transfer.gates.ts';
import { on } from './attempt.ts';
import { extensionGates } from './extension.gates.ts';

const caseGates = {
  /** 程序规定 art. 19: evidence, punishable, jurisdiction, in time. */
  'case/conditions-missing': on('case.opened', ({ data }, attempt) =>
    attempt.law.value('case.conditions', attempt.day).some((one) => !data.conditions.includes(one)),
  ),
  /** 程序规定 art. 48: six parts. */
  'investigation/report-incomplete': on('investigation.concluded', ({ data }, attempt) =>
    attempt.law
      .value('investigation.report', attempt.day)
      .some((one) => !data.report.includes(one)),
  ),
} as const;

export const GATES = {
  ...staffGates,
  ...caseGates,
  ...extensionGates,
  ...evidenceGates,
  ...reviewGates,
  ...hearingGates,
  ...decisionGates,
  ...deliveryGates,
  ...publicityGates,
  ...executionGates,
  ...transferGates,
  ...recordGates,
  ...archiveGates,
  ...inspectionGates,
  ...licenceGates,
} as const;

export type GateCode = keyof typeof GATES;

/** Refusals that no guard of a table gives: two about the order of acts, one about whose unit enters what is published. */
const OTHER_REFUSALS = ['act/unknown', 'act/out-of-order', 'publication/other-unit'] as const;

/** The closed list of refusal codes. */
export type RefusalCode = GateCode | (typeof OTHER_REFUSALS)[number];

export function isGateCode(text: string): text is GateCode {
  return Object.hasOwn(GATES, text);
}

export function isRefusalCode(text: string): text is RefusalCode {
  return isGateCode(text) || OTHER_REFUSALS.some((code) => code === text);
}

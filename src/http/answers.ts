/**
 * What each route answers with, by name. The routes are typed against this list, and the JSON Schemas of
 * the API's description are made from it (`npm run answers`), so that neither can say anything else.
 */
import type { AuditLine } from '../act/audit.api.ts';
import type { ArchiveView } from '../archive/archive.api.ts';
import type { NoticesView } from '../bureau/notice.api.ts';
import type { RehearsalProgress, SetupView } from '../bureau/setup.api.ts';
import type { RehearsalAccounts } from '../demo/rehearsal.api.ts';
import type { DocumentValuesView } from '../document/document.api.ts';
import type { DraftView, PhraseView } from '../matter/draft.api.ts';
import type {
  ClockExplanation,
  DoneView,
  ExhibitLine,
  FormView,
  MatterLine,
  MatterView,
  RecordedLine,
  TaskView,
  VerdictView,
} from '../matter/matter.api.ts';
import type { PartyFileView, PartyLine } from '../party/party.api.ts';
import type {
  DecisionLine,
  PublicationPreview,
  PublicRequestView,
} from '../publicity/publication.api.ts';
import type { CoverageYear } from '../review/coverage.api.ts';
import type { FindingView } from '../review/findings.api.ts';
import type { LawView, ProcedureView, SettledRuleView } from '../rule/law.api.ts';
import type { EnrolmentView, OpenSessionView, SessionView } from '../staff/session.api.ts';
import type { PersonView, UnitView } from '../staff/staff.api.ts';

export interface Answers {
  Acts: { readonly acts: readonly AuditLine[] };
  Archive: ArchiveView;
  Clock: ClockExplanation;
  Coverage: { readonly years: readonly CoverageYear[] };
  Decisions: { readonly decisions: readonly DecisionLine[] };
  DocumentValues: DocumentValuesView;
  Done: DoneView;
  Draft: { readonly draft: DraftView | null };
  DraftSaved: { readonly savedAt: string };
  Enrolment: EnrolmentView;
  Exhibits: { readonly exhibits: readonly ExhibitLine[] };
  Form: FormView;
  Founded: { readonly bureau: string };
  Glyphs: { readonly missing: readonly string[] };
  Law: LawView;
  Matter: MatterView;
  Matters: { readonly matters: readonly MatterLine[]; readonly next: string | null };
  Notices: NoticesView;
  Parties: { readonly parties: readonly PartyLine[] };
  Party: PartyFileView;
  Password: { readonly password: string };
  People: { readonly people: readonly PersonView[] };
  Person: { readonly person: PersonView };
  Phrases: { readonly phrases: readonly PhraseView[] };
  Procedures: { readonly procedures: readonly ProcedureView[] };
  Publication: PublicationPreview;
  PublicRequests: { readonly requests: readonly PublicRequestView[] };
  RecordedActs: { readonly acts: readonly RecordedLine[] };
  RehearsalAccounts: RehearsalAccounts;
  RehearsalProgress: { readonly rehearsal: RehearsalProgress | null };
  ReviewFindings: { readonly findings: readonly FindingView[] };
  Rule: SettledRuleView;
  Session: { readonly session: SessionView | null };
  Sessions: { readonly sessions: readonly OpenSessionView[] };
  Setup: SetupView;
  SignedIn: { readonly pending: 'none' | 'change-password' | 'enrol-code' };
  Tasks: { readonly tasks: readonly TaskView[] };
  Unit: { readonly unit: UnitView };
  Units: { readonly units: readonly UnitView[] };
  Verdict: VerdictView;
}

export type AnswerName = keyof Answers;

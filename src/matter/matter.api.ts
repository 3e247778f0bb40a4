/** Shapes of the matter API, shared by its routes and the desk. Dates `YYYY-MM-DD`, moments ISO 8601, amounts in 分. */

export interface PersonRef {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

export interface ClockView {
  readonly id: string;
  readonly name: string;
  readonly term: string;
  readonly kind: 'duty' | 'lapse';
  readonly unit: 'working-day' | 'day' | 'month' | 'hour';
  readonly length: number;
  readonly started: string | null;
  /** The last day; where `provisional`, the day it is in ordinary weeks, which a notice may move. */
  readonly due: string | null;
  readonly dueAt: string | null;
  readonly ended: string | null;
  readonly status: 'met' | 'late' | 'running' | 'overdue' | 'lapsed' | 'paused' | 'unknown';
  /** Working days (or for clocks in days, days) left; negative when over; null when not running. */
  readonly left: number | null;
  /** Working days left, for the colour of the chip. */
  readonly workingDaysLeft: number | null;
  /** The period runs beyond the last published holiday notice. */
  readonly provisional: boolean;
}

export interface CountedDayView {
  readonly date: string;
  readonly as: 'counted' | 'makeup' | 'weekend' | 'holiday' | 'paused' | 'rolled';
  readonly number: number | null;
  readonly because: string | null;
  readonly notice: string | null;
}

/** 为什么是这一天. */
export interface ClockExplanation extends ClockView {
  /** The last day the published notices tell of. */
  readonly noticesUntil: string;
  readonly startedBy: { readonly seq: number; readonly term: string; readonly at: string };
  readonly days: readonly CountedDayView[];
  readonly counted: number;
  readonly skipped: { readonly weekend: number; readonly holiday: number; readonly paused: number };
  readonly makeup: number;
  readonly rolled: number;
  readonly basis: readonly string[];
}

export interface DocumentView {
  readonly seq: number;
  readonly ordinal: number;
  readonly code: string;
  readonly form: number | null;
  readonly title: string;
  readonly number: string | null;
  readonly date: string;
  readonly pages: number;
  readonly sha256: string;
  readonly voided: boolean;
}

export interface ExhibitView {
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  readonly of: number | null;
  readonly note: string | null;
  readonly derivedFrom: string | null;
  /** Milliseconds; null for what has no length in time. */
  readonly durationMs: number | null;
  readonly takenAt: string | null;
  readonly thumbnail: boolean;
}

/** A piece of evidence in the list of the matter: with who filed it and when. */
export interface ExhibitLine extends ExhibitView {
  readonly by: string;
  /** When it was filed, by the server's clock. */
  readonly recorded: string;
  /** The act it belongs to, by its term; null for none. */
  readonly ofTerm: string | null;
}

export interface ActView {
  readonly seq: number;
  readonly type: string;
  readonly term: string;
  readonly happened: string;
  readonly recorded: string;
  readonly by: readonly PersonRef[];
  /** True where the party did it. */
  readonly byParty: boolean;
  /** Who recorded it; null for someone the bureau no longer knows. */
  readonly recorder: PersonRef | null;
  /** Position of the act this one completes, corrects or answers; null where it stands for itself. */
  readonly of: number | null;
  /** Position of the request for approval this one grants, refuses or carries out; null for none. */
  readonly settles: number | null;
  /** A line or two of substance. */
  readonly gist: readonly string[];
  readonly documents: readonly DocumentView[];
  readonly exhibits: readonly ExhibitView[];
  readonly recording: {
    readonly level: 'full' | 'as-needed';
    readonly status: 'stored' | 'made' | 'skipped' | 'missing';
  } | null;
  /** Whether its leaf is in the log: `no`, or under a checkpoint of that size. */
  readonly sealed: boolean;
}

export interface PossibilityView {
  readonly act: string;
  readonly term: string;
  readonly stage: string;
  readonly mine: boolean;
  readonly who: readonly string[];
  /** True when the act asks for the head's approval: others put it before the head. */
  readonly needsApproval: boolean;
  readonly refusals: readonly RefusalView[];
  readonly missing: readonly (readonly string[])[];
  readonly opensOn: string | null;
}

export interface RefusalView {
  readonly code: string;
  readonly title: string;
  readonly help: string;
  /** Empty for a matter of form. */
  readonly basis: readonly string[];
}

export interface RequestView {
  readonly seq: number;
  readonly act: string;
  readonly term: string;
  readonly by: PersonRef | null;
  readonly at: string;
  readonly note: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly documents: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Who the act names as doing it; empty where it is done by whoever approves it. */
  readonly actBy: readonly string[];
  /** Approved beforehand: the head signs a paper of its own, and others carry the act out. */
  readonly beforehand: boolean;
  readonly granted: { readonly by: PersonRef | null; readonly at: string } | null;
}

export interface MatterView {
  readonly id: string;
  readonly bureau: string;
  readonly procedure: { readonly id: string; readonly title: string };
  readonly subject: string;
  readonly flags: readonly string[];
  readonly party: Readonly<Record<string, unknown>> & {
    readonly name: string;
    readonly kind: string;
  };
  readonly unit: { readonly id: string; readonly name: string };
  readonly handlers: readonly PersonRef[];
  readonly caseNumber: string | null;
  readonly decisionNumber: string | null;
  readonly state: string;
  readonly stage: string;
  readonly stages: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: 'done' | 'current' | 'open' | 'skipped';
    readonly on: string | null;
  }[];
  /** The last position; send it back as the version of the next act. */
  readonly seq: number;
  readonly clocks: readonly ClockView[];
  readonly acts: readonly ActView[];
  readonly possible: readonly PossibilityView[];
  readonly requests: readonly RequestView[];
  readonly review: {
    readonly kind: string;
    readonly grounds: readonly string[];
    readonly status: string;
    readonly rounds: number;
  };
  readonly publication: readonly {
    readonly channel: string;
    readonly alternatives: readonly string[];
    readonly form: string;
    readonly limit: number;
    readonly due: string | null;
    readonly published: string | null;
    readonly withdrawn: string | null;
  }[];
  readonly missing: {
    readonly acts: readonly string[];
    readonly recordings: readonly number[];
    readonly texts: readonly number[];
  };
  readonly sealed: { readonly acts: number; readonly of: number };
}

/** A field of a form: of an act itself or of a document. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly requiredWhen?: {
    readonly field: string;
    readonly equals: string | boolean | readonly string[];
  };
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly items?: readonly FormField[];
  readonly hint?: string;
  readonly phrases?: readonly string[];
  readonly role?: string;
  readonly acts?: readonly string[];
  /** exhibit: the kinds of file it may be, as `audio`. */
  readonly media?: readonly string[];
  readonly minutes?: boolean;
  readonly unit?: string;
  readonly format?: string;
  /** Whose opinion, name or date it is; the rest of what is put before the head stays as it was put. */
  readonly post?: 'head' | 'unit-head';
}

export interface FormDocumentView {
  readonly code: string;
  readonly title: string;
  readonly number: string | null;
  readonly optional: boolean;
  readonly when: Readonly<Record<string, string | readonly string[]>> | null;
  /** Values fixed by the act, not to be filled in. */
  readonly fixed: readonly string[];
  readonly sections: readonly { readonly title: string; readonly fields: readonly FormField[] }[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** That the head did not approve what was asked for. */
export interface RefusedView {
  readonly by: PersonRef | null;
  readonly at: string;
  readonly reason: string;
  /** Codes of the papers that were put before the head. */
  readonly documents: readonly string[];
}

/** The form of an act, filled in as far as the file knows. */
export interface FormView {
  readonly act: string;
  readonly term: string;
  readonly basis: readonly string[];
  readonly who: readonly string[];
  /** Whether the head approves it, in nobody's name but their own. */
  readonly needsApproval: boolean;
  /** A field act: two officers, certificates shown the same day. */
  readonly field: boolean;
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly documents: readonly FormDocumentView[];
  /** True when one of the documents is a decision proposed for review. */
  readonly proposal: boolean;
  /** The papers by which the head approves the act beforehand; empty where there is no such thing. */
  readonly approval: readonly FormDocumentView[];
  readonly by: readonly string[];
  /** The form starts with what was asked for and not approved; null where there is none, and for the head. */
  readonly refused: RefusedView | null;
}

export interface VerdictView {
  readonly problems: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly refusals: readonly RefusalView[];
}

export interface MatterLine {
  readonly id: string;
  readonly procedure: string;
  readonly subject: string;
  readonly party: string;
  readonly caseNumber: string | null;
  readonly decisionNumber: string | null;
  readonly unit: string;
  readonly handlers: readonly string[];
  readonly stage: string;
  readonly state: string;
  readonly begunOn: string;
  readonly lastAt: string;
  readonly nextDue: string | null;
  /** That day is reckoned in ordinary weeks; the notice of its year may move it. */
  readonly provisional: boolean;
  /** Working days left to that day, negative when over; null without one. */
  readonly workingDaysLeft: number | null;
  /** What the clock of that day is counted in: `working-day`, `day`, `month` or `hour`. */
  readonly dueUnit: string | null;
}

export interface TaskView {
  readonly matter: string;
  readonly party: string;
  readonly subject: string;
  readonly number: string | null;
  readonly kind: string;
  readonly act: string;
  readonly due: string | null;
  /** That day is reckoned in ordinary weeks; the notice of its year may move it. */
  readonly provisional: boolean;
  readonly status: 'overdue' | 'today' | 'soon' | 'later' | 'paused' | 'none';
  readonly workingDaysLeft: number | null;
  readonly unit: string;
  readonly clock: {
    readonly id: string;
    readonly term: string;
    readonly length: number;
    readonly unit: string;
  } | null;
  readonly askedBy: PersonRef | null;
  readonly askedSeq: number | null;
}

/** An act somebody recorded, for the list of what they have done. */
export interface RecordedLine {
  readonly matter: string;
  readonly seq: number;
  readonly party: string;
  readonly subject: string;
  readonly number: string | null;
  readonly term: string;
  readonly happened: string;
  readonly recorded: string;
}

/** What a command has done. */
export interface DoneView {
  readonly matter: string;
  /** Position of its last act. */
  readonly seq: number;
  readonly act: string;
  /** True when the same command had been carried out before. */
  readonly repeated: boolean;
}

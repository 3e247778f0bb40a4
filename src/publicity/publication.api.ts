/** Shapes of the publication API, shared by its routes and the desk. */
import type { Cleared } from './review-answers.ts';
import type { Suspect } from './suspects.ts';
import type { ServedSegment, SummaryLine, WithheldNote, PublicParagraph } from './entry.ts';

/** A decision and where it stands with the public. */
export interface DecisionLine {
  readonly matter: string;
  readonly number: string;
  readonly party: string;
  readonly subject: string;
  readonly decidedOn: string;
  readonly required: boolean;
  readonly dueOn: string | null;
  readonly publishedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly withheldOn: string | null;
  readonly status:
    | 'not-required'
    | 'waiting'
    | 'overdue'
    | 'published'
    | 'late'
    | 'withheld'
    | 'withdrawn';
  readonly unit: string;
  /** Address of its public page, null while there is none. */
  readonly entry: string | null;
  /** Its publication clocks, the one due first in front. */
  readonly channels: readonly ChannelClock[];
}

/** Until when a decision must be public on one channel. */
export interface ChannelClock {
  readonly channel: string;
  /** Id of the clock, for its explanation. */
  readonly clock: string;
  readonly due: string | null;
  /** That day is reckoned in ordinary weeks; the notice of its year may move it. */
  readonly provisional: boolean;
  /** Working days left, negative when over; null once it is settled. */
  readonly workingDaysLeft: number | null;
  readonly isOpen: boolean;
}

/** What the public would see, beside what was served: for the check by a second person. */
export interface PublicationPreview {
  readonly served: readonly {
    readonly style: string;
    readonly segments: readonly ServedSegment[];
  }[];
  readonly public: {
    readonly title: string;
    readonly party: string;
    /** Null for natural persons, and for who has none. */
    readonly partyCode: string | null;
    readonly summary: readonly SummaryLine[];
    readonly body: readonly PublicParagraph[];
    readonly withheld: readonly WithheldNote[];
  };
  /** What is open and looks personal all the same, for whoever checks to decide. */
  readonly suspects: readonly Suspect[];
  /** What the last check declared harmless of it. */
  readonly cleared: Cleared;
  readonly grounds: readonly {
    readonly id: string;
    readonly what: string;
    readonly clause: string;
  }[];
  /** What the last check decided to hide beyond what was marked when it was served, and what the file tells by now. */
  readonly hidden: readonly {
    readonly paragraph: number;
    readonly segment: number;
    readonly ground: string;
  }[];
}

/** What a citizen handed in on the portal. */
export interface PublicRequestView {
  readonly id: string;
  readonly kind: 'disclosure' | 'correction' | 'objection' | 'complaint';
  readonly entry: string | null;
  readonly field: string | null;
  readonly name: string;
  readonly contact: string;
  readonly content: string;
  readonly receivedAt: string;
}

/**
 * What a case already knows, in the one shape every document is prefilled from, so that nobody types anything twice.
 * A document's field names its source as a dotted path into this object (`from` in `document.json`). Pure.
 */

import type { Officer, Party, Person } from './document.ts';
import type { PenaltyRow } from './penalty.ts';

/** The bureau that issues. */
export interface BureauContext {
  readonly name: string;
  /** 机关代字 of document numbers, e.g. 泉鲤 */
  readonly shortName: string;
  /** six digits, GB/T 2260 */
  readonly areaCode: string;
  readonly creditCode?: string;
  readonly address: string;
  readonly postcode?: string;
  readonly phone: string;
  /** contact person printed on notices */
  readonly contact?: string;
  readonly head?: Person;
  /** the people's government at the same level: the only reconsideration body since 2024-01-01 (行政复议法 art. 24) */
  readonly government: string;
  readonly court: string;
  readonly superior: string;
  /** where fines are paid: the bank collects, the bureau does not (行政处罚法 art. 67) */
  readonly payment: { readonly bank: string; readonly payee: string; readonly account: string };
  /** 全宗名称, where it is not the bureau's name */
  readonly fonds?: string;
}

/** Where a case came from. */
export interface SourceContext {
  /** choice value of 案件来源登记表 */
  readonly kind: string;
  readonly number: string;
  /** ISO moment */
  readonly at: string;
  readonly content: string;
  readonly provider?: string;
  readonly providerContact?: string;
}

/** The matter. Days are `YYYY-MM-DD`. */
export interface MatterContext {
  /** 案由 */
  readonly title: string;
  /** 当事人 + 违法行为 + 案 */
  readonly caseName: string;
  readonly caseNumber: string;
  readonly source: SourceContext;
  readonly openedOn?: string;
  readonly concludedOn?: string;
  readonly noticeServedOn?: string;
  readonly decidedOn?: string;
  readonly deliveredOn?: string;
  readonly closedOn?: string;
}

/** The latest act of one code. */
export interface ActContext {
  /** ISO moment */
  readonly at: string;
  readonly by: readonly Person[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** The latest document of one form. */
export interface DocumentContext {
  readonly number: string | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly title: string;
}

/** The decision, once there is a draft of one. */
export interface DecisionContext {
  readonly number?: string;
  readonly date?: string;
  readonly facts?: readonly string[];
  readonly violated?: string;
  readonly basis?: string;
}

/** All a document may take over. */
export interface CaseContext {
  /** `YYYY-MM-DD` in China */
  readonly today: string;
  readonly bureau: BureauContext;
  readonly unit: { readonly name: string; readonly head?: Person };
  readonly matter: MatterContext;
  readonly party: Party;
  readonly handlers: readonly Officer[];
  /** by act code, e.g. `case.opened` */
  readonly acts: Readonly<Record<string, ActContext>>;
  /** by number of the form, e.g. `37` */
  readonly documents: Readonly<Record<string, DocumentContext>>;
  readonly decision?: DecisionContext;
  readonly penalty?: { readonly rows: readonly PenaltyRow[]; readonly fine?: number };
}

/** Facts of single cases that differ from their scenario. */
import type { Templates } from '../plot.ts';

/** The inquiry took place at the bureau. */
export const AT_THE_BUREAU: Templates = { interviewPlace: '{bureau}询问室' };

/** What had come on top of the fine by the day of the demand. */
export const COUNTED_SURCHARGE: Templates = { surcharge: '{fine}' };

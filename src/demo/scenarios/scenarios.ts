/** All scenarios by name. */
import type { Scenario } from '../plot.ts';
import {
  EXPIRED_COSMETICS,
  EXPIRED_FOOD,
  SLIGHT_LABELLING,
  UNLICENSED_CATERING,
} from './food.texts.ts';
import {
  COUNTERFEIT_GOODS,
  FAKE_SALES,
  FALSE_ADVERTISING,
  PRICE_FRAUD,
  UNMARKED_FEES,
} from './market.texts.ts';
import { UNINSPECTED_FORKLIFT, UNVERIFIED_SCALES } from './safety.texts.ts';
import { HIDDEN_LICENCE, NO_PRICE_TAGS, NO_PURCHASE_CHECK } from './summary.texts.ts';

export const SCENARIOS = {
  'expired-food': EXPIRED_FOOD,
  'unlicensed-catering': UNLICENSED_CATERING,
  'expired-cosmetics': EXPIRED_COSMETICS,
  'slight-labelling': SLIGHT_LABELLING,
  'false-advertising': FALSE_ADVERTISING,
  'price-fraud': PRICE_FRAUD,
  'counterfeit-goods': COUNTERFEIT_GOODS,
  'fake-sales': FAKE_SALES,
  'unmarked-fees': UNMARKED_FEES,
  'uninspected-forklift': UNINSPECTED_FORKLIFT,
  'unverified-scales': UNVERIFIED_SCALES,
  'no-price-tags': NO_PRICE_TAGS,
  'hidden-licence': HIDDEN_LICENCE,
  'no-purchase-check': NO_PURCHASE_CHECK,
} as const satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

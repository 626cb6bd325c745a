import type { Route } from '#platform/http/route.contract.ts';
import { crossTableRoutes } from './words/cross-table.contract.ts';
import { indicatorRoutesOfCatalogue } from './words/indicator.contract.ts';
import { observationRoutes } from './words/observation.contract.ts';
import { readingRoutes } from './words/reading.contract.ts';

/** Reasons of this room and their HTTP status; words are `indicator.reason.<name>`. */
export const indicatorReasons = {
  indicatorKeyTaken: 409,
  amountNeedsCurrency: 422,
  shareNeedsRatio: 422,
  formulaUnreadable: 422,
  formulaOfItself: 422,
  formulaNotNumber: 422,
  formulaCycle: 422,
  formulaUnits: 422,
  formulaUnit: 422,
  formulaPopulations: 422,
  overlapNotPositive: 422,
  unitOfValues: 422,
  definitionMissing: 422,
  unitMissing: 422,
  stepNotNow: 409,
  vintageExists: 409,
  vintageUnknown: 422,
  observedPeriodUnreadable: 422,
  observedSubjectUnknown: 422,
  unitOfIndicator: 422,
  indicatorRetired: 409,
} as const;

/** Every route of the room, one line per area. */
export const indicatorRoutes: readonly Route[] = [...indicatorRoutesOfCatalogue, ...observationRoutes, ...readingRoutes, ...crossTableRoutes];

import type { Method } from '../../method/method.ts';
import { balassaOperation, productivityOperation } from './advantage.operation.ts';
import { eciOperation, fitnessOperation } from './index.operation.ts';
import { densityOperation, outlookOperation, proximityOperation, relatednessOperation } from './relatedness.operation.ts';

/** Economic complexity of regions and industries, and what is related to what. */
export const complexity: Method = {
  id: 'complexity',
  version: '1.0.0',
  title: 'Economic complexity, relatedness and outlook',
  operations: {
    balassa: balassaOperation,
    eci: eciOperation,
    fitness: fitnessOperation,
    proximity: proximityOperation,
    relatedness: relatednessOperation,
    'relatedness-density': densityOperation,
    'complexity-outlook': outlookOperation,
    'productivity-levels': productivityOperation,
  },
};

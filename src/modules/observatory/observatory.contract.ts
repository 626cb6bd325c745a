import { disclosureRoutes } from './words/disclosure.contract.ts';
import { mapRoutes } from './words/map.contract.ts';
import { scoreboardRoutes } from './words/scoreboard.contract.ts';
import { specialisationRoutes } from './words/specialisation.contract.ts';
import { stageRoutes } from './words/stage.contract.ts';
import { warningRoutes } from './words/warning.contract.ts';

export const observatoryRoutes = [
  ...specialisationRoutes,
  ...mapRoutes,
  ...scoreboardRoutes,
  ...stageRoutes,
  ...warningRoutes,
  ...disclosureRoutes,
] as const;

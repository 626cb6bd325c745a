import type { PageRoute } from '#web/router/page-route.ts';
import { disclosurePages } from './disclosure/disclosure.routes.ts';
import { mapPages } from './map/map.routes.ts';
import { scoreboardPages } from './scoreboard/scoreboard.routes.ts';
import { specialisationPages } from './specialisation/specialisation.routes.ts';
import { stagePages } from './stage/stage.routes.ts';
import { warningPages } from './warning/warning.routes.ts';

export const routes: PageRoute[] = [
  ...specialisationPages,
  ...mapPages,
  ...scoreboardPages,
  ...stagePages,
  ...warningPages,
  ...disclosurePages,
];

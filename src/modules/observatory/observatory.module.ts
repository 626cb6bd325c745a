import type { Module } from '#platform/module/module.ts';
import { disclosureArea } from './actions/disclosure.area.ts';
import { mapArea } from './actions/map.area.ts';
import { scoreboardArea } from './actions/scoreboard.area.ts';
import { specialisationArea } from './actions/specialisation.area.ts';
import { stageArea } from './actions/stage.area.ts';
import { warningArea } from './actions/warning.area.ts';
import { seedStages } from './sample/seed-stages.ts';
import { seedScoreboard } from './sample/seed-scoreboard.ts';
import { observatoryRoutes } from './observatory.contract.ts';
import { disclosurePermissions } from './words/disclosure.rules.ts';
import { mapPermissions } from './words/map.rules.ts';
import { scoreboardPermissions } from './words/scoreboard.rules.ts';
import { specialisationPermissions } from './words/specialisation.rules.ts';
import { stagePermissions } from './words/stage.rules.ts';
import { warningPermissions } from './words/warning.rules.ts';

export const observatoryModule: Module = {
  room: 'observatory',
  routes: observatoryRoutes,
  actions: {
    ...specialisationArea.actions,
    ...mapArea.actions,
    ...scoreboardArea.actions,
    ...stageArea.actions,
    ...warningArea.actions,
    ...disclosureArea.actions,
  },
  permissions: {
    ...specialisationPermissions,
    ...mapPermissions,
    ...scoreboardPermissions,
    ...stagePermissions,
    ...warningPermissions,
    ...disclosurePermissions,
  },
  reasons: {
    ...specialisationArea.reasons,
    ...mapArea.reasons,
    ...scoreboardArea.reasons,
    ...stageArea.reasons,
    ...warningArea.reasons,
    ...disclosureArea.reasons,
  },
  subjects: { ...specialisationArea.subjects, ...disclosureArea.subjects, ...scoreboardArea.subjects, ...warningArea.subjects },
  contributions: { traceProviders: [...specialisationArea.traceProviders], ...warningArea.contributions },
  jobs: { ...stageArea.jobs, ...mapArea.jobs, ...scoreboardArea.jobs, ...warningArea.jobs },
  noticeKinds: warningArea.noticeKinds,
  seed: async (context) => {
    await seedScoreboard(context);
    return seedStages(context);
  },
};

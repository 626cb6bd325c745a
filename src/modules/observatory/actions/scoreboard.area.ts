import { territoriesWithAncestors } from '#modules/registry/index.ts';
import type { Module, SubjectLoader } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { editionFacts, runFacts, scoreboardFacts } from '../store/scoreboard-scope.ts';
import { scoreboardReasons } from '../words/scoreboard.contract.ts';
import { compute, preview, scoreboardJobs } from './scoreboard/compute-edition.ts';
import * as editions from './scoreboard/keep-editions.ts';
import * as scoreboards from './scoreboard/keep-scoreboards.ts';
import * as runs from './scoreboard/read-runs.ts';

/** Whose a new one would be. */
const fromBody: SubjectLoader['fromBody'] = async (db, body) => {
  const { territoryId, clusterId } = body as { territoryId?: string | null; clusterId?: string | null };
  const territories = territoryId ? ((await territoriesWithAncestors(db, [territoryId])) ?? []) : [];
  return { visibility: 'internal', territories, clusters: clusterId ? [clusterId] : [], organisations: [] };
};

/** Trees of indicators, runs with rank intervals, published editions. */
export const scoreboardArea = {
  actions: {
    'scoreboard.list': scoreboards.list,
    'scoreboard.get': scoreboards.get,
    'scoreboard.create': scoreboards.create,
    'scoreboard.update': scoreboards.update,
    'scoreboard.preview': preview,
    'scoreboardEdition.list': editions.list,
    'scoreboardEdition.create': editions.create,
    'scoreboardEdition.get': editions.get,
    'scoreboardEdition.update': editions.update,
    'scoreboardEdition.compute': compute,
    'scoreboardEdition.step': editions.step,
    'scoreboardRun.list': runs.list,
    'scoreboardRun.get': runs.get,
    'scoreboardRun.trail': runs.trail,
    'scoreboardRun.benchmark': runs.benchmark,
    'scoreboardRun.compare': runs.compare,
    'scoreboardRun.export': runs.exportRun,
    'scoreboardRun.check': runs.check,
  },
  reasons: scoreboardReasons,
  jobs: scoreboardJobs,
  subjects: {
    scoreboard: subjectLoader(scoreboardFacts, 'scoreboard.read', { fromBody, updatePermission: 'scoreboard.manage', page: (id) => `/scoreboards/${id}` }),
    scoreboardEdition: subjectLoader(editionFacts, 'scoreboard.read', { updatePermission: 'scoreboard.manage' }),
    scoreboardRun: subjectLoader(runFacts, 'scoreboard.read'),
  },
} satisfies Pick<Module, 'actions' | 'reasons' | 'jobs' | 'subjects'>;

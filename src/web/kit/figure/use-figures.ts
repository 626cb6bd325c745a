import { listFigures } from '#modules/publication/publication.contract.ts';
import { useRoute } from '#web/api/use-route.ts';

/** The summary figures that all rooms together offer for a record. */
export function useFigures(subject: 'cluster' | 'organisation' | 'place' | 'territory', subjectId: string) {
  return useRoute(listFigures, { query: { subject, subjectId } });
}

import { fold } from '#platform/text/folding.ts';
import type { SeatRow } from '../../../store/imported-bodies.store.ts';
import type { RowReader, ChoiceWords } from '../row/row-reader.ts';
import { sectorWords, type bodyImportReasons } from './body-fields.ts';

const yesWords: ChoiceWords<'yes' | 'no'> = { yes: ['是', 'Yes', 'y', 'true', '1', '专职', '全职'], no: ['否', 'No', 'n', 'false', '0', '兼职'] };

/** A row with nobody and no post in it is about the body alone. */
export function readSeat(reader: RowReader, organisationId: string | null): Omit<SeatRow, 'bodyId'> | null {
  const [personName, post] = [reader.text('personName', 100), reader.text('post', 100)];
  const { since, until } = reader.period('since', 'until');
  if (personName === null && post === null && organisationId === null) return null;
  const fullTime = reader.choice('fullTime', yesWords);
  const sector = reader.choice('sector', sectorWords);
  return { personName, organisationId, post, sector, country: reader.text('country', 60), since, until, fullTime: fullTime === null ? null : fullTime === 'yes' };
}

/** The organisation of the cluster that the body belongs to: the one named, else the main one, else the only one. */
export function chooseOffice(reader: RowReader, offices: readonly { id: string; names: string[]; main: boolean }[]): string | null {
  const named = reader.cell('clusterOrganisation');
  const found = named === '' ? (offices.find(({ main }) => main) ?? (offices.length === 1 ? offices[0] : undefined)) : offices.find(({ names }) => names.some((name) => fold(name) === fold(named)));
  if (found) return found.id;
  reader.refusals.push({ reason: 'clusterOrganisationUnknown' satisfies keyof typeof bodyImportReasons, field: 'clusterOrganisation', params: { name: named === '' ? '–' : named } });
  return null;
}

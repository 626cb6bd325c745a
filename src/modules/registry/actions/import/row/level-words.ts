import type { titleInputSchema } from '../../../words/list.schema.ts';
import type { z } from 'zod';
import type { ChoiceWords } from './row-reader.ts';

/** Levels at which authorities recognise things. */
export const levelWords: ChoiceWords<NonNullable<z.output<typeof titleInputSchema>['level']>> = {
  national: ['国家级', 'National', '国家', '部级', '中央', 'state'],
  provincial: ['省级', 'Provincial', '省', '自治区级', '直辖市级', 'province'],
  city: ['市级', 'City', '市', '地市级', 'municipal'],
  county: ['县级', 'County', '县', '区级', '区县级', '区', 'district'],
};

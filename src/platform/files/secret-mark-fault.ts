import { marksInFile } from '#platform/level/read-marks.ts';
import type { UploadCheck } from './upload-check.ts';

/** Files that come in by HTTP were looked at before; this holds for every other way in as well. */
export const secretMarkFault: UploadCheck = async ({ name, bytes }) => {
  const [found] = (await marksInFile(bytes, name)).marks;
  return found ? { reason: 'secretMark', params: { mark: found.mark } } : null;
};

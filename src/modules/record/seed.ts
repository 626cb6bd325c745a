import type { Context } from '#platform/module/module.ts';
import { writeFile } from './actions/file/add-file.ts';
import { storeUpload } from './actions/file/store-upload.ts';
import type { RecordRef } from './store/file.store.ts';

const lines = ['样例,说明', '成员走访,样例数据：为演示而生成，不是事实', '设备清单,样例数据：为演示而生成，不是事实'];

/** One small table made in code, labelled as a sample in name, content and mark. */
export async function addSampleFile(context: Context, record: RecordRef): Promise<void> {
  const name = '样例·走访记录.csv';
  const stored = await storeUpload(context, name, Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8'));
  if (!stored.ok) throw new Error(`the sample file was refused: ${stored.reason}`);
  await writeFile(context, record, { name, level: 'public', note: '样例文件 / Sample file', retainUntil: null, sample: true }, stored.value);
}

import { z } from 'zod';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { attachedSchema, fileListSchema, filePatchSchema, fileSchema, fileVersionSchema, largestUpload, quotaInputSchema, quotaSchema, replaceQuery, surveyItemSchema, surveyKinds, uploadQuery } from './file.schema.ts';
import { idSchema, subjectParams, subjectPath, subjectRef } from './subject.schema.ts';

export const uploadReasons = {
  fileEmpty: 422,
  fileNameUnsafe: 422,
  fileTypeRefused: 422,
  fileExtensionWrong: 422,
  fileActive: 422,
  fileMixed: 422,
  fileBroken: 422,
  fileMacros: 422,
  archiveUnsafe: 422,
  archiveTooBig: 422,
  pictureTooBig: 422,
  fileTooBig: 413,
  quotaUsedUp: 413,
} as const;
export const fileReasons = { ...uploadReasons, fileNameTaken: 409, fileRemoved: 409, fileNotRemoved: 409, fileDamaged: 410, noPreview: 422, retentionPast: 422, recordExists: 409 } as const;
const upload = Object.keys(uploadReasons);

const onRecord = z.strictObject(subjectParams);
const onFile = z.strictObject({ ...subjectParams, fileId: idSchema });
const changing = { ...subjectRef, needs: 'update' } as const;
const filePath = `${subjectPath}/files/:fileId` as const;
const contentQuery = z.strictObject({ number: z.coerce.number().int().min(1).max(100_000).optional() });
const bytes = { body: z.instanceof(Uint8Array), bodyLimit: largestUpload + 1024, perMinute: 240 } as const;

export const getAttached = defineRoute({ id: 'attached.get', method: 'GET', path: `${subjectPath}/attached`, params: onRecord, out: attachedSchema, permission: 'file.read', subject: subjectRef, reasons: [], summary: { zh: '统计记录的附件与评论', en: 'Count what hangs on a record' } });
export const listFiles = defineRoute({ id: 'file.list', method: 'GET', path: `${subjectPath}/files`, params: onRecord, query: z.strictObject({ removed: z.enum(['true', 'false']).default('false') }), out: fileListSchema, permission: 'file.read', subject: subjectRef, reasons: [], csv: ['name', 'level', 'current.mediaType', 'current.size', 'current.uploadedBy', 'current.uploadedAt', 'retainUntil', 'note'], summary: { zh: '查询记录的附件', en: 'List the files of a record' } });
export const addFile = defineRoute({ id: 'file.add', method: 'POST', path: `${subjectPath}/files`, params: onRecord, query: uploadQuery, ...bytes, out: fileSchema, permission: 'file.change', subject: changing, reasons: [...upload, 'fileNameTaken', 'retentionPast'], status: 201, summary: { zh: '上传附件', en: 'Add a file to a record (body: its bytes)' } });
export const getFile = defineRoute({ id: 'file.get', method: 'GET', path: filePath, params: onFile, out: fileSchema.extend({ versions: z.array(fileVersionSchema) }), permission: 'file.read', subject: subjectRef, reasons: [], summary: { zh: '查看附件及其历史版本', en: 'Get a file with its earlier versions' } });
export const downloadFile = defineRoute({ id: 'file.download', method: 'GET', path: `${filePath}/content`, params: onFile, query: contentQuery, out: fileAnswer, answer: 'file', permission: 'file.read', subject: subjectRef, reasons: ['fileDamaged'], summary: { zh: '下载附件', en: 'Download a file' } });
export const previewFile = defineRoute({ id: 'file.preview', method: 'GET', path: `${filePath}/preview`, params: onFile, query: contentQuery, out: fileAnswer, answer: 'file', permission: 'file.read', subject: subjectRef, reasons: ['fileDamaged', 'noPreview'], summary: { zh: '预览附件', en: 'Look at a file without saving it' } });
export const replaceFile = defineRoute({ id: 'file.replace', method: 'POST', path: `${filePath}/versions`, params: onFile, query: replaceQuery, ...bytes, out: fileSchema, permission: 'file.change', subject: changing, reasons: [...upload, 'fileRemoved', 'fileNameTaken'], status: 201, summary: { zh: '上传新版本', en: 'Add a new version of a file; earlier ones are kept' } });
export const updateFile = defineRoute({ id: 'file.update', method: 'PATCH', path: filePath, params: onFile, body: filePatchSchema, ifMatch: true, out: fileSchema, permission: 'file.change', subject: changing, reasons: ['fileNameUnsafe', 'fileExtensionWrong', 'fileNameTaken', 'fileRemoved', 'retentionPast'], summary: { zh: '修改附件的名称、级别、说明与保留期限', en: 'Change name, level, note and retention of a file' } });
export const removeFile = defineRoute({ id: 'file.remove', method: 'DELETE', path: filePath, params: onFile, out: fileSchema, permission: 'file.change', subject: changing, reasons: ['fileRemoved'], summary: { zh: '移除附件', en: 'Remove a file; it can be brought back for a month' } });
export const restoreFile = defineRoute({ id: 'file.restore', method: 'POST', path: `${filePath}/restoration`, params: onFile, out: fileSchema, permission: 'file.change', subject: changing, reasons: ['fileNotRemoved', 'fileNameTaken', 'fileDamaged'], summary: { zh: '恢复附件', en: 'Bring a removed file back' } });

export const getQuota = defineRoute({ id: 'file.quota', method: 'GET', path: '/files/quota', out: quotaSchema, permission: 'file.administer', reasons: [], summary: { zh: '查看空间的附件容量', en: 'Get the file quota of the space' } });
export const setQuota = defineRoute({ id: 'file.setQuota', method: 'PUT', path: '/files/quota', body: quotaInputSchema, out: quotaSchema, permission: 'file.administer', reasons: [], summary: { zh: '设置空间的附件容量', en: 'Set the file quota of the space' } });
export const surveyFiles = defineRoute({ id: 'file.survey', method: 'GET', path: '/files', query: z.strictObject({ show: z.enum(surveyKinds).default('biggest') }), out: z.object({ items: z.array(surveyItemSchema), total: z.number().int() }), permission: 'file.administer', reasons: [], csv: ['name', 'recordKind', 'recordName', 'size', 'versionCount', 'level', 'retainUntil', 'removedAt', 'uploadedBy', 'uploadedAt'], summary: { zh: '查询空间的附件：最大、即将到期、无主、已移除', en: 'List files of the space: biggest, expiring, without a record, removed' } });
export const purgeFile = defineRoute({ id: 'file.purge', method: 'DELETE', path: '/files/:fileId', params: z.strictObject({ fileId: idSchema }), out: z.null(), permission: 'file.administer', reasons: ['recordExists'], status: 204, summary: { zh: '彻底删除无主或已移除的附件', en: 'Delete for good a file that is removed or whose record is gone' } });

export const fileRoutes = [getAttached, listFiles, addFile, getFile, downloadFile, previewFile, replaceFile, updateFile, removeFile, restoreFile, getQuota, setQuota, surveyFiles, purgeFile] as const;

const parts = import.meta.glob<Record<string, string>>(['../messages/zh-CN.json', '../../modules/*/messages/zh-CN.json', '../../platform/i18n/messages/zh-CN.json'], { import: 'default', eager: true });

export const messages: Record<string, string> = Object.assign({}, ...Object.values(parts));

const parts = import.meta.glob<Record<string, string>>(['../messages/en.json', '../../modules/*/messages/en.json', '../../platform/i18n/messages/en.json'], { import: 'default', eager: true });

export const messages: Record<string, string> = Object.assign({}, ...Object.values(parts));

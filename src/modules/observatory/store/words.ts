import { roomWords } from '#platform/i18n/room-words.ts';
import en from '../messages/en.json' with { type: 'json' };
import zh from '../messages/zh-CN.json' with { type: 'json' };

export const wordsOf = roomWords('observatory', zh, en);

import { expect, it } from 'vitest';
import { insertMention, mentionAt, splitMentions } from './mention-text.ts';

it('finds whom somebody is about to call', () => {
  expect(mentionAt('hello @样', 8)).toEqual({ from: 6, words: '样' });
  expect(mentionAt('@', 1)).toEqual({ from: 0, words: '' });
  expect(mentionAt('a@b', 3)).toBeNull();
  expect(mentionAt('@one\ntwo', 8)).toBeNull();
  expect(mentionAt('none', 2)).toBeNull();
  expect(mentionAt('@Ann and', 8, ['Ann'])).toBeNull();
});

it('puts the name in and leaves the rest', () => {
  expect(insertMention('see @li now', 4, 7, '李四')).toEqual({ text: 'see @李四 now', caret: 8 });
});

it('marks names and nothing else', () => {
  expect(splitMentions('@Ann and @Anna <b>', ['Ann', 'Anna'])).toEqual([{ text: '@Ann', mention: true }, { text: ' and ', mention: false }, { text: '@Anna', mention: true }, { text: ' <b>', mention: false }]);
  expect(splitMentions('a.*b', ['.*'])).toEqual([{ text: 'a.*b', mention: false }]);
});

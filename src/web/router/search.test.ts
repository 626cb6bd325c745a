import { describe, expect, it } from 'vitest';
import { parseSearch, stringifySearch, withContext } from './search.ts';

describe('search part of the URL', () => {
  it('keeps plain text, repeats names and drops what is empty', () => {
    expect(parseSearch('?type=a&type=b&q=%E6%A0%B7')).toEqual({ type: ['a', 'b'], q: '样' });
    expect(stringifySearch({ type: ['a', 'b'], q: '', view: undefined, sort: '-name' })).toBe('?type=a&type=b&sort=-name');
  });
  it('takes the reading context along, unless the link has its own', () => {
    expect(withContext('/clusters', { in: 'cn:440000', tab: 'x' })).toBe('/clusters?in=cn%3A440000');
    expect(withContext('/clusters?in=cn%3A110000', { in: 'cn:440000' })).toBe('/clusters?in=cn%3A110000');
    expect(withContext('/clusters/1?tab=comments#comment-2', {})).toBe('/clusters/1?tab=comments#comment-2');
    expect(withContext('/clusters/1?tab=comments#comment-2', { in: 'cn:440000' })).toBe('/clusters/1?tab=comments&in=cn%3A440000#comment-2');
    expect(withContext('https://example.org', { in: 'cn:440000' })).toBe('https://example.org');
  });
});

import { fold } from '#platform/text/folding.ts';

const signs = /[.,;:!?()[\]{}<>&/\\+*#@%$^=~|、，。；：（）-]/gu;

/** Names that lists of one firm put differently, `Co., Ltd.` and `CO LTD`, under one spelling. */
export const nameKey = (text: string): string => fold(text).replace(signs, '');

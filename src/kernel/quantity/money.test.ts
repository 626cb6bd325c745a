import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMoney, compareMoney, decimalOfMoney, money, moneyFromDecimal, shareOfMoney, splitMoney, subtractMoney, type Money } from './money.ts';

const yuan = (minor: bigint | string): Money => ({ currency: 'CNY', minor: minor.toString() });

describe('money', () => {
  it('is whole minor units of one currency', () => {
    expect(moneyFromDecimal('CNY', '12.34')).toEqual({ ok: true, value: yuan('1234') });
    expect(moneyFromDecimal('JPY', '12')).toEqual({ ok: true, value: { currency: 'JPY', minor: '12' } });
    expect(moneyFromDecimal('JPY', '12.5')).toMatchObject({ ok: false, reason: 'notWholeMinorUnits' });
    expect(moneyFromDecimal('XYZ', '1')).toMatchObject({ reason: 'unknownCurrency' });
    expect(money('CNY', '1.0')).toMatchObject({ reason: 'notWholeMinorUnits' });
    expect(money('CNY', '-007')).toEqual({ ok: true, value: yuan('-7') });
    expect(decimalOfMoney({ currency: 'KWD', minor: '-5' })).toBe('-0.005');
  });

  it('never adds two currencies', () => {
    expect(addMoney(yuan('1'), { currency: 'EUR', minor: '1' })).toMatchObject({ ok: false, reason: 'otherCurrency' });
    expect(compareMoney(yuan('1'), { currency: 'EUR', minor: '1' })).toMatchObject({ reason: 'otherCurrency' });
    expect(subtractMoney(yuan('9007199254740993'), yuan('1'))).toEqual({ ok: true, value: yuan('9007199254740992') });
    expect(shareOfMoney(yuan('5'), '0.5')).toEqual(yuan('2'));
  });

  it('splits to the last fen', () => {
    expect(splitMoney(yuan('100'), [1n, 1n, 1n])).toEqual({ ok: true, value: [yuan('34'), yuan('33'), yuan('33')] });
    expect(splitMoney(yuan('100'), [0n])).toMatchObject({ reason: 'noWeights' });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.array(fc.bigInt({ min: 0n, max: 10000n }), { minLength: 1, maxLength: 12 }), (minor, weights) => {
        fc.pre(weights.some((weight) => weight > 0n));
        const answer = splitMoney(yuan(minor), weights);
        if (!answer.ok) throw new Error(answer.reason);
        expect(answer.value.reduce((total, part) => total + BigInt(part.minor), 0n)).toBe(minor);
        weights.forEach((weight, index) => {
          if (weight === 0n) expect(answer.value[index]).toEqual(yuan('0'));
        });
      }),
    );
  });
});

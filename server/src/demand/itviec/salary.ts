/** Money per month as far as the text says it; the currency is null where none is written. */
export interface Salary {
  low: number | null;
  high: number | null;
  currency: 'USD' | 'VND' | null;
}

const AMOUNT =
  /(\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?)(?:\s*(triệu|trieu|tr|millions?|mil|m|k)(?![\p{L}]))?/giu;
const MILLION = /^(triệu|trieu|tr|millions?|mil|m)$/i;
/** A trillion dong: more digits are a phone number or a mistake. */
const ABSURD = 1e12;
const YEARLY = /\b(year|yearly|annual|annually|month salary|months? salary|p\.?a)\b|năm/i;

/**
 * Reads the written salary and nothing else: "1,000 - 2,000 USD", "Up to 40m vnd", "20-25 triệu VND".
 * Triệu and tr are dong by themselves; a bare "1800-3500" or "13-20m" has no currency. Undefined
 * where no monthly amount is written ("You'll love it", "$55k/year").
 */
export function readSalary(written: string): Salary | undefined {
  const text = written.normalize('NFC');
  if (YEARLY.test(text)) return undefined;
  const amounts = [...text.matchAll(AMOUNT)].slice(0, 2);
  if (amounts.length === 0) return undefined;
  const units = amounts.map((amount) => amount[2]);
  // "20-25 triệu": what stands after the second amount is meant for both
  const shared = units.at(-1);
  const values = amounts.map(
    (amount, index) => toNumber(amount[1]!) * factor(units[index] ?? shared),
  );
  if (values.some((value) => value > ABSURD)) return undefined;
  const currency = readCurrency(text, units);
  if (values.length === 2) {
    return { low: Math.min(...values), high: Math.max(...values), currency };
  }
  const [value] = values as [number];
  if (/(?<!\p{L})(up\s?to|max|tối đa|đến|tới|under|below)(?!\p{L})/iu.test(text)) {
    return { low: null, high: value, currency };
  }
  if (/(?<!\p{L})(from|min|above|over|more than|từ|trên|tối thiểu)(?!\p{L})|\+\s*$/iu.test(text)) {
    return { low: value, high: null, currency };
  }
  return { low: value, high: value, currency };
}

function readCurrency(text: string, units: (string | undefined)[]): Salary['currency'] {
  if (/\$|usd|dollar/i.test(text)) return 'USD';
  if (/vn[dđ]|₫|\d\s*đ(?!\p{L})|đồng/iu.test(text)) return 'VND';
  return units.some((unit) => /^(triệu|trieu|tr)$/i.test(unit ?? '')) ? 'VND' : null;
}

function factor(unit: string | undefined): number {
  if (unit === undefined) return 1;
  return MILLION.test(unit) ? 1_000_000 : 1_000;
}

/** "1,000" and "25.000.000" group thousands; "2,5" and "1.5" are fractions. */
function toNumber(written: string): number {
  return /^\d{1,3}([.,]\d{3})+$/.test(written)
    ? Number(written.replace(/[.,]/g, ''))
    : Number(written.replace(',', '.'));
}

import { plain } from '#src/languages/plain.ts';

// Legal forms and the country, as `plain` leaves them; longer ones first.
const LEADING = [
  'cong ty trach nhiem huu han mot thanh vien',
  'cong ty trach nhiem huu han',
  'cong ty tnhh mot thanh vien',
  'cong ty tnhh 1 thanh vien',
  'cong ty tnhh mtv',
  'cong ty tnhh',
  'cong ty co phan',
  'cong ty cp',
  'cong ty',
  'cty tnhh mtv',
  'cty tnhh',
  'cty co phan',
  'cty cp',
  'cty',
  'ctcp',
  'co phan',
  'tnhh',
];
const TRAILING = [
  'joint stock company',
  'limited liability company',
  'company limited',
  'company ltd',
  'co ltd',
  'pte ltd',
  'pvt ltd',
  'private limited',
  'sdn bhd',
  'corporation',
  'corp',
  'incorporated',
  'inc',
  'limited',
  'ltd',
  'llc',
  'gmbh',
  'jsc',
  'plc',
  'company',
  'co',
  'jointstock company',
  'viet nam',
  'vietnam',
  'vn',
];

/**
 * The same for every way one employer writes its name: case, accents, punctuation, legal forms
 * (Công ty TNHH, CP, Co., Ltd, JSC …) and a final "Vietnam" are folded. Other words are kept: "FPT
 * Software" is not "FPT". A name of nothing but such words stays as it is.
 */
export function employerKey(name: string): string {
  const whole = plain(name);
  let key = whole;
  for (let before = ''; before !== key;) {
    before = key;
    for (const form of LEADING) if (key.startsWith(`${form} `)) key = key.slice(form.length + 1);
    for (const form of TRAILING) if (key.endsWith(` ${form}`)) key = key.slice(0, -form.length - 1);
  }
  return key === '' || ALL_FORMS.has(key) ? whole : key;
}

const ALL_FORMS = new Set([...LEADING, ...TRAILING]);

/** The same for every way of writing one title: case, accents and punctuation are folded. */
export function titleKey(title: string): string {
  return plain(title);
}

export type Weight = 400 | 600;

/**
 * Advance widths of Be Vietnam Pro in thousandths of the size, for the characters U+0020…U+007E.
 * Kerning only draws them closer, so that a sum of them is never less than what is drawn.
 */
const printable: Record<Weight, number[]> = {
  400: [
    230, 280, 318, 807, 645, 849, 740, 179, 439, 439, 497, 608, 303, 608, 286, 503, 676, 385, 651,
    660, 710, 660, 680, 594, 634, 680, 286, 303, 556, 726, 556, 573, 1005, 736, 674, 775, 728, 620,
    633, 783, 709, 258, 465, 679, 624, 853, 732, 826, 644, 822, 668, 635, 650, 725, 706, 1005, 720,
    665, 660, 459, 485, 459, 559, 702, 202, 642, 652, 613, 652, 599, 386, 643, 583, 264, 274, 555,
    255, 893, 573, 642, 652, 652, 392, 508, 428, 566, 576, 870, 559, 583, 502, 426, 408, 426, 468,
  ],
  600: [
    230, 320, 367, 833, 648, 863, 755, 208, 449, 449, 508, 637, 332, 607, 319, 528, 692, 415, 660,
    674, 716, 674, 693, 596, 656, 693, 319, 332, 568, 744, 568, 605, 1014, 758, 698, 778, 743, 634,
    640, 788, 725, 280, 482, 703, 637, 877, 743, 828, 667, 825, 697, 656, 674, 733, 732, 1039, 753,
    701, 664, 489, 515, 489, 594, 724, 260, 652, 662, 624, 662, 611, 401, 654, 600, 285, 292, 584,
    277, 895, 590, 652, 662, 662, 416, 527, 434, 581, 588, 879, 591, 592, 514, 462, 426, 462, 483,
  ],
};

/** What has no base letter above, or stands wider than it; the larger of both weights. */
const others: Record<string, number> = {
  Đ: 788,
  đ: 677,
  '\u00a0': 230,
  '–': 696,
  '—': 868,
  '…': 817,
  '“': 420,
  '”': 440,
  '‘': 287,
  '’': 228,
  '·': 288,
  '•': 564,
};
/** Horns and marks widen a letter by at most this. */
const marked = 26;
/** A letter of another face, which stands in for one that ours lacks. */
const unknown = 1100;

/** How wide a line of text is drawn, in the unit of `size`; never less than what the face takes. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let sum = 0;
  for (const character of text.normalize('NFC')) sum += advance(character, weight);
  return (sum * size) / 1000;
}

function advance(character: string, weight: Weight): number {
  const other = others[character];
  if (other !== undefined) return other;
  const parts = character.normalize('NFD');
  const width = printable[weight][parts.charCodeAt(0) - 0x20];
  if (width === undefined) return unknown;
  return parts.length === 1 ? width : width + marked;
}

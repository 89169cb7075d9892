/** Lists of numbers of different lengths in two flat arrays. */
export class Csr {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;

  constructor(offsets: Uint32Array, items: Uint32Array) {
    this.offsets = offsets;
    this.items = items;
  }

  row(at: number): Uint32Array {
    return this.items.subarray(this.offsets[at]!, this.offsets[at + 1]!);
  }
}

export function csrOf(lists: readonly (readonly number[])[]): Csr {
  const offsets = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => (offsets[at + 1] = offsets[at]! + list.length));
  const items = new Uint32Array(offsets[lists.length]!);
  lists.forEach((list, at) => items.set(list, offsets[at]!));
  return new Csr(offsets, items);
}

// Which characters a TrueType font can draw: its `cmap` table, formats 4 and 12, which all Unicode fonts carry.

export type Coverage = (codePoint: number) => boolean;

export function coverageOf(fonts: readonly Buffer[]): Coverage {
  const covered = new CodePoints();
  for (const font of fonts) {
    for (const table of characterMaps(font)) {
      const format = font.readUInt16BE(table);
      if (format === 12) addGroups(font, table, covered);
      else if (format === 4) addSegments(font, table, covered);
    }
  }
  return (codePoint) => covered.has(codePoint);
}

/** A bit for each code point: a quarter of what a Set of numbers takes. */
class CodePoints {
  private readonly bits = new Uint8Array(0x110000 >> 3);

  add(code: number): void {
    const at = code >> 3;
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (code & 7));
  }

  has(code: number): boolean {
    return ((this.bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
  }
}

function characterMaps(font: Buffer): number[] {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    const count = font.readUInt16BE(cmap + 2);
    return Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 4 + at * 8 + 4));
  }
  return [];
}

function addGroups(font: Buffer, table: number, covered: CodePoints): void {
  const groups = font.readUInt32BE(table + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = table + 16 + index * 12;
    const last = font.readUInt32BE(group + 4);
    for (let code = font.readUInt32BE(group); code <= last; code += 1) covered.add(code);
  }
}

function addSegments(font: Buffer, table: number, covered: CodePoints): void {
  const twice = font.readUInt16BE(table + 6);
  const ends = table + 14;
  const starts = ends + twice + 2;
  const deltas = starts + twice;
  const offsets = deltas + twice;
  for (let at = 0; at < twice; at += 2) {
    const start = font.readUInt16BE(starts + at);
    const offset = font.readUInt16BE(offsets + at);
    for (let code = start; code <= font.readUInt16BE(ends + at) && code < 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? code + font.readUInt16BE(deltas + at)
          : font.readUInt16BE(offsets + at + offset + (code - start) * 2);
      // Glyph 0 is the box that says "missing": an entry that leads there covers nothing.
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}

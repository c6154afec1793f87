/** As the spreadsheets of many offices still save text. Node only decodes it: its two-byte characters decoded give the way back. */
export const gb18030 = (text: string) =>
  Buffer.from(
    [...text].flatMap((character) => (character < "\u0080" ? [character.charCodeAt(0)] : bytesOf(character))),
  );

const table = new Map(pairs().map((pair) => [new TextDecoder("gb18030").decode(Uint8Array.from(pair)), pair]));

function bytesOf(character: string) {
  const bytes = table.get(character);
  if (!bytes) throw new Error(`${character} has no two bytes in GB18030`);
  return bytes;
}

function pairs() {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const trails = [...range(0x40, 0x7e), ...range(0x80, 0xfe)];
  return range(0x81, 0xfe).flatMap((lead) => trails.map((trail) => [lead, trail]));
}

/** How tests get files as older Chinese Windows programs write them: text encoded in GBK. */

const bytesOf = new Map<string, readonly number[]>();

/** Text in GBK, as Chinese Windows programs write it: Node decodes it only, so its table is turned round. */
export function gbk(text: string): Buffer {
  if (bytesOf.size === 0) {
    const decoder = new TextDecoder("gbk");
    for (let code = 0; code < 128; code++) bytesOf.set(String.fromCharCode(code), [code]);
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++)
        bytesOf.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? [0x3f]));
}

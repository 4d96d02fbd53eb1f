/**
 * Can an Excel 97–2003 file be read, and if not, why? Its cells are read elsewhere, with those of all workbooks.
 */
import { openCompoundFile, refusalOfCompound } from "./compound-file.ts";
import type { UnreadableReason } from "./unreadable.ts";

/** Records of a workbook's first part ([MS-XLS]): each has its kind and length in two bytes each. */
const END_OF_PART = 0x000a;
const FILE_PASS = 0x002f;

/** Why an Excel 97–2003 file is not read: damage, macros, or a password, which the reader's library takes for damage. */
export function refusalOfWorkbook(bytes: Uint8Array): UnreadableReason | undefined {
  const refusal = refusalOfCompound(bytes);
  if (refusal !== undefined) return refusal;
  try {
    const file = openCompoundFile(bytes);
    const records = file?.stream("Workbook") ?? file?.stream("Book") ?? Buffer.alloc(0);
    for (let at = 0; at + 4 <= records.length; at += 4 + records.readUInt16LE(at + 2)) {
      const kind = records.readUInt16LE(at);
      if (kind === FILE_PASS) return { kind: "encrypted" };
      if (kind === END_OF_PART) return undefined;
    }
    return { kind: "broken", detail: "its workbook has no end" };
  } catch (error) {
    return { kind: "broken", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The rows a version of a bulletin was counted from, out of the records bucket: are they still rows? */
import * as z from "zod/mini";
import type { Files } from "../ports/files.ts";
import type { FrozenRowsOf } from "../ports/frozen-rows.ts";
import { statisticsRow } from "./case-table/schemas/records.ts";
import { withOutcomes } from "./case-table/upcast/outcomes.ts";

/** Rows of a year of a large city are some 20 MB. */
const MAX_BYTES = 100 * 1024 * 1024;

const rows = z.array(statisticsRow);

/** A version's rows are gone, or are none; says where they are wrong, not what they say. */
class UnusableRows extends Error {
  override readonly name = "UnusableRows";
}

/** Reads `rows.json` of a version's folder. */
export function frozenRowsIn(files: Pick<Files, "read">): FrozenRowsOf {
  return async (folder) => {
    const key = `${folder}/rows.json`;
    const bytes = await files.read(key, undefined, MAX_BYTES);
    if (typeof bytes === "string") throw new UnusableRows(`${key} is ${bytes}`);
    const parsed = z.safeParse(rows, withOutcomes(JSON.parse(new TextDecoder().decode(bytes))));
    if (parsed.success) return parsed.data;
    const [first] = parsed.error.issues;
    throw new UnusableRows(`${key} is wrong at ${first?.path.map(String).join(".")}`);
  };
}

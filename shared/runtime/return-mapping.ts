/** Is something a mapping of the yearly return: columns with what each counts, and conditions that can be asked? */
import * as z from "zod/mini";
import { type Agree, agreed } from "../domain/agreement.ts";
import {
  CONDITION_KEYS,
  type ConditionKey,
  RETURN_COUNTS,
  RETURN_LINES,
  type ReturnMapping,
} from "../domain/yearly-return/mapping.ts";

const text = z.string("must be a text").check(z.minLength(1, "must not be empty"));
const values = z.exactOptional(z.array(text, "must be a list of texts"));

const conditions = z.strictObject(
  Object.fromEntries(CONDITION_KEYS.map((key) => [key, values])) as Record<ConditionKey, typeof values>,
  "must be a group of conditions",
);

export const returnMapping = z.strictObject(
  {
    title: text,
    lines: z.enum(RETURN_LINES, `must be one of ${RETURN_LINES.join(", ")}`),
    columns: z.array(
      z.strictObject(
        {
          code: text,
          title: text,
          counts: z.enum(RETURN_COUNTS, `must be one of ${RETURN_COUNTS.join(", ")}`),
          where: z.exactOptional(conditions),
        },
        "must be a column",
      ),
      "must be a list of columns",
    ),
  },
  "must be a mapping",
);

agreed<Agree<ReturnMapping, z.infer<typeof returnMapping>>>();

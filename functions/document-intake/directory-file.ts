/** The directory (名录) out of an uploaded JSON file: checked whole, then saved whole. */
import * as z from "zod/mini";
import { documentRecord, rejected } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import { directoryProblems, type Organisation } from "../../shared/domain/directory.ts";
import type { IntakePorts } from "./intake.ts";

const text = z.string().check(z.minLength(1));

const OrganisationSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
  kind: z.enum(["court", "bureau", "government", "agency"]),
  name: text,
  aliases: z._default(z.array(text), []),
  level: z.enum(["city", "county", "town"]),
  jurisdiction: text,
  superior: z.optional(text),
  courtCode: z.optional(text),
  contacts: z.array(
    z.strictObject({
      role: z.enum(["legal-section", "head", "clerk", "duty"]),
      name: text,
      email: z.email(),
      phone: z.optional(text),
    }),
  ),
  verified: z._default(z.boolean(), false),
});

const DirectoryFile = z.strictObject({ organisations: z.array(OrganisationSchema).check(z.minLength(1)) });

/** Loads a directory file; a file with a single mistake changes nothing and comes back with all of them named. */
export async function loadDirectory(
  { directory }: IntakePorts,
  arriving: Arriving,
  bytes: Uint8Array,
): Promise<Settled> {
  const parsed = DirectoryFile.safeParse(parseJson(bytes));
  const problems = parsed.success
    ? directoryProblems(parsed.data.organisations as unknown as readonly Organisation[])
    : parsed.error.issues.map(({ path }) => `“${path.join(".") || "文件"}”格式不正确。`);
  if (!parsed.success || problems.length > 0) {
    return rejected(arriving, "directory", { type: "bad-directory", problems: problems.slice(0, 20) });
  }
  // Saved before the upload is settled: a crash in between saves the same once more.
  await directory.save(parsed.data.organisations as unknown as readonly Organisation[]);
  return {
    change: { document: documentRecord(arriving, { state: "read", kind: "directory", caseNumbers: [] }) },
    outcome: "read",
  };
}

/** The file as JSON in UTF-8; undefined where it is not. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

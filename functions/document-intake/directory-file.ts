/** The directory (名录) out of an uploaded file, JSON or a sheet of contacts (通讯录): checked whole, then saved whole. */
import * as z from "zod/mini";
import { organisationsOf } from "../../shared/casework/directory/from-sheet.ts";
import { documentRecord, rejected } from "../../shared/casework/documents/answers.ts";
import type { Arriving, Settled } from "../../shared/casework/documents/arriving.ts";
import type { DirectorySheet } from "../../shared/documents/kinds/directory-entries.ts";
import type { Organisation } from "../../shared/domain/organisations/directory.ts";
import { directoryProblems } from "../../shared/domain/organisations/directory-problems.ts";
import type { DirectoryFileProblem } from "../../shared/domain/refusal.ts";
import type { IntakePorts } from "./intake-ports.ts";
import { parseJson } from "./json.ts";

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
  address: z.optional(text),
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

/** The most mistakes a mail names; there is no use in reading more before some are mended. */
const MOST_NAMED = 100;

/** Loads a directory file; a file with a single mistake changes nothing and comes back with all of them named. */
export async function loadDirectory(
  ports: IntakePorts,
  arriving: Arriving,
  bytes: Uint8Array,
): Promise<Settled> {
  const { directory } = ports;
  const json = parseJson(bytes);
  const sheet = json === undefined ? await sheetIn(ports, bytes) : undefined;
  if (json === undefined && sheet === undefined)
    return rejected(arriving, "directory", { type: "bad-directory", problems: [{ type: "no-directory" }] });
  const given =
    sheet === undefined ? json : { organisations: await organisationsOf(sheet, directory, ports.sha256) };
  const parsed = DirectoryFile.safeParse(given);
  const problems =
    sheet === undefined ? problemsOfJson(parsed) : problemsOfSheet(sheet, parsed, given as DirectoryShape);
  if (!parsed.success || problems.length > 0) {
    const named = problems.length === 0 ? [{ type: "malformed", path: "" } as const] : distinct(problems);
    return rejected(arriving, "directory", { type: "bad-directory", problems: named.slice(0, MOST_NAMED) });
  }
  // Saved before the upload is settled: a crash in between saves the same once more.
  await directory.save(parsed.data.organisations as unknown as readonly Organisation[]);
  return {
    changes: [{ document: documentRecord(arriving, { state: "read", kind: "directory", caseNumbers: [] }) }],
    outcome: "read",
  };
}

type Parsed = ReturnType<typeof DirectoryFile.safeParse>;
interface DirectoryShape {
  readonly organisations: readonly Organisation[];
}

function problemsOfJson(parsed: Parsed): readonly DirectoryFileProblem[] {
  return parsed.success
    ? directoryProblems((parsed.data as unknown as DirectoryShape).organisations)
    : parsed.error.issues.map(({ path }) => ({ type: "malformed", path: path.map(String).join(".") }));
}

/** Everything at once, each with its row: what a cell says, what is left empty, what doesn't fit together. */
function problemsOfSheet(
  { entries, problems }: DirectorySheet,
  parsed: Parsed,
  { organisations }: DirectoryShape,
): readonly DirectoryFileProblem[] {
  const rows = new Map(entries.map((entry) => [entry.name, entry.rows.join("、")]));
  const lacking = parsed.success
    ? []
    : parsed.error.issues.map(({ path: [, index, field] }): DirectoryFileProblem => {
        const place = rows.get(entries[Number(index)]?.name ?? "");
        return { type: "bad-cell", field: String(field), ...(place !== undefined && { place }) };
      });
  return [
    ...problems.map(({ text }): DirectoryFileProblem => ({ type: "as-read", text })),
    ...lacking,
    ...directoryProblems(organisations, ({ name }) => rows.get(name)),
  ];
}

/** Several issues of one cell are one mistake. */
function distinct(problems: readonly DirectoryFileProblem[]): readonly DirectoryFileProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The sheet of contacts in a file that is no JSON; undefined where there is none. */
async function sheetIn(
  { readDocument }: IntakePorts,
  bytes: Uint8Array,
): Promise<DirectorySheet | undefined> {
  const reading = await readDocument(bytes);
  return reading.ok ? reading.document.directory : undefined;
}

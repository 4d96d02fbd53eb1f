/** Who is informed that an organisation's entry has changed: itself, its former addresses, its bureau, and its courts. */

import { organisationBoard } from "../domain/board/board-row.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import { defined } from "../domain/defined.ts";
import type { NoticeContent } from "../domain/notices/notice-kinds.ts";
import {
  type Addressed,
  type Addressee,
  address,
  type Dispatch,
  joined,
  NOTHING_ADDRESSED,
  notice,
  signerFor,
} from "../domain/obligations/addressing.ts";
import { lookup, type Organisation, type OrganisationId } from "../domain/organisations/directory.ts";
import {
  addressesGone,
  changedFields,
  changedOrganisation,
  isOnlyProposed,
  type OrganisationChange,
} from "../domain/organisations/organisation-change.ts";
import { proposedContacts } from "../domain/organisations/proposed-address.ts";
import type { Directory } from "../ports/directory.ts";
import type { Records } from "../ports/records.ts";
import { addresseeIn, bureauAddressed, bureauOf } from "./involved.ts";
import { openRows } from "./open-rows.ts";

/** An open case of the organisation, by the court that hears it. */
export interface CaseBefore {
  readonly caseNumber: CaseNumber;
  readonly court: string;
}

/** Its open cases, those in which it answers for another among them: however many they are, each of their courts must hear. */
export async function openCasesOf(
  { id, kind }: Organisation,
  { records }: { readonly records: Pick<Records, "openCases"> },
): Promise<readonly CaseBefore[]> {
  // What is before a court is none of its own.
  if (kind === "court") return [];
  const open: CaseBefore[] = [];
  for await (const [{ caseNumber, court }] of openRows(records, [organisationBoard(id)]))
    open.push({ caseNumber, court });
  return open;
}

/** A letter names so many of them, and says how many there are. */
const MOST_NAMED = 100;

type Reader = Extract<NoticeContent, { kind: "organisation-changed" }>["reader"];

/** How widely a change is told: of an import only those hear whose mail goes elsewhere from now on. */
export type Told = "all" | "addresses";

/** The notices of a change; a court gets one, with all its cases. The bureau that made it needs none. */
export async function organisationNotices(
  change: OrganisationChange,
  cases: readonly CaseBefore[],
  directory: Directory,
  { now, rules }: Pick<Dispatch, "now" | "rules">,
  told: Told = "all",
): Promise<Addressed> {
  const { before, after, by, bureau: maker, functions, takesBack } = change;
  const entry = changedOrganisation(change);
  const named = before ?? entry;
  const [bureau, madeBy, nameOf] = await Promise.all([
    bureauOf(entry.jurisdiction, directory),
    maker === undefined ? undefined : directory.organisation(maker),
    namesIn(change, directory),
  ]);
  const changes = changedFields(before, after, nameOf);
  const gone = before === undefined || after === undefined ? [] : addressesGone(before, after);
  if (told === "addresses" && gone.length === 0) return NOTHING_ADDRESSED;
  // Who leads it concerns nobody's mail: courts and bureau see it where they look it up.
  const isOwnAffair =
    functions === undefined && changes.length > 0 && changes.every(({ field }) => field === "leaders");
  const isForCourts = !isOwnAffair && (functions !== undefined || !isOnlyProposed(changes));
  const dispatch: Dispatch = { subject: { of: "organisation", organisation: named.id }, now, rules };
  const content = (reader: Reader, open: readonly CaseNumber[] = []): NoticeContent => ({
    kind: "organisation-changed",
    organisation: named.name,
    by,
    at: now,
    changes,
    ...defined({ bureau: madeBy?.name, functions }),
    cases: open.slice(0, MOST_NAMED),
    ...(open.length > MOST_NAMED && { casesInAll: open.length }),
    // What a bureau did is taken back where it was done.
    ...(takesBack !== undefined ? { restored: true } : maker === undefined ? { change: change.id } : {}),
    reader,
  });
  const key = (reader: Reader) => `changed ${change.id} ${reader}`;
  const tell = (reader: Reader, to: Addressee, open?: readonly CaseNumber[]) =>
    address(key(reader), to, content(reader, open), dispatch);
  const courts = await Promise.all(
    (await courtsOf(told === "all" && isForCourts ? cases : [], directory)).map(async ({ court, open }) =>
      tell("court", await addresseeIn(directory, court, "handling"), open),
    ),
  );
  const signer = signerFor(bureau, entry);
  const former = gone.map(({ name, email }) => {
    const recipient = {
      organisation: named.id,
      organisationName: named.name,
      name,
      address: email,
    };
    return notice(key("former-address"), recipient, content("former-address"), dispatch, { signer });
  });
  const asked = after === undefined ? [] : proposedContacts(after);
  const consent = asked.flatMap(({ role, name, email, proposed }) => {
    if (proposed.change !== change.id) return [];
    const recipient = { organisation: named.id, organisationName: named.name, name, address: email };
    const told = { ...content("asked-address"), asked: { role, change: change.id, email: proposed.email } };
    return [notice(`${key("asked-address")} ${role}`, recipient, told, dispatch, { signer })];
  });
  return joined([
    { notices: consent, unreached: [] },
    tell("own", await addresseeIn(directory, entry, "handling")),
    { notices: former, unreached: [] },
    ...(isOwnAffair || (maker !== undefined && (told !== "all" || maker === bureau?.id))
      ? []
      : [
          tell(
            "bureau",
            await bureauAddressed(entry.jurisdiction, directory),
            cases.map(({ caseNumber }) => caseNumber),
          ),
        ]),
    ...courts,
  ]);
}

/** What the organisations are called that a change names by their ids. */
export async function namesIn(
  { before, after }: Pick<OrganisationChange, "before" | "after">,
  directory: Pick<Directory, "organisations">,
): Promise<(id: OrganisationId) => string> {
  const named = await directory.organisations(
    [before, after].flatMap((one) => [one?.superior, one?.closed?.into].filter((id) => id !== undefined)),
  );
  return (id) => named.get(id)?.name ?? id;
}

async function courtsOf(
  cases: readonly CaseBefore[],
  directory: Directory,
): Promise<readonly { readonly court: Organisation; readonly open: readonly CaseNumber[] }[]> {
  const byCourt = [...Map.groupBy(cases, ({ court }) => court)];
  const found = await Promise.all(
    byCourt.map(async ([name, theirs]) => {
      const [court] = await directory.find(lookup.name(name));
      return court && { court, open: theirs.map(({ caseNumber }) => caseNumber) };
    }),
  );
  return found.filter((one) => one !== undefined);
}

/** Who is informed that an organisation's entry has changed: itself, its former addresses, its bureau, and its courts. */

import type { CaseFile } from "../domain/case-file/state.ts";
import type { CaseNumber } from "../domain/court/case-number.ts";
import type { NoticeContent } from "../domain/notices/notice-kinds.ts";
import {
  type Addressed,
  type Addressee,
  address,
  type Dispatch,
  joined,
  notice,
  signerFor,
} from "../domain/obligations/addressing.ts";
import { lookup, type Organisation } from "../domain/organisations/directory.ts";
import {
  addressesGone,
  changedFields,
  type OrganisationChange,
} from "../domain/organisations/organisation-change.ts";
import type { Directory } from "../ports/directory.ts";
import type { Records } from "../ports/records.ts";
import { addresseeIn, bureauAddressed, bureauOf } from "./involved.ts";

/** An open case of the organisation, by the court that hears it. */
export interface CaseBefore {
  readonly caseNumber: CaseNumber;
  readonly court: string;
}

/**
 * Its open cases, by its bureau's board, with the one at hand: an agency that is designated in a case stands on no
 * board for it.
 */
export async function openCasesOf(
  { id, jurisdiction }: Organisation,
  atHand: Pick<CaseFile, "caseNumber" | "court" | "state"> | undefined,
  { records, directory }: { readonly records: Pick<Records, "board">; readonly directory: Directory },
): Promise<readonly CaseBefore[]> {
  const bureau = await bureauOf(jurisdiction, directory);
  const rows = bureau === undefined ? [] : await Array.fromAsync(records.board(bureau.jurisdiction));
  const open = [
    ...(atHand === undefined || atHand.state === "closed" ? [] : [atHand]),
    ...rows.filter(({ agencies }) => agencies.some(({ organisation }) => organisation === id)),
  ].map(({ caseNumber, court }) => [caseNumber, { caseNumber, court }] as const);
  return [...new Map(open).values()];
}

type Reader = Extract<NoticeContent, { kind: "organisation-changed" }>["reader"];

/** The notices of a change; a court gets one, with all its cases. */
export async function organisationNotices(
  change: OrganisationChange,
  cases: readonly CaseBefore[],
  directory: Directory,
  { now, rules }: Pick<Dispatch, "now" | "rules">,
): Promise<Addressed> {
  const { before, after, by, functions, takesBack } = change;
  const dispatch: Dispatch = { subject: { of: "organisation", organisation: before.id }, now, rules };
  const content = (reader: Reader, open: readonly CaseNumber[] = []): NoticeContent => ({
    kind: "organisation-changed",
    organisation: before.name,
    by,
    at: now,
    changes: changedFields(before, after),
    ...(functions !== undefined && { functions }),
    cases: open,
    ...(takesBack === undefined ? { change: change.id } : { restored: true }),
    reader,
  });
  const key = (reader: Reader) => `changed ${change.id} ${reader}`;
  const tell = (reader: Reader, to: Addressee, open?: readonly CaseNumber[]) =>
    address(key(reader), to, content(reader, open), dispatch);
  const courts = await Promise.all(
    (await courtsOf(cases, directory)).map(async ({ court, open }) =>
      tell("court", await addresseeIn(directory, court, "handling"), open),
    ),
  );
  const signer = signerFor(await bureauOf(after.jurisdiction, directory), after);
  const former = addressesGone(before, after).map(({ name, email }) => {
    const recipient = {
      organisation: before.id,
      organisationName: before.name,
      name,
      address: email,
    };
    return notice(key("former-address"), recipient, content("former-address"), dispatch, { signer });
  });
  return joined([
    tell("own", await addresseeIn(directory, after, "handling")),
    { notices: former, unreached: [] },
    tell(
      "bureau",
      await bureauAddressed(after.jurisdiction, directory),
      cases.map(({ caseNumber }) => caseNumber),
    ),
    ...courts,
  ]);
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

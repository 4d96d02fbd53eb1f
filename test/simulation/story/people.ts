/** Who is who in a city that is played: its courts, agencies and mailboxes are those of the sample directory. */
import { readFileSync } from "node:fs";
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import type { Chance } from "./chance.ts";
import type { TrueCase } from "./papers.ts";

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly jurisdiction: string;
  readonly courtCode?: string;
  readonly contacts: readonly { readonly email: string }[];
}

const DIRECTORY = readFileSync(new URL("../../../infra/local/city/samples/directory.json", import.meta.url));
/** The directory as it is uploaded. */
export const DIRECTORY_FILE: Uint8Array = new Uint8Array(DIRECTORY);
const LISTED: readonly Listed[] = JSON.parse(DIRECTORY.toString("utf8")).organisations;
/** Every address there is. */
export const MAILBOXES: readonly string[] = LISTED.flatMap(({ contacts }) =>
  contacts.map(({ email }) => email),
);
const COURTS = LISTED.filter(({ kind }) => kind === "court");
const BUREAUS = LISTED.filter(({ kind }) => kind === "bureau");

/** A case that is played, with the days that are meant for it. */
export interface PlayedCase extends TrueCase {
  readonly folder: string;
  readonly bureauFolder: string;
  /** Where papers of it come by mistake. */
  readonly strangersFolder: string;
  /** In the order of {@link TrueCase.respondents}; absent of one nobody knows. */
  readonly agencyFolders: readonly string[];
  readonly summonedOn: CivilDate;
  readonly hearing: CivilDate;
  readonly movedTo: CivilDate | undefined;
}

export interface City {
  readonly cases: readonly PlayedCase[];
}

/** So many cases in the first weeks of a story. */
export function cityOf(by: Chance, cases: number, first: CivilDate): City {
  const few = COURTS.filter(() => by.is(0.5));
  const courts = few.length === 0 ? [by.pick(COURTS)] : few;
  return {
    cases: Array.from({ length: cases }, (_, index) =>
      playedCase(by, by.pick(courts), 11 + index * 7 + by.whole(0, 6), first),
    ),
  };
}

const CAUSES = ["行政处罚", "行政强制", "政府信息公开", "不履行法定职责"] as const;
const PLAINTIFFS = ["陈建", "吕良", "临沂金雀山建材厂", "临沂沂河商贸有限公司", "刘孝廉"] as const;
const UNKNOWN = "临沂市水务和河湖保障中心";

function playedCase(by: Chance, court: Listed, serial: number, first: CivilDate): PlayedCase {
  const code = (court.courtCode ?? "").slice(1);
  const near = LISTED.filter(
    ({ kind, jurisdiction }) =>
      (kind === "agency" || kind === "government") && jurisdiction === court.jurisdiction,
  );
  const sued = by.is(0.1) ? [{ id: "", name: UNKNOWN }] : [by.pick(near)];
  const other = by.pick(near);
  if (by.is(0.25) && !sued.includes(other)) sued.push(other);
  const summonedOn = addDays(first, by.whole(0, 8));
  const hearing = addDays(
    summonedOn,
    by.weighed({ soon: 1, usual: 4 }) === "soon" ? by.whole(1, 4) : by.whole(6, 20),
  );
  const bureau = BUREAUS.find(({ jurisdiction }) => jurisdiction === court.jurisdiction) ?? by.pick(BUREAUS);
  return {
    number: `（2026）鲁${code}行初${serial}号`,
    court: court.name,
    cause: by.pick(CAUSES),
    plaintiff: by.pick(PLAINTIFFS),
    respondents: sued.map(({ name }) => name),
    folder: `courts/${code}/inbox`,
    bureauFolder: `bureaus/${bureau.id}/inbox`,
    strangersFolder: by.is(0.5)
      ? `bureaus/${by.pick(BUREAUS).id}/inbox`
      : `courts/${(by.pick(COURTS).courtCode ?? "").slice(1)}/inbox`,
    agencyFolders: sued.filter(({ id }) => id !== "").map(({ id }) => `agencies/${id}/inbox`),
    summonedOn,
    hearing,
    movedTo: by.is(0.35) ? addDays(hearing, by.whole(1, 10)) : undefined,
  };
}

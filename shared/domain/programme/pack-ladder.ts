/** What the pack for a joint meeting (联席会议材料) brings about: word to its bureau, and the invitations. */

import type { PackShown } from "../notices/frame/shown.ts";
import { CITY_ITSELF } from "../organisations/district.ts";
import type { Rules } from "../rules.ts";
import type { Invitation, MeetingPack, ProgrammeEntry } from "./entry.ts";
import type { ProgrammeObligation } from "./obligation.ts";
import { once } from "./steps.ts";

export function packLadder(
  pack: MeetingPack,
  _: readonly ProgrammeEntry[],
  rules: Rules,
): readonly ProgrammeObligation[] {
  if (pack.withdrawn !== undefined) return [];
  const last = pack.invitations.at(-1);
  const round = pack.invitations.length;
  const made = once("made", [
    { audience: { part: "bureau" }, content: { kind: "pack-made", pack: shownPack(pack, undefined, rules) } },
  ]);
  if (last === undefined) return [made];
  const { date, time, place } = last;
  const content = {
    kind: "meeting-invited",
    pack: shownPack(pack, last, rules),
    id: pack.id,
    date,
    time,
    place,
    sequence: round - 1,
  } as const;
  return [
    made,
    once(`invited:${round}`, [
      { audience: { part: "bureau" }, content },
      { audience: { part: "court" }, content },
    ]),
  ];
}

/** The pack as letters and papers show it; once it is confirmed with the cases and steps that were. */
function shownPack(
  { jurisdiction, year, half, from, to, contents }: MeetingPack,
  confirmed: Invitation | undefined,
  { policy }: Pick<Rules, "policy">,
): PackShown {
  const chosen = confirmed?.cases;
  return {
    place: jurisdiction === CITY_ITSELF ? policy.jurisdiction.name : jurisdiction,
    year,
    half,
    from,
    to,
    ...contents,
    cases: contents.cases.filter(({ caseNumber }) => chosen === undefined || chosen.includes(caseNumber)),
    ...(confirmed?.topics !== undefined && { topics: confirmed.topics }),
    ...(confirmed?.openPoints !== undefined && { openPoints: confirmed.openPoints }),
    next: confirmed?.next.map((text) => ({ type: "as-written", text })) ?? contents.next,
  };
}

/** Which letters that were sent are void once an act is taken back (撤回): those the case would not have owed without it. */
import { responderOf } from "../case-file/designation.ts";
import type { CaseFile, VoidedLetters } from "../case-file/state.ts";
import type { Audience } from "../organisations/audience.ts";
import type { Rules } from "../rules.ts";
import { civilDateAt, type Instant } from "../time/time.ts";
import { partKey, sentAt } from "./ladder.ts";
import { obligations } from "./ladders.ts";

/** Of a case with an act and without it; by reader, in the order in which they were owed. */
export function voidedLetters(before: CaseFile, without: CaseFile, rules: Rules): readonly VoidedLetters[] {
  const owedStill = new Set(everOwed(without, rules).map(({ key }) => key));
  // A hearing that holds again is announced as moved back, to the same readers; none holds in a case that is none.
  const isMovedBack =
    without.void !== true && without.state === "awaiting-hearing" && before.state === "awaiting-hearing";
  const voided = new Map<string, { to: Audience; letters: { key: string; at: Instant }[] }>();
  for (const { key, notices } of everOwed(before, rules)) {
    const leftAt = sentAt(before.sent, key);
    if (leftAt === undefined || owedStill.has(key)) continue;
    const isMoved = isMovedBack && /^(?:hearing|reminder):/.test(key);
    // To whom it went that day: what is urgent by now, and would go to the bureau too, may not have been then.
    for (const { audience } of notices(civilDateAt(leftAt))) {
      if (isMoved && !isUnknown(without, audience)) continue;
      const part = audience.part === "respondent" ? audience.role : audience.part;
      for (const sentKey of [key, partKey(key, part)]) {
        const at = before.sent[sentKey];
        if (at === undefined) continue;
        const to = asThen(before, without, audience);
        const reader = JSON.stringify(to);
        const one = voided.get(reader) ?? { to, letters: [] };
        voided.set(reader, one);
        // Legal section and head of whoever is sued no more are one reader.
        if (!one.letters.some((letter) => letter.key === sentKey)) one.letters.push({ key: sentKey, at });
      }
    }
  }
  return [...voided.values()];
}

/** What agencies are sent by the key of what was owed; a reader who had it once is told by what is left of the key. */
const TO_AGENCIES = /^(?:hearing|reminder|cancelled|report|filing|returned|supervised|receipt):/;

/**
 * All letters of a case that is none: those it owes as it stands, and to each agency what it was sent before, of which
 * nothing is owed any more.
 */
export function allLetters(file: CaseFile, rules: Rules): readonly VoidedLetters[] {
  const owing = voidedLetters(file, { ...file, void: true }, rules);
  const named = new Set(owing.flatMap(({ letters }) => letters.map(({ key }) => key)));
  const former = file.respondents.map(({ name }): VoidedLetters => {
    const letters = Object.entries(file.sent)
      .filter(([key]) => TO_AGENCIES.test(key) && key.endsWith(`:${name}`) && !named.has(key))
      .map(([key, at]) => ({ key, at }))
      // Nobody keeps the order of what was sent.
      .toSorted((one, other) => (`${one.at} ${one.key}` < `${other.at} ${other.key}` ? -1 : 1));
    return { to: asThen(file, file, { part: "respondent", name, role: "legal-section" }), letters };
  });
  return [...owing, ...former].reduce<readonly VoidedLetters[]>(joined, []);
}

/** To each reader one letter. */
function joined(all: readonly VoidedLetters[], one: VoidedLetters): readonly VoidedLetters[] {
  if (one.letters.length === 0) return all;
  const same = all.findIndex(({ to }) => JSON.stringify(to) === JSON.stringify(one.to));
  return same < 0
    ? [...all, one]
    : all.with(same, { to: one.to, letters: [...(all[same]?.letters ?? []), ...one.letters] });
}

/** Obligations as they were when nothing had been sent: ladders leave out what has. */
function everOwed(file: CaseFile, rules: Rules) {
  const unsent = obligations({ ...file, sent: {} }, rules);
  const known = new Set(unsent.map(({ key }) => key));
  return [...unsent, ...obligations(file, rules).filter(({ key }) => !known.has(key))];
}

/** Without the act, nobody knows who the respondent is, or it is none. */
function isUnknown({ respondents }: CaseFile, audience: Audience): boolean {
  return (
    "name" in audience &&
    audience.name !== undefined &&
    respondents.find(({ name }) => name === audience.name)?.identity === undefined
  );
}

/** Whoever answered for a respondent then got its letters; another may answer for it now, or nobody knows who it is. */
function asThen(before: CaseFile, without: CaseFile, audience: Audience): Audience {
  const isGone = "name" in audience && !without.respondents.some(({ name }) => name === audience.name);
  if (
    audience.part !== "government" &&
    (audience.part !== "respondent" || (audience.role === "head" && !isGone))
  )
    return audience;
  const suedIn = (file: CaseFile) =>
    file.respondents.find(({ name }) => name === audience.name)?.identity?.organisation;
  const sued = suedIn(before);
  const responder = audience.part === "government" ? sued : responderOf(before, audience.name);
  const stillReached = responder === sued && suedIn(without) !== undefined;
  return responder === undefined || stillReached ? audience : { part: "agency", organisation: responder };
}

/** What is asked and told about a judgment besides its duties: to whom, when, and under which circumstances not? */
import { describe, expect, it } from "vitest";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import type { JudgmentMatter } from "../../../shared/domain/judgment/judgment-matter.ts";
import type { OrderedAct } from "../../../shared/domain/judgment/ordered-act.ts";
import { judgmentLadder } from "../../../shared/domain/obligations/judgment-ladder.ts";
import type { Rules } from "../../../shared/domain/rules.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, POLICE, RULES } from "../../support/case-builders.ts";
import {
  ALL,
  act,
  GIVEN,
  heard,
  heardBoth,
  letters,
  lost,
  PAPER,
  served,
  TRAFFIC,
} from "../../support/judged-cases.ts";

const lines = (...of: Parameters<typeof letters>) => letters(...of).map(({ line }) => line);
const about = (kind: string, ...of: Parameters<typeof letters>) =>
  lines(...of).filter((line) => line.startsWith(kind));
const since = (startsOn: string): Rules => ({
  ...RULES,
  policy: { ...RULES.policy, startsOn: civilDate(startsOn) },
});

it("a case without a judgment has none of its letters", () => {
  expect(judgmentLadder(heard, POLICE, RULES)).toEqual([]);
});

describe("the day on which the judgment was served (送达)", () => {
  const asked = (...of: Parameters<typeof letters>) => about("judgment-service-asked", ...of);

  it("is asked of the agency that lost, at once: its period runs", () => {
    expect(letters(lost())).toContainEqual(
      expect.objectContaining({
        line: "judgment-service-asked → legal-section, at once",
        form: "judgment",
        receivedAt: at("10-12"),
      }),
    );
  });

  it.each<[string, CaseFile]>([
    ["knows it", lost({ services: served([POLICE.name, "10-13"]) })],
    ["did not lose", lost({ given: { ...GIVEN, heldAgainst: [TRAFFIC.name] } }, heardBoth)],
    ["is a party of the second instance", lost({}, heard, { caseNumber: caseNumber("（2026）鲁13行终9号") })],
    ["sees that the plaintiff has appealed", lost({ appellants: ["陈建"] })],
    ["has no paper of it", lost({}, heard, { documents: heard.documents })],
  ])("isn't asked of one that %s", (_, file) => {
    expect(asked(file)).toEqual([]);
  });

  it("is asked of each of several that may have lost, by its own key", () => {
    const file = lost({ given: { ...GIVEN, heldAgainst: [POLICE.name] } }, heardBoth);
    expect(asked(file)).toHaveLength(1);
    expect(asked(file, TRAFFIC)).toEqual([]);
    expect(asked(lost({ services: served([POLICE.name, "10-13"]) }, heardBoth), TRAFFIC)).toHaveLength(1);
    expect(judgmentLadder(lost(), POLICE, RULES).map(({ key }) => key)).toContain(
      `judgment-service:judgment-of-octo:${POLICE.name}`,
    );
  });

  it.each([
    ["2026-10-09", 1],
    ["2026-10-10", 0],
  ])("isn't asked of a judgment from before the system began: begun on %s, %i letters", (day, count) => {
    expect(asked(lost(), POLICE, since(day))).toHaveLength(count);
  });

  it("isn't asked of a judgment that comes to light long after its day", () => {
    const { historyAfterDays } = RULES.policy.duties;
    const receivedOn = (days: number) => ({
      documents: [
        { ...PAPER, receivedAt: new Date(Date.parse(at("10-09")) + days * 86_400_000).toISOString() },
      ],
    });
    expect(asked(lost({}, heard, receivedOn(historyAfterDays)))).toHaveLength(1);
    expect(asked(lost({}, heard, receivedOn(historyAfterDays + 1)))).toEqual([]);
  });
});

describe("the day on which it took effect (生效)", () => {
  const asked = (...of: Parameters<typeof letters>) => about("judgment-effect-asked", ...of);

  it("is asked of the court five days after the period of whoever was served last, where others' service isn't known", () => {
    // Served on 10-13, the agency can appeal until 10-28; five days later is Monday 11-02.
    const file = lost({ services: served([POLICE.name, "10-13"]) });
    expect(letters(file)).toContainEqual(
      expect.objectContaining({ line: "judgment-effect-asked → court, 11-02T00:30", missing: ["陈建"] }),
    );
  });

  it("is asked by the last of the days that are known, else by the judgment's own day", () => {
    const three = { plaintiffs: ["陈建", "李四", "王五"] };
    const later = lost({ services: served([POLICE.name, "10-20"], ["陈建", "10-13"]) }, heard, three);
    expect(asked(later)).toEqual(["judgment-effect-asked → court, 11-09T00:30"]);
    expect(asked(lost())).toEqual(["judgment-effect-asked → court, 11-02T00:30"]);
  });

  it.each<[string, CaseFile]>([
    ["orders nothing", lost({ given: { ...GIVEN, ordered: [] } })],
    ["went for the agency", lost({}, heard, { outcome: "won" })],
    ["is served on all", lost({ services: ALL })],
    ["was appealed", lost({ appellants: ["陈建"] })],
  ])("isn't asked where the judgment %s", (_, file) => {
    expect(asked(file)).toEqual([]);
  });

  it("is asked once, whoever else is sued", () => {
    expect(asked(lost({}, heardBoth))).toHaveLength(1);
    expect(asked(lost({}, heardBoth), TRAFFIC)).toEqual([]);
  });

  it("is news for the bureau's digest, on the first working day on which it holds", () => {
    // The plaintiff, served last on 10-15, could appeal until Friday 10-30.
    expect(about("judgment-effective", lost({ services: ALL }))).toEqual([
      "judgment-effective → digest, 11-02T00:30",
    ]);
    expect(about("judgment-effective", lost({ services: ALL }, heard, { outcome: "won" }))).toEqual([]);
    expect(about("judgment-effective", lost({ services: ALL }), POLICE, since("2026-11-01"))).toEqual([]);
  });
});

describe("what it orders is put to whoever must do it", () => {
  const asked = (...of: Parameters<typeof letters>) =>
    letters(...of).flatMap((one) =>
      one.kind === "orders-to-confirm"
        ? [`${one.line}, ${one.reader}: ${one.acts?.map(({ item }) => item).join()}`]
        : [],
    );
  const effective = (matter: Partial<JudgmentMatter> = {}, file = heard, changes = {}) =>
    lost(
      { effect: { on: civilDate("2026-10-31"), at: at("11-02"), by: "马超", source: "court" }, ...matter },
      file,
      changes,
    );
  const ordering = (...ordered: readonly OrderedAct[]) => ({ given: { ...GIVEN, ordered } });

  it("on the first working day, and five days later to the bureau", () => {
    expect(asked(effective())).toEqual([
      "orders-to-confirm → legal-section, 11-02T00:30, agency: 1",
      "orders-to-confirm → bureau, 11-05T00:30, bureau: 1",
    ]);
  });

  it("each its own, the bureau all of them, once", () => {
    const file = effective(ordering(act(1, POLICE.name), act(2, TRAFFIC.name), act(3)), heardBoth);
    expect(asked(file)).toEqual([
      "orders-to-confirm → legal-section, 11-02T00:30, agency: 1,3",
      "orders-to-confirm → bureau, 11-05T00:30, bureau: 1,2,3",
    ]);
    expect(asked(file, TRAFFIC)).toEqual(["orders-to-confirm → legal-section, 11-02T00:30, agency: 2,3"]);
    const another = effective(ordering(act(1, TRAFFIC.name)), heardBoth);
    expect(asked(another)).toEqual(["orders-to-confirm → bureau, 11-05T00:30, bureau: 1"]);
  });

  it.each<[string, CaseFile]>([
    ["it orders nothing", effective(ordering())],
    [
      "somebody has confirmed it",
      effective({ orders: { acts: [], at: at("11-02"), by: "李明", office: "agency", revision: 1 } }),
    ],
    ["it doesn't hold yet", lost()],
    ["the agency has won", effective({}, heard, { outcome: "won" })],
    ["its paper hasn't come", effective({}, heard, { documents: [] })],
  ])("not where %s", (_, file) => {
    expect(asked(file)).toEqual([]);
  });
});

/** 答辩、举证: what reached the court when, what was shown to the bureau before, and until when there is more time. */
import { describe, expect, it } from "vitest";
import {
  type DefenceEvent,
  type DefenceHanded,
  type DefenceRecord,
  defenceWithout,
  evolveDefence,
  extendedUntil,
  extensionOf,
  handedIn,
  isDrafted,
} from "../../../shared/domain/case-file/defence.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at } from "../../support/case-builders.ts";

const POLICE = "沂南县公安局";
const TRAFFIC = "沂南县交通运输局";

const handed = (
  on: string,
  parts: DefenceHanded["parts"],
  respondent = POLICE,
): DefenceEvent & { type: "defence-handed" } => ({
  type: "defence-handed",
  handed: { respondent, parts, on: civilDate(on), source: "paper", at: at("09-20") },
});
const drafted = (respondent: string): DefenceEvent => ({
  type: "defence-drafted",
  draft: { respondent, at: at("09-15"), by: "李明" },
});
const asked = (reason: string, respondent = POLICE): DefenceEvent => ({
  type: "extension-asked",
  extension: { respondent, at: at("09-16"), by: "李明", reason },
});
const answered = (until: string | undefined, respondent = POLICE, day = "09-17"): DefenceEvent => ({
  type: "extension-answered",
  respondent,
  answer: {
    at: at(day),
    by: "马超",
    side: "court",
    ...(until !== undefined && { until: civilDate(until) }),
  },
});
const recordOf = (...events: readonly DefenceEvent[]) => ({
  defence: events.reduce<DefenceRecord | undefined>(evolveDefence, undefined) as DefenceRecord,
});

describe("a part of the defence", () => {
  it("came when it first reached the court, in whatever order that is heard of", () => {
    const days = ["2026-09-22", "2026-09-18", "2026-09-20"] as const;
    const file = recordOf(...days.map((day) => handed(day, ["defence"])));
    expect(handedIn(file, POLICE, "defence")?.on).toBe("2026-09-18");
    expect(
      handedIn(recordOf(...days.toReversed().map((day) => handed(day, ["defence"]))), POLICE, "defence")?.on,
    ).toBe("2026-09-18");
  });

  it("of the same day came by the word that was first", () => {
    const first = handed("2026-09-18", ["defence"]);
    const court = { ...first, handed: { ...first.handed, source: "court" } } as const;
    expect(handedIn(recordOf(first, court), POLICE, "defence")?.source).toBe("paper");
    expect(handedIn(recordOf(court, first), POLICE, "defence")?.source).toBe("court");
  });

  it("is not its other part, nor another respondent's", () => {
    const file = recordOf(
      handed("2026-09-10", ["evidence"]),
      handed("2026-09-11", ["defence"], TRAFFIC),
      handed("2026-09-18", ["defence", "evidence"]),
    );
    expect(handedIn(file, POLICE, "defence")?.on).toBe("2026-09-18");
    expect(handedIn(file, POLICE, "evidence")?.on).toBe("2026-09-10");
    expect(handedIn(file, TRAFFIC, "evidence")).toBeUndefined();
    expect(handedIn({}, POLICE, "defence")).toBeUndefined();
  });

  it("was shown to the bureau before only by whoever showed it", () => {
    expect(isDrafted(recordOf(drafted(POLICE)), POLICE)).toBe(true);
    expect(isDrafted(recordOf(drafted(TRAFFIC)), POLICE)).toBe(false);
    expect(isDrafted(recordOf(drafted(TRAFFIC), drafted(POLICE)), POLICE)).toBe(true);
    expect(isDrafted({}, POLICE)).toBe(false);
  });
});

describe("more time for evidence (延期举证)", () => {
  it("is asked for by one respondent, and answered to it alone: its last application", () => {
    const file = recordOf(asked("一"), asked("二"), asked("他", TRAFFIC), answered("2026-10-10"));
    expect(file.defence.extensions.map(({ reason, answer }) => `${reason} ${answer?.until ?? ""}`)).toEqual([
      "一 ",
      "二 2026-10-10",
      "他 ",
    ]);
    expect(extensionOf(file, POLICE)?.reason).toBe("二");
    expect(extensionOf(file, TRAFFIC)?.reason).toBe("他");
  });

  it("is what was given last; a refusal after it takes nothing away", () => {
    const given = recordOf(
      asked("一"),
      answered("2026-10-10"),
      asked("二"),
      answered("2026-10-20", POLICE, "09-18"),
    );
    expect(extendedUntil(given, POLICE)).toEqual({ at: at("09-18"), until: "2026-10-20" });
    const refused = recordOf(asked("一"), answered("2026-10-10"), asked("二"), answered(undefined));
    expect(extendedUntil(refused, POLICE)?.until).toBe("2026-10-10");
  });

  it("is none for another respondent, and none while nobody has answered", () => {
    const file = recordOf(asked("一", TRAFFIC), answered("2026-10-10", TRAFFIC), asked("二"));
    expect(extendedUntil(file, POLICE)).toBeUndefined();
    expect(extendedUntil({}, POLICE)).toBeUndefined();
  });
});

it("the record without a respondent keeps what the others did, of each kind", () => {
  const own = [handed("2026-09-18", ["defence"]), drafted(POLICE), asked("一")];
  const others = [handed("2026-09-18", ["defence"], TRAFFIC), drafted(TRAFFIC), asked("他", TRAFFIC)];
  expect(defenceWithout(recordOf(...own, ...others).defence, POLICE)).toEqual(recordOf(...others).defence);
});

/** What does a paper that an agency hands in as a file do to its case (备案表、答辩状、证据目录、情况说明)? */
import { describe, expect, it } from "vitest";
import { fileAgencyPaper } from "../../../shared/domain/case-file/agency-papers.ts";
import type { FileDocument } from "../../../shared/domain/case-file/commands.ts";
import type { CaseEvent } from "../../../shared/domain/case-file/events.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { civilDate } from "../../../shared/domain/time/time.ts";
import { at, given, POLICE, record, respondent, summons } from "../../support/case-builders.ts";

const TRAFFIC = respondent("沂南县交通运输局", "yinan-traffic");
const BOTH = { parties: { plaintiffs: ["陈建"], respondents: [POLICE, TRAFFIC], thirdParties: [] } };
const { hearing: _, ...plain } = summons({ at: at("09-25"), sha256: "paper-1" });

function paper(kind: FileDocument["kind"], changes: Partial<FileDocument> = {}): FileDocument {
  return { ...plain, kind, ...changes };
}
/** A filing that says that the head came on a day. */
const filing = (day: string, changes: Partial<FileDocument> = {}) =>
  paper("filing", {
    attendance: [{ respondent: "被告", hearingDate: civilDate(day), headAttended: true, source: "filing" }],
    ...changes,
  });

function done(file: CaseFile, document: FileDocument, name = POLICE.name): readonly CaseEvent[] {
  const result = fileAgencyPaper(file, document, name);
  if (!Array.isArray(result)) throw new Error(JSON.stringify(result));
  return result as readonly CaseEvent[];
}
const types = (events: readonly CaseEvent[]) => events.map(({ type }) => type);

const summoned = given(summons(BOTH));
const heard = given(summons(BOTH), record({ ...BOTH, attendance: [] }));

describe("a paper an agency hands in", () => {
  it.each([
    ["defence", "defence"],
    ["evidence-list", "evidence"],
  ] as const)("as %s says that its %s reached the court that day, and no other part", (kind, part) => {
    expect(done(summoned, paper(kind))).toEqual([
      {
        type: "document-filed",
        document: { sha256: "paper-1", kind, receivedAt: at("09-25"), respondent: POLICE.name },
      },
      {
        type: "defence-handed",
        handed: {
          respondent: POLICE.name,
          parts: [part],
          on: "2026-09-25",
          source: "paper",
          at: at("09-25"),
          document: "paper-1",
        },
      },
    ]);
  });

  it("to explain why the head was away is kept with what it claims, and says nothing of who came", () => {
    expect(done(heard, paper("explanation", { claims: "参加抢险" }))).toEqual([
      {
        type: "document-filed",
        document: {
          sha256: "paper-1",
          kind: "explanation",
          receivedAt: at("09-25"),
          respondent: POLICE.name,
          claims: "参加抢险",
        },
      },
    ]);
  });
});

describe("a filing (备案表) as a file", () => {
  it("says who came, in the name of the case, and meets what was owed for that sitting that day", () => {
    expect(done(heard, filing("2026-09-24")).slice(1)).toEqual([
      {
        type: "attendance-recorded",
        statement: {
          respondent: POLICE.name,
          hearingDate: "2026-09-24",
          headAttended: true,
          source: "filing",
          document: "paper-1",
        },
      },
      { type: "deadline-met", kind: "filing", respondent: POLICE.name, on: "2026-09-25", hearing: 1 },
    ]);
  });

  it("may come on the evening of the hearing, before the court's record says that it was held", () => {
    expect(types(done(summoned, filing("2026-09-24", { at: at("09-24", "18:00") })))).toContain(
      "deadline-met",
    );
  });

  it("meets nothing a second time, nor what another respondent owes", () => {
    const met = heard.deadlines.map((one) =>
      one.respondent === POLICE.name ? { ...one, status: "met" as const } : one,
    );
    const again = types(done({ ...heard, deadlines: met }, filing("2026-09-24")));
    expect(again).toEqual(["document-filed", "attendance-recorded"]);
    expect(types(done({ ...heard, deadlines: met }, filing("2026-09-24"), TRAFFIC.name))).toContain(
      "deadline-met",
    );
  });

  it("meets neither a report that is still owed nor a filing for another sitting", () => {
    const left = (kind: "report" | "filing", hearing: number) =>
      heard.deadlines
        .filter((one) => one.respondent === POLICE.name)
        .slice(0, 1)
        .map((one) => ({ ...one, kind, hearing, status: "open" as const }));
    for (const deadlines of [left("report", 1), left("filing", 2)])
      expect(types(done({ ...heard, deadlines }, filing("2026-09-24")))).toEqual([
        "document-filed",
        "attendance-recorded",
      ]);
    expect(types(done({ ...heard, deadlines: left("filing", 1) }, filing("2026-09-24")))).toContain(
      "deadline-met",
    );
  });

  it("that doesn't say who came goes to a person", () => {
    expect(fileAgencyPaper(heard, paper("filing"), POLICE.name)).toEqual({
      type: "attendance-unclear",
      respondent: POLICE.name,
    });
  });

  it.each<[string, CaseFile, FileDocument, readonly string[]]>([
    ["another day than the sitting's", heard, filing("2026-09-23"), ["2026-09-24"]],
    ["a hearing that is still to come", summoned, filing("2026-09-24", { at: at("09-23") }), []],
    [
      "a day to which the hearing was set and put off",
      {
        ...heard,
        pastHearings: heard.pastHearings.map((one) => ({ ...one, fate: "postponed" as const })),
      },
      filing("2026-09-24"),
      [],
    ],
  ])("about %s goes to a person, with the days there were", (_what, file, document, known) => {
    expect(fileAgencyPaper(file, document, POLICE.name)).toMatchObject({
      type: "no-such-sitting",
      read: document.attendance[0]?.hearingDate,
      known,
    });
  });

  it("names a day on which there were two sittings once", () => {
    const [sitting] = heard.pastHearings;
    const twice = { ...heard, pastHearings: [sitting, { ...sitting, ordinal: 2 }] } as CaseFile;
    expect(fileAgencyPaper(twice, filing("2026-09-23"), POLICE.name)).toMatchObject({
      known: ["2026-09-24"],
    });
  });

  it("is about the sitting of its day, of several", () => {
    const [sitting] = heard.pastHearings;
    const second = { ...sitting, ordinal: 2, date: civilDate("2026-09-25") };
    const twice = { ...heard, pastHearings: [sitting, second] } as CaseFile;
    const open = heard.deadlines.map(
      (one) => ({ ...one, kind: "filing", hearing: 2, status: "open" }) as const,
    );
    expect(done({ ...twice, deadlines: open }, filing("2026-09-25"))).toContainEqual(
      expect.objectContaining({ type: "deadline-met", hearing: 2 }),
    );
    expect(types(done({ ...twice, deadlines: open }, filing("2026-09-24")))).not.toContain("deadline-met");
  });
});

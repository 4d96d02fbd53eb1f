/** What is written with a change of a case: letters that leave, what waits for the mail of the day or a digest, and where it stands. */
import { describe, expect, it } from "vitest";
import { caseChange, type Deciding } from "../../shared/casework/case-change.ts";
import { involvedIn } from "../../shared/casework/involved.ts";
import type { FileDocument } from "../../shared/domain/case-file/commands.ts";
import type { CaseFile } from "../../shared/domain/case-file/state.ts";
import type { Organisation, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../shared/domain/organisations/district.ts";
import type { Instant } from "../../shared/domain/time/time.ts";
import { at, eventsOf, POLICE, RULES, record, summons } from "../support/case-builders.ts";
import { memoryDirectory } from "../support/memory/memory-directory.ts";
import { memoryTable } from "../support/memory/memory-table.ts";
import { anAgency, JURISDICTION } from "../support/stored-things.ts";

const AGENCY = anAgency({ superior: "yinan-government" as OrganisationId });
const GOVERNMENT = one("yinan-government", "government", "沂南县");
const BUREAU = one("yinan-bureau", "bureau", "沂南县");
const CITY = one("linyi-bureau", "bureau", CITY_ITSELF);
const KNOWN = [AGENCY, GOVERNMENT, BUREAU, CITY];
const SECTION = "fazhi@yinan-police.example.org";

function one(id: string, kind: Organisation["kind"], jurisdiction: string): Organisation {
  const contacts = [{ role: "duty", name: "值班", email: `${id}@example.org` } as const];
  return anAgency({ id: id as OrganisationId, kind, name: id, aliases: [], jurisdiction, contacts });
}

/** A case that these commands have made, each as its own change. */
async function changed(
  before: CaseFile | undefined,
  now: Instant,
  command?: FileDocument,
  facts: Partial<Deciding> = {},
  known: readonly Organisation[] = KNOWN,
  from?: CaseFile,
) {
  const directory = memoryDirectory(memoryTable(JURISDICTION));
  await directory.save(known);
  const events = command === undefined ? [] : eventsOf(before, { ...command, at: now });
  const around = before ?? { ...summons(), respondents: [POLICE], designations: [] };
  const involved = await involvedIn(around, directory);
  const part = caseChange(before, events, involved, { now, cause: "test", rules: RULES, ...facts }, from);
  const told = (all: typeof part.notices) =>
    all.map(({ content, recipient }) => `${content.kind} ${recipient.address}`);
  return {
    ...part,
    file: part.change.file,
    told: told(part.notices),
    comes: told(part.coming),
    said: part.lines.map(({ line, recipient }) => `${line.news.type} ${recipient.address}`),
  };
}

const opened = async (now: Instant = at("09-08")) => (await changed(undefined, now, summons())).file;
/** A case that has told what it owes at each of these times. */
async function swept(file: CaseFile, ...times: readonly Instant[]): Promise<CaseFile> {
  let known = file;
  for (const now of times) ({ file: known } = await changed(known, now));
  return known;
}

describe("a summons", () => {
  it("opens a case: agency and head hear of the hearing, bureaus read of it, and all of it is kept as one version", async () => {
    const { change, told, said, unreached } = await changed(undefined, at("09-08"), summons());
    expect(told).toEqual([`hearing-notice ${SECTION}`, "hearing-notice juzhang@yinan-police.example.org"]);
    expect(said).toContain("case-opened yinan-bureau@example.org");
    expect(unreached).toEqual([]);
    expect(change).toMatchObject({
      expectedVersion: 0,
      file: { version: 1 },
      nextActionAt: at("09-10", "08:30"),
    });
    expect(change.events.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(["case-opened", "notice-issued"]),
    );
    expect(new Set(change.events.map(({ at: when, cause }) => `${when} ${cause}`))).toEqual(
      new Set([`${at("09-08")} test`]),
    );
    expect(change.file.boards).toEqual(change.boards.rows.map(({ board }) => board));
    expect(change.boards).toMatchObject({ gone: [], reopened: [] });
  });

  it("in a ledger, which tells of all its cases in one letter, has no line of its own", async () => {
    const { said } = await changed(undefined, at("09-08"), summons(), { inDigest: false });
    expect(said).toEqual([]);
  });

  it("reaches no head whose agency can't be reached: nobody reads a copy of a letter that reached nobody", async () => {
    const nobody = { ...AGENCY, contacts: [] };
    const none = await changed(undefined, at("09-08"), summons(), {}, [nobody, BUREAU, CITY]);
    expect(none.told).toEqual(["address-failed yinan-bureau@example.org"]);
    expect(none.unreached).toEqual([{ kind: "hearing-notice", name: POLICE.name }]);
  });

  it("that no case follows from is a fault", async () => {
    await expect(changed(undefined, at("09-08"))).rejects.toThrow("a case change needs a case");
  });
});

describe("a change that decides nothing", () => {
  it("sets the case's next action anew, and writes no row that stands as it did", async () => {
    const before = await opened();
    const { change, told, said } = await changed(before, at("09-09"));
    expect([told, said, change.events]).toEqual([[], [], []]);
    expect(change.boards).toEqual({ rows: [], gone: [], reopened: [] });
    expect(change.file.version).toBe(2);
  });
});

describe("what an agency is reminded of", () => {
  const morning = at("09-10", "08:30");

  it("leaves by itself, unless a sweep gathers it over its cases: then it is a line of its mail of the day", async () => {
    const before = await opened();
    expect(await changed(before, morning)).toMatchObject({ told: [`report-due ${SECTION}`], said: [] });
    const gathered = await changed(before, morning, undefined, { gathers: true });
    expect(gathered).toMatchObject({ told: [], said: [`letter ${SECTION}`] });
    expect(gathered.lines).toMatchObject([{ audience: "agency", step: { key: "report:1:-1:沂南县公安局" } }]);
    // What is said is said either way.
    expect(Object.keys(gathered.file.sent)).toContain("report:1:-1:沂南县公安局");
  });

  it("leaves by itself where the policy has no such mail", async () => {
    const policy = { ...RULES.policy, agencyDigest: false };
    const rules = { ...RULES, policy };
    const { told, said } = await changed(await opened(), morning, undefined, { gathers: true, rules });
    expect([told, said]).toEqual([[`report-due ${SECTION}`], []]);
  });

  it("but what sets or moves a hearing leaves by itself also then", async () => {
    const { told } = await changed(undefined, at("09-08"), summons(), { gathers: true });
    expect(told).toContain(`hearing-notice ${SECTION}`);
  });
});

describe("word to the bureau that an agency is about to be urged (明日将督办)", () => {
  const morning = at("09-14", "08:30");
  const overdue = async () => swept(await opened(), at("09-10", "08:30"));
  const announced = (file: CaseFile) => Object.keys(file.sent).filter((key) => key.startsWith("announced:"));

  it("is a line of its digest on the morning that folds it", async () => {
    const { said, file } = await changed(await overdue(), morning);
    expect(said).toEqual(["urging-announced yinan-bureau@example.org"]);
    expect(announced(file).length).toBeGreaterThan(0);
    const again = await changed(file, morning);
    expect(again.said).toEqual([]);
  });

  it("waits for the next morning where the digest has left, or where nobody is there to read it", async () => {
    const late = await changed(await overdue(), at("09-14", "15:00"));
    expect([late.said, announced(late.file)]).toEqual([[], []]);
    expect(late.change.nextActionAt).toBeDefined();
    const nobody = await changed(await overdue(), morning, undefined, {}, [AGENCY, GOVERNMENT]);
    expect(announced(nobody.file)).toEqual([]);
    expect(nobody.change.nextActionAt).toBeDefined();
  });
});

describe("a letter that comes with the mail of the day", () => {
  const NOTICE = summons({ kind: "appearance-notice", sha256: "notice" });
  const [NOON, LATER] = [at("09-08", "12:00"), at("09-08", "15:00")];

  it("is named with what brought it about, and is not written yet", async () => {
    const { told, comes } = await changed(await opened(), NOON, NOTICE);
    expect(told).toEqual([]);
    expect(comes).toContain(`appearance-notice ${SECTION}`);
  });

  it("is not named again by a change that it doesn't come of", async () => {
    const { file } = await changed(await opened(), NOON, NOTICE);
    expect((await changed(file, LATER)).comes).toEqual([]);
    const morning = await changed(file, at("09-09", "09:00"), undefined, { gathers: true });
    expect([morning.comes, morning.said]).toEqual([[], [`letter ${SECTION}`]]);
  });
});

describe("a case from which something was taken back", () => {
  it("sends another letter for the same thing", async () => {
    const first = await changed(undefined, at("09-08"), summons());
    const taken = { ...first.file, sent: {}, takenBack: [] };
    const same = await changed(taken, at("09-08"));
    expect(same.notices.map(({ id }) => id)).toEqual(first.notices.map(({ id }) => id));
    const takenBack = [
      {
        act: "report",
        cause: "link:L1",
        actAt: at("09-08"),
        at: at("09-08"),
        by: "王芳",
        office: "own",
        reason: "",
        voided: [],
      },
    ];
    const anew = await changed({ ...taken, takenBack } as unknown as CaseFile, at("09-08"));
    expect(anew.told).toEqual(first.told);
    for (const { id } of anew.notices) expect(first.notices.map((other) => other.id)).not.toContain(id);
  });
});

describe("the boards on which a case stands", () => {
  const closing = record({ kind: "judgment", sha256: "j", result: { outcome: "won", heard: true } });

  it("are left by one that moved away, and by all once it is closed", async () => {
    const before = await opened();
    const moved = await changed({ ...before, boards: [...before.boards, "费县"] }, at("09-09"));
    expect(moved.change.boards.gone).toEqual(["费县"]);
    expect(moved.change.boards.rows.length).toBeGreaterThan(0);
    const { change } = await changed(before, at("09-28"), closing);
    expect(change.boards).toMatchObject({ gone: before.boards, reopened: [] });
  });

  it("are taken up anew by one that is opened again, as when its judgment is taken back", async () => {
    const open = await opened();
    const { file: closed } = await changed(open, at("09-28"), closing);
    expect(closed.state).toBe("closed");
    const { change } = await changed(closed, at("09-28"), undefined, {}, KNOWN, open);
    expect(change.boards).toMatchObject({ gone: [], reopened: closed.boards });
    expect(change.boards.rows.map(({ board }) => board)).toEqual(open.boards);
  });
});

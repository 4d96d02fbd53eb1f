/** What every implementation of Records must do. */
import { beforeEach, describe, expect, it } from "vitest";
import { type BoardRow, organisationBoard } from "../../shared/domain/board/board-row.ts";
import { type CaseNumber, caseNumber, partsOf } from "../../shared/domain/court/case-number.ts";
import { draftKeptUntil, type FormDraft } from "../../shared/domain/form-draft.ts";
import {
  lookup,
  type Organisation,
  type OrganisationId,
} from "../../shared/domain/organisations/directory.ts";
import type { DirectoryAct } from "../../shared/domain/organisations/directory-act.ts";
import type { OrganisationChange } from "../../shared/domain/organisations/organisation-change.ts";
import { refOf } from "../../shared/domain/programme/entry.ts";
import { readQuery } from "../../shared/domain/search/search-query.ts";
import { searchChange } from "../../shared/domain/search/search-terms.ts";
import type { Docket } from "../../shared/domain/statistics/statistics-row.ts";
import {
  addMinutes,
  addMonths,
  civilDate,
  instant,
  type Month,
  type Year,
} from "../../shared/domain/time/time.ts";
import type { CaseChange, Change } from "../../shared/ports/change.ts";
import type { Directory } from "../../shared/ports/directory.ts";
import type { Outbox } from "../../shared/ports/outbox.ts";
import type { Records } from "../../shared/ports/records.ts";
import {
  aBulletin,
  aCorrection,
  aDiaryEntry,
  aDocument,
  aDuty,
  aLine,
  aLoss,
  aNotice,
  anAgency,
  anObservation,
  aRow,
  aSigning,
  CASE,
  hearing,
  JURISDICTION,
  MORNING,
  NOON,
  opening,
  SEPTEMBER,
  SUBJECT,
} from "../support/stored-things.ts";

/** Empty records of {@link JURISDICTION} with the outbox and the directory of the same table. */
export type FreshRecords = () => Promise<{
  readonly records: Records;
  readonly outbox: Outbox;
  readonly directory: Directory;
}>;

export function recordsContract(name: string, fresh: FreshRecords): void {
  describe(`records on ${name}`, () => {
    let records: Records;
    let outbox: Outbox;
    let directory: Directory;
    beforeEach(async () => {
      ({ records, outbox, directory } = await fresh());
    });

    describe("a draft of a form (草稿)", () => {
      const owner = anAgency().id;
      const ref = {
        owner,
        form: "report",
        caseNumber: CASE,
        respondent: "沂南县公安局",
        sitting: "1",
      } as const;
      const draft = (revision: number, facts: Partial<FormDraft> = {}): FormDraft => ({
        ...ref,
        revision,
        savedAt: MORNING,
        by: "李明",
        values: { proposal: "请求驳回。\n第二行", headName: "" },
        folder: "proofs/0",
        removed: ["v1"],
        ...facts,
      });
      const save = async (one: FormDraft, token = `draft ${one.revision} ${one.by}`) =>
        records.commit({ token, drafts: [one] });

      it("is read back as it was saved last, and each form of each hearing has its own", async () => {
        expect(await records.formDraft(ref)).toBeUndefined();
        expect(await save(draft(1))).toBe("committed");
        expect(await save(draft(2, { values: {} }))).toBe("committed");
        expect(await records.formDraft(ref)).toEqual(draft(2, { values: {} }));
        for (const other of [
          { ...ref, form: "obstacle" as const },
          { ...ref, sitting: "2" },
          { ...ref, respondent: "沂南县人民政府" },
          { ...ref, owner: "lanshan-police" as OrganisationId },
        ])
          expect(await records.formDraft(other)).toBeUndefined();
      });

      it("is not saved over what somebody else saved meanwhile", async () => {
        await save(draft(1));
        expect(await save(draft(1, { by: "王芳" }))).toBe("conflict");
        await save(draft(2));
        expect(await save(draft(2, { by: "王芳" }))).toBe("conflict");
        expect(await save(draft(4))).toBe("conflict");
        expect(await records.formDraft(ref)).toEqual(draft(2));
      });

      it("takes the place of one that is out of date, whether or not that has been deleted", async () => {
        await save(draft(1));
        const late = draft(1, { savedAt: addMinutes(draftKeptUntil(draft(1)), 1), by: "王芳" });
        expect(await save(late)).toBe("committed");
        expect(await records.formDraft(ref)).toEqual(late);
      });

      it("is gone with the change that hands it in, or not at all", async () => {
        await save(draft(1));
        const usedLink = { nonce: "nonce", at: MORNING, by: "李明" };
        expect(await records.commit({ token: "hand in", usedLink, draftsDone: [ref] })).toBe("committed");
        expect(await records.formDraft(ref)).toBeUndefined();
        await save(draft(1), "again");
        expect(await records.commit({ token: "second", usedLink, draftsDone: [ref] })).toBe("conflict");
        expect(await records.formDraft(ref)).toEqual(draft(1));
        // A form that was never saved is handed in as well.
        expect(await records.commit({ token: "third", draftsDone: [{ ...ref, form: "filing" }] })).toBe(
          "committed",
        );
      });
    });

    describe("what an organisation tells of itself", () => {
      const change = (id: string, after: Partial<Organisation>, before = anAgency()): OrganisationChange => ({
        id,
        at: addMinutes(MORNING, id === "first" ? 0 : 10),
        by: "李明",
        before,
        after: { ...before, ...after },
      });
      const usedBy = (nonce: string) => ({ nonce, at: MORNING, by: "李明" });

      it("is in the directory at once, found by the new name and the former, and is kept in order", async () => {
        await directory.save([anAgency()]);
        const renamed = change("first", { name: "沂南县公安分局", aliases: ["沂南公安局", "沂南县公安局"] });
        await commit({ organisations: [renamed], usedLink: usedBy("first"), notices: [aNotice()] });
        expect(await directory.organisation(anAgency().id)).toEqual(renamed.after);
        for (const name of ["沂南县公安分局", "沂南县公安局"])
          expect(await directory.find(lookup.name(name))).toEqual([renamed.after]);
        const moved = change("second", { address: "人民路1号" }, renamed.after);
        await commit({ organisations: [moved], usedLink: usedBy("second") });
        expect(await directory.changes(anAgency().id)).toEqual([renamed, moved]);
        expect(await directory.changes("nobody" as OrganisationId)).toEqual([]);
      });

      it("is not taken up where the entry has changed meanwhile, and neither is what goes with it", async () => {
        await directory.save([anAgency()]);
        await directory.save([anAgency({ verified: false })]);
        const late = change("first", { address: "人民路1号" });
        const outcome = await records.commit({
          token: "late",
          organisations: [late],
          usedLink: usedBy("first"),
          notices: [aNotice()],
        });
        expect(outcome).toBe("conflict");
        expect(await directory.changes(anAgency().id)).toEqual([]);
        expect(await records.usedLink("first")).toBeUndefined();
        expect(await outbox.item(SUBJECT, aNotice().id)).toBeUndefined();
        expect((await directory.organisation(anAgency().id))?.address).toBeUndefined();
      });

      it("is taken up from one of two at the same moment", async () => {
        await directory.save([anAgency()]);
        const outcomes = await Promise.all(
          ["first", "second"].map((id) =>
            records.commit({
              token: id,
              organisations: [change(id, { address: id })],
              usedLink: usedBy(id),
            }),
          ),
        );
        expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
        expect(await directory.changes(anAgency().id)).toHaveLength(1);
      });
    });

    describe("what a bureau does to the directory", () => {
      const bureau = "yinan-justice" as OrganisationId;
      const act = (id: string, minutes = 0): DirectoryAct => ({
        id,
        at: addMinutes(MORNING, minutes),
        by: "徐琳",
        bureau,
        kind: "unit-added",
        organisations: [{ id: anAgency().id, name: anAgency().name }],
        cases: [],
      });

      it("adds a unit and takes it away again, with the change kept of each", async () => {
        const unit = anAgency();
        const added: OrganisationChange = { id: "one", at: MORNING, by: "徐琳", after: unit, bureau };
        await commit({ organisations: [added], directoryAct: act("one") });
        expect(await directory.find(lookup.area("沂南县"))).toEqual([unit]);
        const gone: OrganisationChange = {
          id: "two",
          at: NOON,
          by: "徐琳",
          before: unit,
          bureau,
          takesBack: "one",
        };
        await commit({ organisations: [gone] });
        expect(await directory.organisation(unit.id)).toBeUndefined();
        for (const key of [lookup.name(unit.name), lookup.area("沂南县"), lookup.kind("agency")])
          expect(await directory.find(key)).toEqual([]);
        expect(await directory.changes(unit.id)).toEqual([added, gone]);
      });

      it("adds no unit that is there, and takes none away that has changed", async () => {
        await directory.save([anAgency()]);
        const refused = async (change: OrganisationChange) =>
          records.commit({ token: change.id, organisations: [change], directoryAct: act(change.id) });
        const made = { at: MORNING, by: "徐琳", bureau } as const;
        expect(await refused({ ...made, id: "one", after: anAgency() })).toBe("conflict");
        expect(await refused({ ...made, id: "two", before: anAgency({ verified: false }) })).toBe("conflict");
        expect(await directory.organisation(anAgency().id)).toEqual(anAgency());
        expect(await directory.acts(bureau, 9)).toEqual([]);
      });

      it("finds a closed unit under none of its names, only among those closed", async () => {
        await directory.save([anAgency()]);
        const after = { ...anAgency(), closed: { on: civilDate("2026-09-01") } };
        await commit({
          organisations: [{ id: "one", at: MORNING, by: "徐琳", before: anAgency(), after, bureau }],
        });
        expect(await directory.find(lookup.name("沂南县公安局"))).toEqual([]);
        expect(await directory.find(lookup.kind("agency"))).toEqual([]);
        expect(await directory.find(lookup.closed("沂南县"))).toEqual([after]);
        expect(await directory.organisation(anAgency().id)).toEqual(after);
      });

      it("is found by when and which, the last ones first", async () => {
        const acts = [act("one"), act("two", 10), act("three", 20)];
        for (const one of acts) await commit({ directoryAct: one });
        expect(await directory.act(act("two", 10))).toEqual(act("two", 10));
        expect(await directory.act({ ...act("two", 10), at: MORNING })).toBeUndefined();
        expect(await directory.acts(bureau, 2)).toEqual([act("three", 20), act("two", 10)]);
        expect(await directory.acts("hedong-justice" as OrganisationId, 9)).toEqual([]);
      });

      it("lists the cases that wait for a name, until it is known", async () => {
        const known = opening();
        const { caseNumber: number, respondents } = known.file;
        const waiting = { caseNumber: number, board: "沂南县", names: respondents.map(({ name }) => name) };
        await commit({ cases: [{ ...known, names: waiting }] });
        expect(await Array.fromAsync(records.unknownNames())).toEqual([waiting]);
        await commit({
          cases: [{ ...known, expectedVersion: 1, events: [], file: { ...known.file, version: 2 } }],
        });
        expect(await Array.fromAsync(records.unknownNames())).toEqual([]);
      });
    });

    describe("cases that wait for a name", () => {
      it("come by board and number, those of one board alone, and from behind a place on", async () => {
        const named = (serial: number, board: string) => {
          const change = opening(serial);
          return { ...change, names: { caseNumber: change.file.caseNumber, board, names: ["某某局"] } };
        };
        await commit({ cases: [named(3, "沂南县"), named(1, "沂南县"), named(2, "兰山区")] });
        const numbers = async (asked?: Parameters<typeof records.unknownNames>[0]) =>
          (await Array.fromAsync(records.unknownNames(asked))).map((one) => one.caseNumber);
        const [first, second, third] = [1, 2, 3].map((serial) => opening(serial).file.caseNumber);
        expect(await numbers()).toEqual([second, first, third]);
        expect(await numbers({ some: 1 })).toEqual([second, first, third]);
        expect(await numbers({ board: "沂南县", some: 1 })).toEqual([first, third]);
        expect(await numbers({ board: "沂南县", after: `沂南县#${first}` })).toEqual([third]);
        expect(await numbers({ after: `兰山区#${second}`, some: 1 })).toEqual([first, third]);
        expect(await numbers({ board: "沂南县", after: `沂南县#${third}` })).toEqual([]);
        expect(await numbers({ board: "沂", some: 9 })).toEqual([]);
        // Whoever asks from a place of another board gets his own all the same, and nothing else.
        expect(await numbers({ board: "沂南县", after: "兰山区#" })).toEqual([first, third]);
        expect(await numbers({ board: "兰山区", after: "沂南县#" })).toEqual([]);
      });
    });

    describe("a case", () => {
      it("is read back as it was written, with its history in order", async () => {
        const opened = opening();
        await commit({ cases: [opened] });
        const heard = hearing(opened.file);
        await commit({ cases: [heard] });

        expect(await records.caseFile(CASE)).toEqual(heard.file);
        expect(await records.history(CASE)).toEqual([...opened.events, ...heard.events]);
      });

      it("does not exist before it is opened", async () => {
        expect(await records.caseFile(caseNumber("（2026）鲁1321行初999号"))).toBeUndefined();
        expect(await records.history(caseNumber("（2026）鲁1321行初999号"))).toEqual([]);
      });

      it("is changed by one of two who decided on the same version", async () => {
        const opened = opening();
        await commit({ cases: [opened] });
        const outcomes = await Promise.all(
          ["one", "other"].map((token) =>
            records.commit({ token, cases: [hearing(opened.file, { nextActionAt: at(token) })] }),
          ),
        );
        expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
        expect((await records.caseFile(CASE))?.version).toBe(2);
      });

      it("is opened by one of two", async () => {
        const outcomes = await Promise.all(
          ["one", "other"].map((token) =>
            records.commit({ token, cases: [opening(23, { nextActionAt: at(token) })] }),
          ),
        );
        expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
      });

      it("is not changed by a decision on an old version, nor is anything else of that decision written", async () => {
        const opened = opening();
        await commit({ cases: [opened] });
        await commit({ cases: [hearing(opened.file)] });
        const late: Omit<Change, "token"> = {
          cases: [hearing(opened.file)],
          notices: [aNotice()],
          document: aDocument(),
        };
        expect(await records.commit({ token: "late", ...late })).toBe("conflict");
        expect(await outbox.item(SUBJECT, aNotice().id)).toBeUndefined();
        expect(await records.document("summons-1")).toBeUndefined();
      });

      it("may be written twice by the same attempt", async () => {
        const change = { token: "intake 1", cases: [opening()], notices: [aNotice()] };
        expect(await records.commit(change)).toBe("committed");
        expect(await records.commit(change)).toBe("committed");
        expect((await records.caseFile(CASE))?.version).toBe(1);
        expect(await records.history(CASE)).toEqual(opening().events);
      });

      it("gets a new next action without an event", async () => {
        const opened = opening();
        await commit({ cases: [opened] });
        const looked = { ...opened.file, version: 2 };
        await commit({
          cases: [{ ...opened, file: looked, expectedVersion: 1, events: [], nextActionAt: NOON }],
        });
        expect(await dueUpTo(NOON)).toEqual([{ entity: "case", caseNumber: CASE }]);
        expect(await records.history(CASE)).toEqual(opened.events);
      });

      it("must follow the version it was decided on", async () => {
        const skipped: CaseChange = { ...opening(), file: { ...opening().file, version: 3 } };
        await expect(records.commit({ token: "skip", cases: [skipped] })).rejects.toThrow("does not follow");
      });
    });

    describe("a document that waits for a person", () => {
      it("is settled by one of two", async () => {
        const waiting = { ...aDocument(), state: "needs-review" } as const;
        await commit({ document: waiting });
        const settle = (state: "read" | "rejected") =>
          commit({ document: { ...waiting, state }, documentWas: "needs-review" });
        expect(await settle("rejected")).toBe("committed");
        expect(await settle("read")).toBe("conflict");
        expect((await records.document(waiting.sha256))?.state).toBe("rejected");
      });
    });

    describe("a link", () => {
      const usedLink = { nonce: "7Q3FK2M9ABCDE", at: MORNING, by: "李明" };

      it("is used once: a second decision by it writes nothing", async () => {
        expect(await records.usedLink(usedLink.nonce)).toBeUndefined();
        const opened = opening();
        expect(await commit({ cases: [opened], usedLink })).toBe("committed");
        expect(await records.usedLink(usedLink.nonce)).toEqual(usedLink);
        const again = { ...usedLink, at: NOON, by: "王芳" };
        expect(await commit({ cases: [hearing(opened.file)], usedLink: again })).toBe("conflict");
        expect(await records.usedLink(usedLink.nonce)).toEqual(usedLink);
        expect(await records.caseFile(CASE)).toEqual(opened.file);
      });
    });

    describe("a notice", () => {
      it("reaches the outbox with its case: at once, or held until its hour", async () => {
        const held = aNotice("later", { releaseAt: NOON });
        await commit({ cases: [opening()], notices: [aNotice(), held] });
        expect(await outbox.item(SUBJECT, aNotice().id)).toEqual({
          notice: aNotice(),
          state: "pending",
          attempts: 0,
        });
        expect(await outbox.item(SUBJECT, held.id)).toEqual({ notice: held, state: "held", attempts: 0 });
      });

      it("that was decided before does not hold up what else is decided", async () => {
        await outbox.add(aNotice(), MORNING);
        await outbox.claim(SUBJECT, aNotice().id, NOON);
        const line = aLine("新收案件");
        await commit({ lines: [line] });

        expect(
          await commit({ cases: [opening()], notices: [aNotice(), aNotice("second")], lines: [line] }),
        ).toBe("committed");
        expect((await outbox.item(SUBJECT, aNotice().id))?.state).toBe("sending");
        expect((await outbox.item(SUBJECT, aNotice("second").id))?.state).toBe("pending");
        expect(await records.caseFile(CASE)).toBeDefined();
      });

      it("named twice in one change is written once", async () => {
        expect(await commit({ notices: [aNotice(), aNotice()] })).toBe("committed");
      });
    });

    describe("documents and uploads", () => {
      it("are found again", async () => {
        const upload = {
          key: "courts/1321/inbox/传票.pdf",
          versionId: "v1",
          at: MORNING,
          sha256: "summons-1",
        };
        await commit({ document: aDocument(), upload });
        expect(await records.document("summons-1")).toEqual(aDocument());
        expect(await records.settledUpload(upload.key, "v1")).toEqual(upload);
        expect(await records.settledUpload(upload.key, "v2")).toBeUndefined();
        expect(await records.document("another")).toBeUndefined();
      });

      it("stay read, but a doubtful or rejected one may be read again", async () => {
        await commit({
          document: aDocument({ state: "rejected", rejection: { type: "broken", format: "PDF" } }),
        });
        expect(
          await commit({
            document: aDocument({ state: "needs-review", doubts: [{ type: "no-hearing-date" }] }),
          }),
        ).toBe("committed");
        expect(await commit({ document: aDocument() })).toBe("committed");
        expect(
          await commit({
            document: aDocument({ state: "rejected", rejection: { type: "broken", format: "PDF" } }),
          }),
        ).toBe("conflict");
        expect(await records.document("summons-1")).toEqual(aDocument());
      });
    });

    describe("a signing", () => {
      it("is read back as it was written, with the others of its jurisdiction by month, and comes when it is due", async () => {
        const quarter = aSigning({ period: "quarter" });
        const signed = aSigning({
          month: "2026-08" as Month,
          state: "issuing",
          leaves: NOON,
          deferred: { until: civilDate("2026-10-09"), reason: "等待台账" },
          signature: { number: 1, by: "王科长", at: MORNING, reason: "补计案件" },
          issued: { version: 1, at: MORNING },
          correction: { noticedAt: MORNING, changes: 2 },
          form: "form",
        });
        const write = { expectedVersion: 0, nextActionAt: MORNING };
        await commit({
          signings: [
            { signing: aSigning(), ...write },
            { signing: quarter, expectedVersion: 0, nextActionAt: undefined },
            { signing: signed, ...write, nextActionAt: NOON },
          ],
        });
        await commit({
          signings: [
            { signing: aSigning({ jurisdiction: "3702" }), expectedVersion: 0, nextActionAt: undefined },
          ],
        });
        expect(await records.signing(aSigning())).toEqual(aSigning());
        expect(await records.signings(JURISDICTION)).toEqual([signed, aSigning(), quarter]);
        expect(await records.signings(JURISDICTION, SEPTEMBER)).toEqual([aSigning(), quarter]);
        expect(await records.signings(JURISDICTION, "2026-10" as Month)).toEqual([]);
        expect(await records.signing({ ...aSigning(), period: "year" })).toBeUndefined();
        expect(await dueUpTo(MORNING)).toEqual([
          { entity: "signing", ref: { jurisdiction: JURISDICTION, period: "month", month: SEPTEMBER } },
        ]);
      });

      it("is changed by one of two who decided on the same version", async () => {
        await commit({ signings: [{ signing: aSigning(), expectedVersion: 0, nextActionAt: undefined }] });
        const next = (token: string) =>
          records.commit({
            token,
            signings: [
              { signing: aSigning({ version: 2, form: token }), expectedVersion: 1, nextActionAt: undefined },
            ],
          });
        expect((await Promise.all([next("one"), next("other")])).toSorted()).toEqual([
          "committed",
          "conflict",
        ]);
      });
    });

    describe("what is due", () => {
      it("comes earliest first, whatever it is, and only up to the instant", async () => {
        const line = aLine("新收案件", addMinutes(MORNING, 20));
        await commit({
          cases: [
            opening(23, { nextActionAt: addMinutes(MORNING, 40) }),
            opening(24, { nextActionAt: addMinutes(NOON, 1) }),
            opening(25),
          ],
          notices: [aNotice("held", { releaseAt: addMinutes(MORNING, 10) })],
          lines: [line],
          duties: [{ duty: aDuty(), expectedVersion: 0, nextActionAt: addMinutes(MORNING, 30) }],
        });
        expect(await dueUpTo(NOON)).toEqual([
          { entity: "notice", subject: SUBJECT, id: aNotice("held").id },
          { entity: "line", line },
          { entity: "duty", court: aDuty().court, month: SEPTEMBER },
          { entity: "case", caseNumber: CASE },
        ]);
        expect(await dueUpTo(addMinutes(MORNING, 9))).toEqual([]);
        expect(await dueUpTo(NOON, "3702")).toEqual([]);
      });

      it("no longer has a case with nothing left to do", async () => {
        const opened = opening(23, { nextActionAt: MORNING });
        await commit({ cases: [opened] });
        await commit({ cases: [hearing(opened.file)] });
        expect(await dueUpTo(NOON)).toEqual([]);
      });

      it("comes whole, however much it is", async () => {
        const notices = Array.from({ length: 90 }, (_, index) =>
          aNotice(`many ${index}`, { releaseAt: addMinutes(MORNING, 1 + index) }),
        );
        await commit({ notices });
        const found = await dueUpTo(instant("2026-09-09T00:00:00Z"));
        expect(found).toEqual(notices.map(({ id }) => ({ entity: "notice", subject: SUBJECT, id })));
      });
    });

    describe("a waiting line", () => {
      it("is gone once it is folded, and can't be folded twice", async () => {
        const lines = [aLine("新收案件"), aLine("定于开庭")];
        await commit({ lines });
        const digest = aNotice("digest");
        const outcomes = await Promise.all(
          ["one", "other"].map((token) =>
            records.commit({ token, notices: [aNotice(token), digest], folded: lines }),
          ),
        );
        expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
        expect((await dueUpTo(NOON)).filter(({ entity }) => entity === "line")).toEqual([]);
      });
    });

    describe("a court's duty", () => {
      it("changes from the version it was decided on only", async () => {
        await commit({ duties: [{ duty: aDuty(), expectedVersion: 0, nextActionAt: NOON }] });
        const received = aDuty({ version: 2, receivedOn: aDuty().due });
        const next = { duties: [{ duty: received, expectedVersion: 1, nextActionAt: undefined }] };
        expect(await commit(next)).toBe("committed");
        expect(await records.commit({ token: "again", ...next })).toBe("conflict");
        expect(await records.duty(aDuty().court, SEPTEMBER)).toEqual(received);
        expect(await dueUpTo(NOON)).toEqual([]);
      });

      it("comes with those of other courts and months, in the order asked, those that there are", async () => {
        const courts = Array.from({ length: 120 }, (_, index) => `court-${index}` as OrganisationId);
        for (const court of courts)
          await commit({ duties: [{ duty: aDuty({ court }), expectedVersion: 0, nextActionAt: undefined }] });
        const asked = courts.flatMap((court) => [
          { court, month: SEPTEMBER },
          { court, month: addMonths(SEPTEMBER, 1) },
        ]);
        expect((await records.duties(asked)).map(({ court, month }) => [court, month])).toEqual(
          courts.map((court) => [court, SEPTEMBER]),
        );
        expect(await records.duties([])).toEqual([]);
      });
    });

    describe("a board", () => {
      const on = (board: string) => Array.fromAsync(records.board(board));
      const closed = (after?: string, limit = 2) =>
        records.closedCases("沂南县", "2026" as Year, { after, limit });
      const numbered = (serial: number) => caseNumber(`（2026）鲁1321行初${serial}号`);

      it("has a case's row from its opening until it is closed or moves to another board", async () => {
        const opened = opening(23, {
          boards: { rows: [aRow(), aRow({ board: "费县" })], gone: [] },
        });
        await commit({ cases: [opened] });
        expect(await on("沂南县")).toEqual([aRow()]);
        expect(await on("费县")).toEqual([aRow({ board: "费县" })]);
        expect(await on("市本级")).toEqual([]);

        const moved = aRow({ version: 2, state: "heard" });
        await commit({
          cases: [hearing(opened.file, { boards: { rows: [moved], gone: ["费县"] } })],
        });
        expect(await on("沂南县")).toEqual([moved]);
        expect(await on("费县")).toEqual([]);
        expect((await closed()).rows).toEqual([]);
      });

      it("is not changed by a decision that came too late", async () => {
        const opened = opening(23, { boards: { rows: [aRow()], gone: [] } });
        await commit({ cases: [opened] });
        await commit({
          cases: [hearing(opened.file, { boards: { rows: [aRow({ version: 2 })], gone: [] } })],
        });
        const late = hearing(opened.file, {
          boards: { rows: [], gone: ["沂南县"] },
          nextActionAt: NOON,
        });
        expect(await commit({ cases: [late] })).toBe("conflict");
        expect(await on("沂南县")).toEqual([aRow({ version: 2 })]);
      });

      it("keeps closed cases apart, by the year of their numbers, some at a time", async () => {
        const row = (serial: number) => aRow({ caseNumber: numbered(serial), state: "closed" });
        const cases = [31, 32, 33, 34, 35].map((serial) =>
          opening(serial, { boards: { rows: [row(serial)], gone: ["沂南县"] } }),
        );
        await commit({ cases });
        const first = await closed();
        expect(first.rows).toEqual([row(31), row(32)]);
        const second = await closed(first.next);
        expect(second.rows).toEqual([row(33), row(34)]);
        const third = await closed(second.next);
        expect(third).toEqual({ rows: [row(35)], next: undefined });
        expect(
          (await records.closedCases("沂南县", "2025" as Year, { after: undefined, limit: 2 })).rows,
        ).toEqual([]);
        expect(await on("沂南县")).toEqual([]);
      });

      it("has a case among its open ones again where what had closed it is taken back", async () => {
        const shut = opening(36, {
          boards: { rows: [aRow({ caseNumber: numbered(36), state: "closed" })], gone: ["沂南县"] },
        });
        await commit({ cases: [shut] });
        expect((await closed()).rows).toHaveLength(1);
        const open = aRow({ caseNumber: numbered(36), version: 2 });
        const reopened = { rows: [open], gone: [], reopened: ["沂南县"] };
        await commit({ cases: [hearing(shut.file, { boards: reopened })] });
        expect((await closed()).rows).toEqual([]);
        expect(await on("沂南县")).toEqual([open]);
      });

      it("has the open and the closed cases of an organisation on one of its own", async () => {
        const own = "yinan-police" as OrganisationId;
        const board = organisationBoard(own);
        const rowOf = (serial: number, state: BoardRow["state"]) =>
          aRow({ board, boards: ["沂南县", board], caseNumber: numbered(serial), state });
        await commit({
          cases: [
            opening(41, { boards: { rows: [rowOf(41, "awaiting-hearing")], gone: [] } }),
            opening(42, { boards: { rows: [rowOf(42, "closed")], gone: [] } }),
            opening(43, { boards: { rows: [rowOf(43, "closed")], gone: [] } }),
          ],
        });
        const shut = (after?: string) => records.closedCasesOf(own, "2026" as Year, { after, limit: 1 });
        expect(await Array.fromAsync(records.board(organisationBoard(own)))).toEqual([
          rowOf(41, "awaiting-hearing"),
        ]);
        const first = await shut();
        expect(first.rows).toEqual([rowOf(42, "closed")]);
        expect((await shut(first.next)).rows).toEqual([rowOf(43, "closed")]);
        expect(
          await Array.fromAsync(records.board(organisationBoard("linyi-police" as OrganisationId))),
        ).toEqual([]);
        expect(await on("沂南县")).toEqual([]);
      });

      it("has all rows of a case of more organisations than a transaction holds, and its notices", async () => {
        const many = Array.from({ length: 130 }, (_, index) => `ORG:agency-${index}` as const);
        const rows = many.map((board) => aRow({ board, caseNumber: numbered(51) }));
        const opened = opening(51, { boards: { rows, gone: [] } });
        const change = {
          cases: [opened],
          notices: [aNotice("one of many")],
          usedLink: { nonce: "large", at: MORNING, by: "王芳" },
        };
        expect(await records.commit({ token: "large", ...change })).toBe("committed");
        // The same once more is the same; what was decided on the same version by somebody else comes too late.
        expect(await records.commit({ token: "large", ...change })).toBe("committed");
        expect((await records.caseFile(numbered(51)))?.version).toBe(1);
        for (const row of rows) expect(await on(row.board)).toEqual([row]);
        const late = opening(51, {
          boards: { rows: rows.map((row) => ({ ...row, cause: "行政强制" })), gone: [] },
          nextActionAt: NOON,
        });
        expect(await commit({ cases: [late] })).toBe("conflict");
        for (const { board } of rows) expect(await on(board)).toMatchObject([{ cause: "行政处罚" }]);
        // And all of them go at once.
        const closed = rows.map((row): BoardRow => ({ ...row, version: 2, state: "closed" }));
        await commit({ cases: [hearing(opened.file, { boards: { rows: closed, gone: many } })] });
        for (const board of many) expect(await on(board)).toEqual([]);
      });

      it("has its open cases some at a time", async () => {
        const row = (serial: number) => aRow({ caseNumber: numbered(serial) });
        const cases = [61, 62, 63].map((serial) =>
          opening(serial, { boards: { rows: [row(serial)], gone: [] } }),
        );
        await commit({ cases });
        const some = (after?: string) => records.openCases("沂南县", { after, limit: 2 });
        const first = await some();
        expect(first.rows).toEqual([row(61), row(62)]);
        expect(await some(first.next)).toEqual({ rows: [row(63)], next: undefined });
      });

      it("has its open cases by what comes first, with those of other boards, some at a time", async () => {
        const row = (serial: number, due: string, facts: Partial<BoardRow> = {}) =>
          aRow({
            caseNumber: numbered(serial),
            hearing: { date: civilDate("2026-10-20") },
            agencies: [
              {
                name: `第${serial}局`,
                district: "沂南县",
                due: [{ kind: "report", due: civilDate(due) }],
                flags: [],
              },
            ],
            ...facts,
          });
        const put = (...rows: BoardRow[]) =>
          commit({
            cases: [opening(partsOf(rows[0]?.caseNumber ?? CASE).serial, { boards: { rows, gone: [] } })],
          });
        await put(row(71, "2026-10-03"));
        await put(row(72, "2026-10-01"), row(72, "2026-10-01", { board: "费县" }));
        await put(row(73, "2026-10-02", { board: "费县" }));
        await put(row(74, "2026-10-25"));
        // What waits for its bureau comes before all days.
        const waiting = row(70, "2026-11-30");
        const flagged = waiting.agencies.map((one) => ({ ...one, flags: ["report-to-read"] as const }));
        await put({ ...waiting, agencies: flagged });
        // Neither what is closed, nor an organisation's own, nor another bureau's.
        await put(row(75, "2026-10-01", { state: "closed" }));
        await put(row(76, "2026-10-01", { board: "ORG:yinan-police", boards: ["沂南县"] }));
        await put(row(77, "2026-10-01", { board: "市本级" }));
        const both = ["沂南县", "费县"];
        const all: string[] = [];
        let after: string | undefined;
        do {
          const { cases, next } = await records.ahead(both, { after, limit: 2 });
          all.push(...cases.map((one) => `${partsOf(one.caseNumber).serial} ${one.agencies.length}`));
          after = next;
        } while (after !== undefined);
        // The last is heard before its period ends.
        expect(all).toEqual(["70 1", "72 2", "73 1", "71 1", "74 1"]);
        const [first] = (await records.ahead(["费县"], { after: undefined, limit: 1 })).cases;
        expect(first).toEqual({
          caseNumber: numbered(72),
          agencies: [{ name: "第72局", due: [{ kind: "report", due: "2026-10-01" }], flags: [] }],
          hearing: { date: "2026-10-20" },
          boards: ["费县"],
          at: `2026-10-01#${numbered(72)}`,
        });
        const [, twice] = (await records.ahead(both, { after: undefined, limit: 9 })).cases;
        expect(twice?.boards).toEqual(both);
        // Their rows, in the order asked; closed ones and those of other boards are none of them.
        const rows = await records.openRows([
          { board: "费县", caseNumber: numbered(73) },
          { board: "沂南县", caseNumber: numbered(75) },
          { board: "沂南县", caseNumber: numbered(77) },
          { board: "沂南县", caseNumber: numbered(71) },
          { board: "费县", caseNumber: numbered(73) },
        ]);
        expect(rows.map(({ caseNumber }) => partsOf(caseNumber).serial)).toEqual([73, 71, 73]);
        expect(await records.openRows([])).toEqual([]);
        expect(await records.ahead([], { after: undefined, limit: 2 })).toEqual({
          cases: [],
          next: undefined,
        });
      });

      it("lists the documents that wait for its bureau, until they are settled", async () => {
        const bureau = "yinan-justice" as OrganisationId;
        const waiting = aDocument({ state: "needs-review", bureau });
        await commit({ document: waiting });
        await commit({ document: aDocument({ sha256: "other", state: "rejected", bureau }) });
        const listed = () => Array.fromAsync(records.reviews(bureau));
        expect(await listed()).toEqual([
          {
            sha256: waiting.sha256,
            kind: "summons",
            key: waiting.firstUpload.key,
            receivedAt: MORNING,
            caseNumbers: [CASE],
          },
        ]);
        const { kind, caseNumbers } = waiting;
        const reviewed = { at: MORNING, by: "王芳", cause: "link:1", was: { kind, caseNumbers } };
        await commit({ document: { ...waiting, state: "read", reviewed }, documentWas: "needs-review" });
        expect(await listed()).toEqual([]);
        expect((await records.document(waiting.sha256))?.reviewed).toEqual(reviewed);
        // Its review is taken back: it waits again.
        await commit({ document: { ...waiting, again: "link:1" }, documentWas: "read" });
        expect(await listed()).toMatchObject([{ sha256: waiting.sha256, again: "link:1" }]);
      });
    });

    describe("a diary", () => {
      it("has each hearing once, as it was written last, by date and from a day on", async () => {
        const later = aDiaryEntry({
          hearing: { ...aDiaryEntry().hearing, ordinal: 2, date: civilDate("2026-10-13") },
        });
        const entry = (facts: Parameters<typeof aDiaryEntry>[0] = {}) => aDiaryEntry(facts);
        const diary = [later, entry(), entry({ owner: "court" as OrganisationId })];
        const opened = opening(23, { diary });
        await commit({ cases: [opened] });
        const off = entry({ status: "cancelled", version: 2 });
        await commit({ cases: [hearing(opened.file, { diary: [off] })] });
        const from = (day: string) => Array.fromAsync(records.diary(entry().owner, civilDate(day)));
        expect(await from("2026-09-01")).toEqual([off, later]);
        expect(await from("2026-09-24")).toEqual([off, later]);
        expect(await from("2026-09-25")).toEqual([later]);
        expect(await from("2026-10-14")).toEqual([]);
        const last = (day: string, most: number) => records.lastInDiary(entry().owner, civilDate(day), most);
        expect(await last("2026-09-01", 9)).toEqual([later, off]);
        expect(await last("2026-09-01", 1)).toEqual([later]);
        expect(await last("2026-10-13", 9)).toEqual([later]);
        expect(await last("2026-10-14", 9)).toEqual([]);
      });
    });

    describe("a register of lost cases", () => {
      it("has each loss once, as it was written last, by owner and year; what is gone is gone", async () => {
        const own = aLoss({ owner: "ORG:yinan-police" });
        const opened = opening(24, { losses: { rows: [aLoss(), own], gone: [] } });
        await commit({ cases: [opened] });
        const year = "2026" as Year;
        expect(await records.losses(JURISDICTION, year)).toEqual([aLoss()]);
        expect(await records.losses("ORG:yinan-police", year)).toEqual([own]);
        const reported = aLoss({ state: "reported", causes: ["facts", "procedure"], kind: "annulled" });
        await commit({ cases: [hearing(opened.file, { losses: { rows: [reported], gone: [own] } })] });
        expect(await records.losses(JURISDICTION, year)).toEqual([reported]);
        expect(await records.losses("ORG:yinan-police", year)).toEqual([]);
        expect(await records.losses(JURISDICTION, "2025" as Year)).toEqual([]);
        expect(await records.losses("费县", year)).toEqual([]);
      });
    });

    describe("an entry of a programme", () => {
      const year = anObservation().year;
      const ref = refOf(anObservation());
      const first = { entry: anObservation(), expectedVersion: 0, nextActionAt: undefined };

      it("is found alone and among those of its jurisdiction's year", async () => {
        const correction = aCorrection();
        await commit({
          programme: [
            first,
            { entry: correction, expectedVersion: 0, nextActionAt: NOON },
            { ...first, entry: anObservation({ jurisdiction: "费县" }) },
          ],
        });
        await commit({
          notices: [
            aNotice("in its partition", { subject: { of: "programme", jurisdiction: "沂南县", year } }),
          ],
        });
        expect(await records.programmeEntry(ref)).toEqual(anObservation());
        expect(await records.programme("沂南县", year)).toEqual([correction, anObservation()]);
        expect(await records.programme("沂南县", "2025" as typeof year)).toEqual([]);
        expect(await records.programmeEntry({ ...ref, id: "another" })).toBeUndefined();
      });

      it("changes from the version it was decided on only, and keeps every version", async () => {
        await commit({ programme: [first] });
        const next = (by: string, court: string) => {
          const change = { ...anObservation().change, by };
          const entry = anObservation({ version: 2, revision: 2, change, court });
          return { entry, expectedVersion: 1, nextActionAt: undefined };
        };
        const outcomes = await Promise.all([
          commit({ programme: [next("王芳", "费县人民法院")], notices: [aNotice("one")] }),
          commit({ programme: [next("李明", "沂南县人民法院")], notices: [aNotice("other")] }),
        ]);
        expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
        const present = await records.programmeEntry(ref);
        expect(present?.version).toBe(2);
        expect(await records.programmeHistory(ref)).toEqual([anObservation(), present]);
        expect(await commit({ programme: [first] })).toBe("conflict");
      });

      it("comes when it is due, and no longer when nothing is", async () => {
        await commit({ programme: [{ ...first, nextActionAt: NOON }] });
        expect(await dueUpTo(MORNING)).toEqual([]);
        expect(await dueUpTo(NOON)).toEqual([{ entity: "programme", ref }]);
        await commit({
          programme: [{ entry: anObservation({ version: 2 }), expectedVersion: 1, nextActionAt: undefined }],
        });
        expect(await dueUpTo(NOON)).toEqual([]);
      });

      it("must follow the version it was decided on", async () => {
        const skipped = { ...first, entry: anObservation({ version: 3 }) };
        await expect(commit({ programme: [skipped] })).rejects.toThrow("does not follow");
      });
    });

    describe("a month", () => {
      it("has the rows of the cases first heard in it", async () => {
        const [first, second, third] = [opening(23), opening(24), opening(25)];
        await commit({ cases: [first, second, third] });
        const heard = [hearing(first.file), hearing(second.file)];
        await commit({ cases: heard });
        expect(await rowsOf(SEPTEMBER)).toEqual(heard.flatMap(({ counted }) => counted.rows));
        expect((await rowsOf(SEPTEMBER)).map(({ present }) => present)).toEqual([true, true]);
        expect(await rowsOf("2026-10" as Month)).toEqual([]);
        // None of them is closed: each stands once, among the open ones, heard or not.
        const open = [...heard, third].flatMap(({ counted }) => counted.rows);
        expect(await docketOf("open")).toEqual(open);
        expect(await docketOf(SEPTEMBER)).toEqual([]);
      });

      it("keeps every version of its bulletin, drafts apart from issues", async () => {
        await commit({ bulletin: aBulletin() });
        await commit({ bulletin: aBulletin({ state: "issued" }) });
        await commit({ bulletin: aBulletin({ state: "issued", version: 2, rowsSha256: "b2" }) });
        expect(await commit({ bulletin: aBulletin({ rowsSha256: "c3" }) })).toBe("conflict");
        const kept = (await records.bulletins(JURISDICTION, SEPTEMBER)).map(
          ({ state, version }) => `${state} ${version}`,
        );
        expect(kept).toEqual(["draft 1", "issued 1", "issued 2"]);
      });
    });

    describe("a search", () => {
      const numbered = (serial: number, court = "1321", year = 2026) =>
        caseNumber(`（${year}）鲁${court}行初${serial}号`);
      const OTHERS = "费县";
      /** A case of plaintiffs that stands on boards, found as one that was opened is. */
      const found = (
        number: CaseNumber,
        plaintiffs: readonly string[],
        boards: readonly string[],
        facts = {},
      ) => {
        const { file } = opening(1);
        const rows = boards.map((board) => aRow({ board, caseNumber: number, ...facts }));
        const after = { ...file, caseNumber: number, plaintiffs };
        return {
          ...opening(1),
          file: after,
          boards: { rows, gone: [] },
          search: searchChange(undefined, after, boards),
        };
      };
      const search = (text: string, boards: readonly string[], limit = 10, after?: string) => {
        const query = readQuery(text);
        if (query.asks !== "number" && query.asks !== "name") return expect.fail(text);
        return records.search(query, boards, { after, limit });
      };
      const numbersOf = async (text: string, boards: readonly string[]) =>
        (await search(text, boards)).rows.map(({ caseNumber: number }) => number);

      it("finds by number and name what stands on a board of one's own, open or closed, and nothing else", async () => {
        await commit({
          cases: [
            found(numbered(23), ["陈建国"], ["沂南县", "ORG:yinan-police"]),
            found(numbered(23, "1325"), ["陈建"], [OTHERS]),
            found(numbered(23, "1321", 2025), ["王芳"], ["沂南县"], { state: "closed" }),
            found(numbered(24), ["王陈建", "陈建"], ["沂南县", OTHERS]),
          ],
        });
        expect(await numbersOf("23", ["沂南县"])).toEqual([numbered(23), numbered(23, "1321", 2025)]);
        expect(await numbersOf("行初23", [OTHERS])).toEqual([numbered(23, "1325")]);
        expect(await numbersOf("2025行初23", ["沂南县"])).toEqual([numbered(23, "1321", 2025)]);
        expect(await numbersOf("鲁1325行初23", ["沂南县"])).toEqual([]);
        // A name that is no longer than what was asked comes first, and each case once.
        expect(await numbersOf("陈建", ["沂南县"])).toEqual([numbered(24), numbered(23)]);
        expect(await numbersOf("陈建", ["沂南县", OTHERS])).toEqual([
          numbered(24),
          numbered(23, "1325"),
          numbered(23),
        ]);
        expect(await numbersOf("建国", ["ORG:yinan-police"])).toEqual([numbered(23)]);
        expect(await numbersOf("建国", ["ORG:other", "市本级"])).toEqual([]);
        const [row] = (await search("王芳", ["沂南县", OTHERS])).rows;
        expect(row).toMatchObject({ state: "closed", board: "沂南县" });
        // What of a case stands on two of the boards is one row.
        expect((await search("24", ["沂南县", OTHERS])).rows).toHaveLength(1);
      });

      it("goes on where a page ended, and comes to an end", async () => {
        for (let serial = 1; serial <= 5; serial++)
          await commit({
            cases: [
              found(numbered(100 + serial), [`张伟${serial}`], ["沂南县"]),
              found(numbered(7, `13${10 + serial}`), [`李强${serial}`], ["沂南县"]),
              found(numbered(200 + serial), [`张伟${serial}`], [OTHERS]),
            ],
          });
        for (const text of ["张伟", "7"]) {
          const all: string[] = [];
          let after: string | undefined;
          do {
            const { rows, next } = await search(text, ["沂南县"], 2, after);
            expect(rows.length).toBeLessThanOrEqual(2);
            all.push(...rows.map((row) => row.caseNumber));
            after = next;
          } while (after !== undefined);
          expect(all).toEqual(
            text === "7"
              ? [5, 4, 3, 2, 1].map((one) => numbered(7, `13${10 + one}`))
              : [1, 2, 3, 4, 5].map((one) => numbered(100 + one)),
          );
        }
      });

      it("doesn't find a case under the name of a party that has fallen away", async () => {
        const opened = found(numbered(31), ["赵六", "钱七"], ["沂南县"]);
        await commit({ cases: [opened] });
        const after = { ...opened.file, plaintiffs: ["赵六"], version: 2 };
        const search = searchChange({ ...opened.file, boards: ["沂南县"] }, after, ["沂南县"]);
        await commit({ cases: [{ ...opened, file: after, expectedVersion: 1, events: [], search }] });
        expect(await numbersOf("钱七", ["沂南县"])).toEqual([]);
        expect(await numbersOf("赵六", ["沂南县"])).toEqual([numbered(31)]);
      });
    });

    it("refuses more than one transaction has of what must be written together", async () => {
      const duties = Array.from({ length: 101 }, (_, index) => ({
        duty: aDuty({ court: `court-${index}` as OrganisationId }),
        expectedVersion: 0,
        nextActionAt: undefined,
      }));
      await expect(records.commit({ token: "many", duties })).rejects.toThrow("100");
      expect(await records.duty("court-0" as OrganisationId, SEPTEMBER)).toBeUndefined();
    });

    it("writes any number of notices", async () => {
      const notices = Array.from({ length: 130 }, (_, index) => aNotice(`many ${index}`));
      expect(await commit({ notices })).toBe("committed");
      for (const { id } of notices) expect(await outbox.claim(SUBJECT, id, NOON)).toBeDefined();
    });

    let commits = 0;
    function commit(change: Omit<Change, "token">) {
      commits += 1;
      return records.commit({ token: `test ${commits}`, ...change });
    }

    const dueUpTo = (upTo: typeof NOON, jurisdiction = JURISDICTION) =>
      Array.fromAsync(records.due(jurisdiction, upTo));
    const rowsOf = (month: Month) => Array.fromAsync(records.monthRows(JURISDICTION, month));
    const docketOf = (docket: Docket) => Array.fromAsync(records.docketRows(JURISDICTION, docket));
  });
}

/** An instant of its own for each token, so that two attempts differ. */
function at(token: string) {
  return addMinutes(NOON, token.length);
}

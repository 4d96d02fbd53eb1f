/** What every implementation of Outbox must do. */
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { WAKE_AGAIN_MINUTES } from "../../shared/adapters/case-table/new-notice.ts";
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { MailFeedback, Outbox } from "../../shared/ports/outbox.ts";
import type { DueItem, Records } from "../../shared/ports/records.ts";
import { aLine, aNotice, JURISDICTION, MORNING, NOON, SUBJECT } from "../support/stored-things.ts";

/** An empty outbox and the records of the same table. */
export type FreshOutbox = () => Promise<{ readonly records: Records; readonly outbox: Outbox }>;

const REPORTS = ["accepted", "delivered", "bounced", "complained", "failed"] as const;
/** What says least first. */
const ORDER = ["accepted", "failed", "delivered", "bounced", "complained"] as const;
const LEASE = addMinutes(MORNING, 25);
const MOST_ATTEMPTS = 3;

/** `propertyRuns`: how many cases a property tries; a real engine is slower than memory. */
export function outboxContract(name: string, fresh: FreshOutbox, propertyRuns: number): void {
  describe(`outbox on ${name}`, () => {
    let outbox: Outbox;
    let records: Records;
    beforeEach(async () => {
      ({ outbox, records } = await fresh());
    });

    it("takes a notice once, and knows none that was not added", async () => {
      await outbox.add(aNotice(), MORNING);
      await outbox.add(aNotice("first", { releaseAt: NOON }), MORNING);
      expect(await outbox.item(SUBJECT, id())).toEqual({ notice: aNotice(), state: "pending", attempts: 0 });
      expect(await outbox.item(SUBJECT, id("another"))).toBeUndefined();
      expect(await outbox.claim(SUBJECT, id("another"), LEASE)).toBeUndefined();
    });

    it("lists what belongs to a subject, in the order it was decided, with where each mail is", async () => {
      const later = aNotice("later", { createdAt: addMinutes(MORNING, 5), releaseAt: NOON });
      await outbox.add(later, MORNING);
      await outbox.add(aNotice(), MORNING);
      await outbox.add(aNotice("other", { subject: { of: "document", sha256: "a1" } }), MORNING);
      await outbox.claim(SUBJECT, id(), LEASE);
      await outbox.accepted(SUBJECT, id(), "m-1", MORNING);
      expect(await outbox.posted(SUBJECT)).toEqual([
        { notice: aNotice(), state: "accepted", settledAt: MORNING },
        { notice: later, state: "held" },
      ]);
      await outbox.settle({ subject: SUBJECT, id: id(), at: NOON, became: "bounced" });
      expect((await outbox.posted(SUBJECT))[0]).toMatchObject({ state: "bounced", settledAt: NOON });
      expect(await outbox.posted({ of: "document", sha256: "none" })).toEqual([]);
    });

    it("lists what did not arrive, the last first, until the carrier says that it did", async () => {
      for (const key of ["refused", "lost", "bounced", "fine"]) {
        await outbox.add(aNotice(key), MORNING);
        await outbox.claim(SUBJECT, id(key), LEASE);
      }
      await outbox.refused(SUBJECT, id("refused"), "550", undefined);
      await outbox.expire(SUBJECT, id("lost"), NOON, 1);
      for (const key of ["bounced", "fine"]) await outbox.accepted(SUBJECT, id(key), key, MORNING);
      await outbox.settle({ subject: SUBJECT, id: id("bounced"), at: NOON, became: "bounced" });
      for (const key of ["refused", "lost"]) await outbox.reported(SUBJECT, id(key));
      const listed = async (from = MORNING, most = 10) =>
        (await outbox.notArrived(from, most)).map(({ notice, state }) => [notice.id, state]);
      expect((await listed()).slice(0, 1)).toEqual([[id("bounced"), "bounced"]]);
      expect((await listed()).toSorted()).toEqual(
        [
          [id("bounced"), "bounced"],
          [id("lost"), "ambiguous"],
          [id("refused"), "failed"],
        ].toSorted(),
      );
      expect(await listed(NOON)).toEqual([[id("bounced"), "bounced"]]);
      expect(await listed(MORNING, 1)).toEqual([[id("bounced"), "bounced"]]);
      await outbox.settle({ subject: SUBJECT, id: id("lost"), at: NOON, became: "delivered" });
      expect((await listed()).map(([one]) => one)).not.toContain(id("lost"));
    });

    it("keeps notices of all subjects apart", async () => {
      const subjects = [
        { of: "document", sha256: "a1" },
        { of: "bulletin", jurisdiction: JURISDICTION, month: "2026-09" },
        { of: "ledger", court: "yinan-court", month: "2026-09" },
        { of: "organisation", organisation: "yinan-police" },
        { of: "programme", jurisdiction: "沂南县", year: "2026" },
      ] as readonly ReturnType<typeof aNotice>["subject"][];
      for (const subject of subjects)
        await outbox.add(aNotice("same", { subject, releaseAt: NOON }), MORNING);
      for (const subject of subjects)
        expect((await outbox.item(subject, id("same")))?.notice.subject).toEqual(subject);
      expect((await due(NOON)).map((item) => item.entity === "notice" && item.subject)).toEqual(
        expect.arrayContaining([...subjects]),
      );
    });

    it("holds a notice until its hour", async () => {
      await outbox.add(aNotice("first", { releaseAt: NOON }), MORNING);
      expect(await outbox.claim(SUBJECT, id(), LEASE)).toBeUndefined();
      await outbox.release(SUBJECT, id(), addMinutes(NOON, -1));
      expect(await state()).toBe("held");
      expect(await due(NOON)).toHaveLength(1);
      await outbox.release(SUBJECT, id(), NOON);
      expect(await state()).toBe("pending");
      expect(await due(NOON)).toEqual([]);
    });

    it("gives a notice to one of many who claim it", async () => {
      await outbox.add(aNotice(), MORNING);
      const claims = await Promise.all(Array.from({ length: 5 }, () => outbox.claim(SUBJECT, id(), LEASE)));
      const won = claims.filter((claim) => claim !== undefined);
      expect(won).toEqual([{ notice: aNotice(), state: "sending", attempts: 1 }]);
    });

    it("has nothing more to do once the carrier took the mail", async () => {
      await sending();
      await outbox.accepted(SUBJECT, id(), "ses-1", LEASE);
      expect(await outbox.item(SUBJECT, id())).toEqual({
        notice: aNotice(),
        state: "accepted",
        attempts: 1,
        messageId: "ses-1",
      });
      expect(await due(FAR)).toEqual([]);
      expect(await outbox.claim(SUBJECT, id(), LEASE)).toBeUndefined();
      expect(await outbox.expire(SUBJECT, id(), FAR, MOST_ATTEMPTS)).toBe("unchanged");
    });

    it("tries again later after a passing refusal", async () => {
      await sending();
      await outbox.refused(SUBJECT, id(), "Throttling", NOON);
      expect(await state()).toBe("held");
      await outbox.release(SUBJECT, id(), LEASE);
      expect(await outbox.claim(SUBJECT, id(), LEASE)).toBeUndefined();
      await outbox.release(SUBJECT, id(), NOON);
      expect((await outbox.claim(SUBJECT, id(), addMinutes(NOON, 15)))?.attempts).toBe(2);
    });

    it("gives up after a refusal for good", async () => {
      await sending();
      await outbox.refused(SUBJECT, id(), "550 no such user", undefined);
      expect(await state()).toBe("failed");
      expect(await due(FAR)).toHaveLength(1);
      await outbox.reported(SUBJECT, id());
      expect(await state()).toBe("failed");
      expect(await due(FAR)).toEqual([]);
      await outbox.release(SUBJECT, id(), FAR);
      expect(await outbox.claim(SUBJECT, id(), LEASE)).toBeUndefined();
    });

    it("drops what came too late, which stays due until a person has heard of it", async () => {
      await outbox.add(aNotice("first", { releaseAt: NOON }), MORNING);
      await outbox.drop(SUBJECT, id(), "too-late", NOON);
      expect(await state()).toBe("dropped");
      expect(await due(FAR)).toHaveLength(1);
      await outbox.release(SUBJECT, id(), FAR);
      expect(await outbox.claim(SUBJECT, id(), LEASE)).toBeUndefined();
      expect(await outbox.settle({ subject: SUBJECT, id: id(), at: FAR, became: "delivered" })).toBe(
        "unchanged",
      );
      await outbox.reported(SUBJECT, id());
      expect([await state(), await due(FAR)]).toEqual(["dropped", []]);
      expect((await outbox.posted(SUBJECT))[0]).toMatchObject({ state: "dropped", settledAt: NOON });
    });

    it("drops what is no longer true, and nothing that is on its way", async () => {
      await outbox.add(aNotice(), MORNING);
      await outbox.drop(SUBJECT, id(), "not-owed", NOON);
      expect([await state(), await due(FAR)]).toEqual(["dropped", []]);
      await outbox.add(aNotice("second"), MORNING);
      await outbox.claim(SUBJECT, id("second"), LEASE);
      await outbox.drop(SUBJECT, id("second"), "too-late", NOON);
      expect((await outbox.item(SUBJECT, id("second")))?.state).toBe("sending");
    });

    it("wakes the mailer again where the stream's word was lost", async () => {
      const again = addMinutes(MORNING, WAKE_AGAIN_MINUTES);
      await outbox.add(aNotice(), MORNING);
      expect(await due(addMinutes(again, -1))).toEqual([]);
      expect(await due(again)).toEqual([{ entity: "notice", subject: SUBJECT, id: id() }]);
      await outbox.release(SUBJECT, id(), again);
      expect(await state()).toBe("pending");
      const onceMore = addMinutes(again, WAKE_AGAIN_MINUTES);
      expect(await due(addMinutes(onceMore, -1))).toEqual([]);
      expect(await due(onceMore)).toHaveLength(1);
    });

    describe("a lease", () => {
      it("lasts until the notice is looked at again, where that is later", async () => {
        await outbox.add(aNotice(), MORNING);
        const asked = addMinutes(MORNING, 15);
        expect(await outbox.claim(SUBJECT, id(), asked)).toBeDefined();
        expect(await outbox.expire(SUBJECT, id(), asked, MOST_ATTEMPTS)).toBe("unchanged");
        const until = addMinutes(MORNING, WAKE_AGAIN_MINUTES);
        expect(await due(addMinutes(until, -1))).toEqual([]);
        expect(await outbox.expire(SUBJECT, id(), until, MOST_ATTEMPTS)).toBe("pending");
      });

      it("that still runs is left alone", async () => {
        await sending();
        expect(await due(addMinutes(LEASE, -1))).toEqual([]);
        expect(await outbox.expire(SUBJECT, id(), addMinutes(LEASE, -1), MOST_ATTEMPTS)).toBe("unchanged");
        await outbox.release(SUBJECT, id(), LEASE);
        expect(await state()).toBe("sending");
      });

      it("that ran out frees the notice while attempts remain, then leaves it to a person", async () => {
        await outbox.add(aNotice(), MORNING);
        const ends: string[] = [];
        for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
          const until = addMinutes(MORNING, 25 * (attempt + 1));
          await outbox.claim(SUBJECT, id(), until);
          expect(await due(until)).toHaveLength(1);
          ends.push(await outbox.expire(SUBJECT, id(), until, MOST_ATTEMPTS));
        }
        expect(ends).toEqual(["pending", "pending", "ambiguous"]);
        expect(await state()).toBe("ambiguous");
        expect(await due(FAR)).toHaveLength(1);
        await outbox.reported(SUBJECT, id());
        expect(await due(FAR)).toEqual([]);
        expect(await outbox.expire(SUBJECT, id(), FAR, MOST_ATTEMPTS)).toBe("unchanged");
      });

      it("that ran out is no reason to send again once the carrier says that the mail left", async () => {
        await sending();
        expect(await outbox.expire(SUBJECT, id(), LEASE, MOST_ATTEMPTS)).toBe("pending");
        expect(await outbox.settle(report("accepted"))).toBe("settled");
        expect(await outbox.claim(SUBJECT, id(), FAR)).toBeUndefined();
      });

      it("that ran out is no reason to send again once our own mark comes after all", async () => {
        await sending();
        expect(await outbox.expire(SUBJECT, id(), LEASE, MOST_ATTEMPTS)).toBe("pending");
        await outbox.accepted(SUBJECT, id(), "ses-1", LEASE);
        expect(await outbox.claim(SUBJECT, id(), FAR)).toBeUndefined();
        expect(await due(FAR)).toEqual([]);
      });

      it.each(REPORTS)("and the carrier's %s end in that state, whichever is first", async (became) => {
        await sending();
        await Promise.all([
          outbox.expire(SUBJECT, id(), LEASE, MOST_ATTEMPTS),
          outbox.settle(report(became)),
        ]);
        expect(await state()).toBe(became);
        expect(await due(FAR)).toEqual([]);
      });

      it("and our own mark end in accepted, whichever is first", async () => {
        await sending();
        await Promise.all([
          outbox.expire(SUBJECT, id(), LEASE, MOST_ATTEMPTS),
          outbox.accepted(SUBJECT, id(), "ses-1", LEASE),
        ]);
        expect(await state()).toBe("accepted");
      });
    });

    describe("a mail that left, of which a table that was put back knows nothing", () => {
      const waiting = aLine("waiting", MORNING);
      const gone = aLine("gone", MORNING);
      const folds = [waiting, gone].map((line) => ({ subject: line.subject, id: line.id }));
      const left = { notice: { ...aNotice(), folds }, messageId: "m-1", at: NOON };

      it("is known to have left, and takes its lines with it, those to come as well", async () => {
        await records.commit({ token: "waits", lines: [waiting] });
        for (let time = 0; time < 2; time++) await outbox.left(left);
        expect(await outbox.item(SUBJECT, id())).toEqual({
          notice: left.notice,
          state: "accepted",
          attempts: 1,
          messageId: "m-1",
        });
        expect(await due(FAR)).toEqual([]);
        // Decided once more, as the sweep does of what it believes to be still owed.
        const decided = { lines: [waiting, gone], notices: [aNotice()] };
        expect(await records.commit({ token: "once more", ...decided })).toBe("committed");
        expect(await due(FAR)).toEqual([]);
        expect(await outbox.claim(SUBJECT, id(), LEASE)).toBeUndefined();
        expect(await outbox.settle(report("delivered"))).toBe("settled");
      });

      it.each([
        ["waits for its hour", async () => outbox.add(aNotice("first", { releaseAt: NOON }), MORNING)],
        ["is about to be sent", async () => outbox.add(aNotice(), MORNING)],
        ["was being sent", () => sending()],
      ])("is known to have left where it believes that it %s", async (_, before) => {
        await before();
        await outbox.left(left);
        expect([await state(), await due(FAR)]).toEqual(["accepted", []]);
      });

      it("stays what is known of it", async () => {
        await sending();
        await outbox.settle(report("bounced"));
        await outbox.left(left);
        expect(await state()).toBe("bounced");
      });
    });

    describe("the carrier's reports", () => {
      it("settle a notice once", async () => {
        await sending();
        expect(await outbox.settle(report("delivered"))).toBe("settled");
        expect(await outbox.settle(report("delivered"))).toBe("unchanged");
        expect(await outbox.settle({ ...report("delivered"), id: id("another") })).toBe("unchanged");
      });

      it("are believed before our own mark, which then changes nothing", async () => {
        await sending();
        await outbox.settle(report("delivered"));
        await outbox.accepted(SUBJECT, id(), "ses-1", LEASE);
        expect(await state()).toBe("delivered");
        await outbox.refused(SUBJECT, id(), "timeout", NOON);
        expect(await state()).toBe("delivered");
      });

      it("end in what says most, whichever of two comes first", async () => {
        for (const [place, stronger] of ORDER.entries())
          for (const weaker of ORDER.slice(0, place))
            for (const became of [
              [weaker, stronger],
              [stronger, weaker],
            ]) {
              const notice = aNotice(became.join(" then "));
              await outbox.add(notice, MORNING);
              for (const one of became) await outbox.settle({ ...report(one), id: notice.id });
              expect([became, (await outbox.item(SUBJECT, notice.id))?.state]).toEqual([became, stronger]);
            }
      });

      it("end in the same state in any order, however often they come", async () => {
        const reports = fc.array(fc.constantFrom(...REPORTS), { minLength: 1, maxLength: 6 });
        let run = 0;
        await fc.assert(
          fc.asyncProperty(reports, async (became) => {
            run += 1;
            const notice = aNotice(`property ${run}`);
            await outbox.add(notice, MORNING);
            for (const one of became) await outbox.settle({ ...report(one), id: notice.id });
            const strongest = ORDER.findLast((one) => (became as readonly string[]).includes(one));
            expect((await outbox.item(SUBJECT, notice.id))?.state).toBe(strongest);
          }),
          { numRuns: propertyRuns },
        );
      });
    });

    const FAR = addMinutes(NOON, 100_000);
    const id = (about = "first") => aNotice(about).id;
    const state = async () => (await outbox.item(SUBJECT, id()))?.state;
    const due = (upTo: Instant): Promise<readonly DueItem[]> =>
      Array.fromAsync(records.due(JURISDICTION, upTo));
    const report = (became: MailFeedback["became"]): MailFeedback => ({
      subject: SUBJECT,
      id: id(),
      at: NOON,
      became,
    });
    async function sending(): Promise<void> {
      await outbox.add(aNotice(), MORNING);
      await outbox.claim(SUBJECT, id(), LEASE);
    }
  });
}

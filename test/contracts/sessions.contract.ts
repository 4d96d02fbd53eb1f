/** What every {@link Sessions} must do. */
import { describe, expect, it } from "vitest";
import type { Session } from "../../shared/domain/access/session.ts";
import { windowOf } from "../../shared/domain/access/sign-in-limits.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { cookieOf, sessionIdOf } from "../../shared/links/session-cookie.ts";
import type { Sessions } from "../../shared/ports/sessions.ts";
import { at } from "../support/case-builders.ts";

const NOW = at("09-08");
const MAILBOX = "fazhi@yinan-police.example.org";
const LINK = { nonce: "N1", at: NOW, by: "李明" };

function aSession(secret: string, given: Partial<Session> = {}): Session {
  const { mailbox = MAILBOX } = given;
  return {
    id: sessionIdOf(cookieOf(mailbox, secret.padEnd(43, "-"))) as string,
    mailbox,
    by: "mail",
    startedAt: NOW,
    until: addMinutes(NOW, 12 * 60),
    formToken: `form of ${secret}`,
    ...given,
  };
}

export function sessionsContract(name: string, make: () => Promise<Sessions>): void {
  describe(`sessions: ${name}`, () => {
    it("keep what was begun, whole, and know no other", async () => {
      const sessions = await make();
      expect(await sessions.begin(aSession("a"), LINK)).toBe("begun");
      expect(await sessions.session(aSession("a").id)).toEqual(aSession("a"));
      expect(await sessions.session(aSession("b").id)).toBeUndefined();
    });

    it("begin once by one link, however many try at once", async () => {
      const sessions = await make();
      const begun = await Promise.all(
        ["a", "b", "c"].map((secret) => sessions.begin(aSession(secret), LINK)),
      );
      expect(begun.toSorted()).toEqual(["begun", "used", "used"]);
      const kept = await Promise.all(["a", "b", "c"].map((secret) => sessions.session(aSession(secret).id)));
      expect(kept.filter((one) => one !== undefined)).toHaveLength(1);
    });

    it("note when one was used, in nobody else's, and not once it has ended", async () => {
      const sessions = await make();
      await sessions.begin(aSession("a"));
      await sessions.begin(aSession("b"));
      await sessions.seen(aSession("a").id, addMinutes(NOW, 5));
      expect(await sessions.session(aSession("a").id)).toEqual(aSession("a", { seenAt: addMinutes(NOW, 5) }));
      expect(await sessions.session(aSession("b").id)).toEqual(aSession("b"));
      await sessions.end(aSession("a").id, addMinutes(NOW, 6), "this");
      await sessions.seen(aSession("a").id, addMinutes(NOW, 7));
      await sessions.seen(aSession("c").id, addMinutes(NOW, 7));
      expect(await sessions.session(aSession("a").id)).toMatchObject({
        seenAt: addMinutes(NOW, 5),
        endedAt: addMinutes(NOW, 6),
      });
      expect(await sessions.session(aSession("c").id)).toBeUndefined();
    });

    it("end one, and leave the others of its mailbox", async () => {
      const sessions = await make();
      await sessions.begin(aSession("a"));
      await sessions.begin(aSession("b"));
      await sessions.end(aSession("a").id, addMinutes(NOW, 5), "this");
      expect((await sessions.session(aSession("a").id))?.endedAt).toBe(addMinutes(NOW, 5));
      expect((await sessions.session(aSession("b").id))?.endedAt).toBeUndefined();
    });

    it("end all of a mailbox, none of another's, and none twice", async () => {
      const sessions = await make();
      const other = aSession("c", { mailbox: "other@example.org" });
      for (const one of [aSession("a"), aSession("b"), other]) await sessions.begin(one);
      await sessions.end(aSession("a").id, addMinutes(NOW, 5), "all");
      await sessions.end(aSession("a").id, addMinutes(NOW, 9), "all");
      for (const secret of ["a", "b"])
        expect((await sessions.session(aSession(secret).id))?.endedAt).toBe(addMinutes(NOW, 5));
      expect((await sessions.session(other.id))?.endedAt).toBeUndefined();
    });

    it("list who signed in since, the newest first, without what their forms carry", async () => {
      const sessions = await make();
      const [early, late, before] = [0, 60, -60].map((minutes) =>
        aSession(`at${minutes}`, { startedAt: addMinutes(NOW, minutes) }),
      ) as [Session, Session, Session];
      for (const one of [late, early, before]) await sessions.begin(one);
      const listed = await Array.fromAsync(sessions.since(NOW));
      expect(listed.map(({ id }) => id)).toEqual([late.id, early.id]);
      expect(JSON.stringify(listed)).not.toContain("form of");
    });

    it("bring all of a mailbox by one of them", async () => {
      const sessions = await make();
      const [one, again] = [aSession("one"), aSession("again")];
      const other = aSession("one", { mailbox: "clerk@yinan-court.example.org" });
      for (const all of [one, again, other]) await sessions.begin(all);
      expect((await sessions.ofMailbox(one.id)).map(({ id }) => id).toSorted()).toEqual(
        [again.id, one.id].toSorted(),
      );
      expect(JSON.stringify(await sessions.ofMailbox(one.id))).not.toContain("form of");
    });

    it("count tries of each, within each window, all of them", async () => {
      const sessions = await make();
      const [window, next] = [windowOf(NOW), windowOf(addMinutes(NOW, 15))];
      const counted = await Promise.all([1, 2, 3].map(() => sessions.tried("a", window)));
      expect(counted.toSorted()).toEqual([1, 2, 3]);
      expect(await sessions.tried("b", window)).toBe(1);
      expect(await sessions.tried("a", next)).toBe(1);
    });
  });
}

/** {@link Sessions} in memory: who is signed in, and how often somebody tried to be. */
import { isAlive, type Session } from "../../../shared/domain/access/session.ts";
import type { UsedLink } from "../../../shared/domain/used-link.ts";
import type { Sessions } from "../../../shared/ports/sessions.ts";

/** Sessions beside a table's used links. */
export function memorySessions(usedLinks: Map<string, UsedLink>): Sessions {
  const sessions = new Map<string, Session>();
  const tries = new Map<string, number>();
  return {
    session: async (id) => sessions.get(id),
    async begin(session, link) {
      if (sessions.has(session.id) || (link !== undefined && usedLinks.has(link.nonce))) return "used";
      if (link !== undefined) usedLinks.set(link.nonce, link);
      sessions.set(session.id, session);
      return "begun";
    },
    async seen(id, at) {
      const session = sessions.get(id);
      if (session !== undefined && session.endedAt === undefined)
        sessions.set(id, { ...session, seenAt: at });
    },
    async end(id, at, which) {
      const [mailbox] = id.split(".");
      for (const one of sessions.values()) {
        const concerned = which === "all" ? one.id.startsWith(`${mailbox}.`) : one.id === id;
        if (concerned && isAlive(one, at)) sessions.set(one.id, { ...one, endedAt: at });
      }
    },
    async *since(from) {
      const all = [...sessions.values()].filter(({ startedAt }) => startedAt >= from);
      for (const { formToken: _, seenAt: __, ...one } of all.toSorted((a, b) =>
        a.startedAt < b.startedAt ? 1 : -1,
      ))
        yield one;
    },
    ofMailbox: async (id) =>
      [...sessions.values()]
        .filter((one) => one.id.split(".")[0] === id.split(".")[0])
        .map(({ formToken: _, seenAt: __, ...one }) => one),
    async tried(who, { from }) {
      const count = (tries.get(`${who} ${from}`) ?? 0) + 1;
      tries.set(`${who} ${from}`, count);
      return count;
    },
  };
}

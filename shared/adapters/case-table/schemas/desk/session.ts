/** Sessions (登录会话) as they are stored. */
import * as z from "zod/mini";
import type { Session } from "../../../../domain/access/session.ts";
import { type Agree, agreed } from "../../../../domain/agreement.ts";
import { instant } from "../scalars.ts";

/** As it is listed. */
export const signedIn = z.object({
  id: z.string(),
  mailbox: z.string(),
  by: z.enum(["mail", "identity-provider"]),
  startedAt: instant,
  until: instant,
  endedAt: z.exactOptional(instant),
});
export const session = z.extend(signedIn, { seenAt: z.exactOptional(instant), formToken: z.string() });

agreed<Agree<Session, z.infer<typeof session>>>();

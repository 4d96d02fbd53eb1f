/** By what is the function called? By a day of the schedule, or by changes of the table's stream. */
import * as z from "zod/mini";

export const Event = z.union([
  z.object({ task: z.enum(["draft", "propose"]), scheduledFor: z.string() }),
  z.object({ Records: z.array(z.looseObject({})) }),
]);

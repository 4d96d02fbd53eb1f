/** What a person wrote, or what a former version kept as a sentence, in the form in which items keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { AsWritten } from "../../../domain/as-written.ts";

export const asWritten = z.object({ type: z.literal("as-written"), text: z.string() });

agreed<Agree<AsWritten, z.infer<typeof asWritten>>>();

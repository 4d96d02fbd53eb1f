/**
 * What happens to a deployment, from the first attempt to its removal and beyond, step by step. Each step throws where something
 * isn't as infra/README.md promises.
 */
import { DAY_TWO } from "./day-two.ts";
import { FIRST_DEPLOYMENT } from "./first-deployment.ts";
import { REMOVAL } from "./removal.ts";
import type { Step } from "./step.ts";
import { WORK } from "./work.ts";

export const STORY: readonly Step[] = [...FIRST_DEPLOYMENT, ...WORK, ...DAY_TWO, ...REMOVAL];

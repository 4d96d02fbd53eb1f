/** Which requirements of OWASP ASVS 5.0 are there at levels 1 and 2, and what holds each, in the standard's order? */
import { AUTHENTICATION } from "./authentication.ts";
import { AUTHORISATION } from "./authorisation.ts";
import { BROWSERS } from "./browsers.ts";
import { CONFIGURATION } from "./configuration.ts";
import { CRYPTOGRAPHY } from "./cryptography.ts";
import { ENCODING } from "./encoding.ts";
import { FILES } from "./files.ts";
import { LOGGING } from "./logging.ts";
import type { Requirement } from "./requirement.ts";
import { SESSIONS } from "./sessions.ts";
import { SIGN_IN_ELSEWHERE } from "./sign-in-elsewhere.ts";
import { VALIDATION } from "./validation.ts";

export const ASVS: readonly Requirement[] = [
  ...ENCODING,
  ...VALIDATION,
  ...BROWSERS,
  ...FILES,
  ...AUTHENTICATION,
  ...SESSIONS,
  ...AUTHORISATION,
  ...SIGN_IN_ELSEWHERE,
  ...CRYPTOGRAPHY,
  ...CONFIGURATION,
  ...LOGGING,
];

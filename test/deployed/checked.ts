/** What does the check deploy, and where? */

/** The emulator's account; one that is nobody's. */
export const ACCOUNT = "111122223333";
export const REGION = "ap-southeast-1";

/** How the deployment differs from infra/config.ts in every variant. */
export const CHECKED = { name: "yingsu-check", account: ACCOUNT, region: REGION } as const;

/** Which workspace has each role? Each is read when the first of its people comes. */
import type { Role } from "../../../shared/domain/access/seat.ts";
import type { Workspace } from "../workspaces/workspace.ts";

export const WORKSPACES: { readonly [Of in Role]: () => Promise<Workspace> } = {
  court: async () => (await import("../workspaces/court/court-workspace.ts")).courtWorkspace,
  agency: async () => (await import("../workspaces/agency/agency-workspace.ts")).agencyWorkspace,
  bureau: async () => (await import("../workspaces/bureau/bureau-workspace.ts")).bureauWorkspace,
  government: async () =>
    (await import("../workspaces/government/government-workspace.ts")).governmentWorkspace,
  admin: async () => (await import("../workspaces/admin/admin-workspace.ts")).adminWorkspace,
};

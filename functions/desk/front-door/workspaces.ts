/** Which workspace has each role? */
import type { Role } from "../../../shared/domain/access/seat.ts";
import { adminWorkspace } from "../workspaces/admin/admin-workspace.ts";
import { agencyWorkspace } from "../workspaces/agency/agency-workspace.ts";
import { bureauWorkspace } from "../workspaces/bureau/bureau-workspace.ts";
import { courtWorkspace } from "../workspaces/court/court-workspace.ts";
import { governmentWorkspace } from "../workspaces/government/government-workspace.ts";
import type { Workspace } from "../workspaces/workspace.ts";

export const WORKSPACES: { readonly [Of in Role]: Workspace } = {
  court: courtWorkspace,
  agency: agencyWorkspace,
  bureau: bureauWorkspace,
  government: governmentWorkspace,
  admin: adminWorkspace,
};

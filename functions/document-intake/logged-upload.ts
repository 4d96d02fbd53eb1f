/** How does a log line say which upload it is about? Without the name its sender gave it, which may be a person's. */

import { inboxFolderIn } from "../../shared/domain/organisations/inbox-folder.ts";
import type { StoredFile } from "../../shared/ports/files.ts";

/** The folder it lies in, and its version, by which `aws s3api list-object-versions` finds it. */
export function loggedUpload({ key, versionId }: StoredFile): {
  readonly folder: string;
  readonly version: string;
} {
  return { folder: inboxFolderIn(key), version: versionId };
}

/** How does a log line say which upload it is about? Without the name its sender gave it, which may be a person's. */
import type { StoredFile } from "../../shared/ports/files.ts";

/** The folder it lies in, and its version, by which `aws s3api list-object-versions` finds it. */
export function loggedUpload({ key, versionId }: StoredFile): {
  readonly folder: string;
  readonly version: string;
} {
  return { folder: key.split("/").slice(0, 2).join("/"), version: versionId };
}

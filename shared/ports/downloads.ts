/** The record of downloads (下载记录). */
import type { Download, DownloadSubject } from "../domain/originals/download.ts";

/** Who took which original; nothing is ever removed. */
export interface Downloads {
  /** The same organisation's of the same paper within a minute are one. */
  note(download: Download): Promise<void>;
  /** Those of a case or document, oldest first. */
  of(subject: DownloadSubject): Promise<readonly Download[]>;
}

/** What does a command answer whoever typed it wrongly? */

/** What a command prints, and how it ends. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fault in what was typed or given; its message is one sentence for the person who typed it. */
export class BadInput extends Error {}

/** What a command came to; where it was typed wrongly, why and how it is meant, with exit code 2. */
export async function explaining(
  usage: string,
  run: () => CommandResult | Promise<CommandResult>,
): Promise<CommandResult> {
  try {
    return await run();
  } catch (fault) {
    if (!(fault instanceof BadInput)) throw fault;
    return { exitCode: 2, stdout: "", stderr: `${fault.message}\n${usage}\n` };
  }
}

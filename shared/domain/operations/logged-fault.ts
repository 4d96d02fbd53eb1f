/** How does a log line say what something died of? */

/** As much of a fault's words as a log line takes: enough to find it, too little to hold what a paper says. */
const CHARACTERS = 160;

/** The fault's name and how its words begin; of what is no error only that it is unknown. */
export function loggedFault(fault: unknown): { readonly fault: string; readonly detail: string } {
  const { name, message } = fault instanceof Error ? fault : { name: "unknown", message: "" };
  return { fault: name, detail: message.slice(0, CHARACTERS) };
}

/** A function in a process of its own, as Lambda has it: each message is an event for its handler, each answer what became of it. */
const { handler } = await import("../../functions/document-intake/handler.ts");

process.on("message", async (event: Parameters<typeof handler>[0]) => {
  const began = performance.now();
  const answer = await handler(event, {} as Parameters<typeof handler>[1]).catch((fault: unknown) =>
    String(fault),
  );
  process.send?.({ answer, milliseconds: performance.now() - began });
});
process.send?.("ready");

/**
 * What a bundle has for `node:http`. Imported as a module, all that it exports is looked at, and with it Node loads its
 * WebSocket and fetch, some 20 ms of a start; asked for by name, it doesn't. Whatever else a library imports is missed
 * by esbuild, and said.
 */
const http = process.getBuiltinModule("node:http");

export default http;
export const { Agent, IncomingMessage, request, STATUS_CODES } = http;

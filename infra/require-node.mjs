// Loaded before anything else: an older Node can't even read our sources, and its own message wouldn't say why.
const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 24) {
  console.error(
    `yingsu runs on Node 24; this is ${process.version}. On Linux and Windows \`npm ci\` installs it along with the rest ` +
      "(unless optional dependencies are left out); elsewhere please install Node 24 and run the command again.",
  );
  process.exit(1);
}

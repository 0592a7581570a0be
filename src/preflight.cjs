// Plain old JavaScript, so that any Node can run it far enough to say what is wrong.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `Parlor needs Node 24.12 or newer, and this is ${process.version}.\n` +
      "`npm ci` brings Node 24 along for Linux and Windows on x64 and Linux on arm64 (optional dependencies must not be left out);\n" +
      "elsewhere, install it and run the same command again.",
  );
  process.exit(1);
}

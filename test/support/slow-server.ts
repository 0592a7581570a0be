import { flushCompileCache } from "node:module";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";

/** So much slower than people that no phase ends by itself, and no bot does anything, while a test looks. */
const pace = 300;

/** What `npm start` runs, but for its pace and without its page. */
const app = await createApp({ config: readConfig(process.env), pace });
console.log(`Parlor is open at port ${await app.listen()}`);
// By itself it is written at the end, which a process that is killed does not see.
setTimeout(flushCompileCache, 1000).unref();

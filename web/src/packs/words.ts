import { say } from "../text/say.ts";

/** What refusals mean where packs are concerned. */
export const packWords = (): Readonly<Record<string, string>> => ({
  not_found: say("host:refused.notFound"),
  not_owner: say("host:refused.notOwner"),
  conflict: say("host:refused.conflict"),
  too_long: say("host:refused.tooLong"),
  too_many: say("host:refused.tooMany"),
  too_fast: say("host:refused.tooFast"),
  malformed: say("host:refused.malformed"),
  not_available: say("host:refused.notAvailable"),
});

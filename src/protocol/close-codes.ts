/**
 * Why a connection was closed. Below 4100 except `left` means come back: join again with the same token.
 * From 4100 on means stay out.
 */
export const closeCodes = {
  goingAway: 1001,
  noStatus: 1005,
  abnormal: 1006,
  left: 4000,
  shutdown: 4001,
  failedToReconnect: 4003,
  mayReconnect: 4010,
  banned: 4101,
  misuse: 4102,
  moved: 4103,
  tokenExpired: 4104,
  lobbyDeleted: 4105,
} as const;

const comeBack: ReadonlySet<number> = new Set([1001, 1005, 1006, 4001, 4003, 4010]);

/** Whether a client that was closed with this code should join again with the same token. */
export const mayComeBack = (code: number): boolean => comeBack.has(code);

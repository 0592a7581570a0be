import type { Room } from "@colyseus/sdk";
import type { AdminNotices } from "../../src/protocol/admin.ts";
import type { Person } from "./people.ts";
import { until } from "./until.ts";

/** One who watches from the dashboard, with all they have heard. */
export class Watcher {
  readonly room: Room;
  readonly heard: { readonly type: string; readonly payload: unknown }[] = [];
  closedWith = 0;

  constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    room.onMessage("*", (type, payload) => this.heard.push({ type: String(type), payload }));
    room.onLeave((code) => (this.closedWith = code));
  }

  static async of(person: Person): Promise<Watcher> {
    return new Watcher(await person.client.joinOrCreate("admin"));
  }

  hears<T extends keyof AdminNotices>(type: T, fits: (notice: AdminNotices[T]) => boolean = () => true) {
    return until(`a notice "${type}"`, () => {
      const found = this.heard.findLast((one) => one.type === type && fits(one.payload as AdminNotices[T]));
      return found?.payload as AdminNotices[T] | undefined;
    });
  }

  all<T extends keyof AdminNotices>(type: T): AdminNotices[T][] {
    return this.heard.filter((one) => one.type === type).map(({ payload }) => payload as AdminNotices[T]);
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "@colyseus/sdk";
import { startParlor } from "./server-process.ts";

/**
 * What 500 bots cost a server that does nothing else: memory after they have come, and CPU while they wait. Beside
 * the same server with as many lobbies and no bots. `node loadtest/bots.ts [bots] [bots a lobby] [seconds]`
 */
const [bots = 500, each = 10, seconds = 20] = process.argv.slice(2).map(Number);

const measure = async (botsEach: number): Promise<{ readonly heapMb: number; readonly cpu: number }> => {
  const directory = await mkdtemp(join(tmpdir(), "parlor-bots-"));
  const server = await startParlor({ DATABASE_URL: "memory", DATA_DIR: directory });
  const client = new Client(server.url);
  await client.auth.signInAnonymously({ name: "Hanna" });
  const rooms = [];
  for (let made = 0; made * each < bots; made++) {
    const guest = made % 15 === 0 ? new Client(server.url) : undefined;
    if (guest !== undefined) {
      await guest.auth.signInAnonymously({ name: "Hanna" });
      client.auth.token = guest.auth.token as string;
    }
    const body = { topic: "space", bots: botsEach, maxPlayers: each + 2 };
    const { data } = await client.http.post("/api/lobbies", { body });
    const room = await client.joinById((data as { code: string }).code);
    room.onMessage("*", () => {});
    rooms.push(room);
  }
  await delay(3000);
  const before = await server.heap();
  await delay(seconds * 1000);
  const after = await server.heap();
  for (const room of rooms) await room.leave();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
  return { heapMb: after.heapBytes / 2 ** 20, cpu: (after.cpuUs - before.cpuUs) / 1e6 / seconds };
};

const without = await measure(0);
const withBots = await measure(each);
console.log(`${bots} bots, ${each} a lobby, one person in each; ${seconds} s idle`);
console.log(
  `memory: ${(withBots.heapMb - without.heapMb).toFixed(1)} MB more than without (${without.heapMb.toFixed(1)} MB)`,
);
console.log(
  `CPU: ${((withBots.cpu - without.cpu) * 100).toFixed(2)} % of a core more (${(without.cpu * 100).toFixed(2)} %)`,
);
process.exit();

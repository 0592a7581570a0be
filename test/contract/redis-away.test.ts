import assert from "node:assert/strict";
import { type Cluster, openCluster } from "../../src/cluster/cluster.ts";
import { Outage } from "../../src/journal/journal.ts";
import { type RedisServer, startRedis } from "../support/redis.ts";

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

describe("what several processes share, while Redis is away", function () {
  this.timeout(60_000);
  let redis: RedisServer;
  let cluster: Cluster;
  before(async () => {
    redis = await startRedis();
    cluster = openCluster(redis.url, log);
    await cluster.presence.hset("counts", "one", "1");
    await redis.kill();
  });
  after(async () => {
    await cluster?.close();
    await redis?.kill();
  });

  it("refuses what somebody waits for", async () => {
    await assert.rejects(cluster.presence.hget("counts", "one"), Outage);
    await assert.rejects(async () => cluster.presence.subscribe("words", () => {}), Outage);
  });

  it("throws nothing where the framework waits for nothing, which would end the process", async () => {
    const { presence } = cluster;
    const told = [
      presence.hset("counts", "one", "2"),
      presence.hdel("counts", "one"),
      presence.publish("words", 1),
      presence.subscribe("ipc:1", () => {}),
    ];
    assert.deepEqual(await Promise.all(told as unknown[]), [false, false, false, false]);
  });
});

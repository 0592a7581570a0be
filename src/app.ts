import type { AddressInfo } from "node:net";
import { matchMaker } from "@colyseus/core";
import { enoughToBegin } from "../rooms/building.ts";
import { Running } from "../rooms/running.ts";
import type { Services } from "../rooms/services.ts";
import { Waker } from "../rooms/waker.ts";
import { newId } from "./accounts/ids.ts";
import { adminOf } from "./admin/admin.ts";
import { usageOf } from "./admin/usage.ts";
import { wireOf } from "./admin/wire.ts";
import { identitiesOf, type IdentitiesOptions } from "./accounts/identities.ts";
import { hashPassword } from "./accounts/passwords.ts";
import { loadSecrets } from "./accounts/secrets.ts";
import { shareSecrets } from "./accounts/shared-secrets.ts";
import { tokensOf } from "./accounts/tokens.ts";
import { choiceKey, judge, masked, warm } from "./moderation/judge.ts";
import { secondOpinionOf } from "./moderation/remote/second-opinion.ts";
import { signalOf } from "./moderation/signal.ts";
import { refereeOf } from "./referee.ts";
import { botHostOf } from "./bots/host.ts";
import { censusOf } from "./census.ts";
import { openCluster } from "./cluster/cluster.ts";
import { handOver } from "./cluster/hand-over.ts";
import { SharedClock } from "./cluster/shared-clock.ts";
import type { Config } from "./config.ts";
import { frameworkOf, newHttpServer } from "./framework.ts";
import type { Timings } from "./core/game.ts";
import { games } from "./games/index.ts";
import { modesAt } from "./modes-outside.ts";
import { serveAdminTools } from "./http/admin-tools.ts";
import type { HttpContext } from "./http/context.ts";
import { limitMakerOf, limitsOf } from "./http/limits.ts";
import { guardRequests } from "./http/listener.ts";
import { seatsOf } from "./http/matchmaking.ts";
import { originsOf } from "./http/origins.ts";
import { servePortal } from "./http/portal.ts";
import { packFor } from "./packs/access.ts";
import { picturesOf } from "./pictures/pictures.ts";
import { mixOf } from "./questions/mix.ts";
import { modelOf } from "./model/openai.ts";
import { eraserOf } from "./privacy/eraser.ts";
import { configuredSpeech } from "./speech/configured.ts";
import { openSources } from "./questions/sources.ts";
import { knowledgeOf } from "./questions/knowledge.ts";
import { routesOf } from "./routes.ts";
import { memoryStore, openStore } from "./store.ts";
import { bytesOf } from "./telemetry/bytes.ts";
import { type Condition, isWilling } from "./telemetry/condition.ts";
import { watchedJournal } from "./telemetry/journal.ts";
import { type Log, logOf } from "./telemetry/log.ts";
import { metricsOf } from "./telemetry/metrics.ts";
import { watchRequests } from "./telemetry/requests.ts";
import { openTraces } from "./telemetry/traces.ts";
import { isThere } from "./http/presence.ts";
import { startUpkeep, type Upkeep } from "./upkeep.ts";

export type AppOptions = {
  readonly config: Config;
  /** Directory of the built portal; without it only the API is served. */
  readonly portal?: string | undefined;
  /** 1 is the pace of people; less makes everything between questions, and the bots, faster. */
  readonly pace?: number;
  /** Keeps nothing beyond the process, for demonstrations and tests. */
  readonly store?: "memory";
  readonly log?: Log;
  readonly now?: () => number;
};

export type App = {
  readonly services: Services;
  /** Starts listening; gives the port. */
  readonly listen: () => Promise<number>;
  /** Closes every lobby with "come back" and stops listening. */
  readonly close: () => Promise<void>;
  readonly newAdminPassword: string | undefined;
};

/** How long a lobby waits for slow questions, in ms: until it can begin with others, and in all. */
const making = { playable: 18_000, patience: 90_000 };

/** When the rules of the chat are made ready, in ms after the start: before anybody talks, mostly. */
const warmAfterMs = 3000;
const timings: Timings = { countdown: 3000, reveal: 5000, scores: 4000 };

/** Makes every long-lived part of one process. */
export const createApp = async (options: AppOptions): Promise<App> => {
  const clock = new SharedClock();
  const { config, pace = 1, now = clock.now } = options;
  const log = options.log ?? logOf(config.LOG_LEVEL);
  const outside = await modesAt(config.MODES, games);
  const ownSecrets = await loadSecrets({
    directory: config.DATA_DIR,
    jwtSecret: config.JWT_SECRET,
    adminPassword: config.ADMIN_PASSWORD,
    hash: hashPassword,
  });
  const cluster = config.REDIS_URL === undefined ? undefined : openCluster(config.REDIS_URL, log);
  const knowledge = knowledgeOf();
  const runner = newId();
  const store =
    options.store === "memory" || config.DATABASE_URL === "memory"
      ? memoryStore({ now, budget: config.MODEL_BUDGET, seasonMonths: config.SEASON_MONTHS })
      : await openStore({
          dataDir: config.DATA_DIR,
          databaseUrl: config.DATABASE_URL,
          runner,
          log,
          now,
          answers: isThere,
          webhookAllowPrivate: config.WEBHOOK_ALLOW_PRIVATE,
          budget: config.MODEL_BUDGET,
          seasonMonths: config.SEASON_MONTHS,
        });
  // On a server of its own a database is shared by several processes.
  if (store.database?.kind === "server") await clock.follow(store.database.db, log);
  const secrets =
    store.database?.kind === "server"
      ? await shareSecrets(store.database.db, ownSecrets, {
          jwtSecret: config.JWT_SECRET !== undefined,
          adminPassword: config.ADMIN_PASSWORD !== undefined,
        })
      : ownSecrets;
  const tokens = tokensOf(secrets.jwtSecret, now);
  const identities = identitiesOf({ accounts: store.accounts, tokens, now, log, ...outsideOf(config) });
  const model = modelOf(config, log);
  const metrics = metricsOf();
  const traces = await openTraces({
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    headers: config.OTEL_EXPORTER_OTLP_HEADERS,
    service: config.OTEL_SERVICE_NAME,
    share: config.OTEL_TRACES_SAMPLER_ARG,
    log,
  });
  const bots = botHostOf({
    recall: knowledge.recall,
    now,
    newSeed: newId,
    pace,
    gate: config.BOT_GATE,
    model,
    spend: async (wish) => {
      const taken = await store.budget.take(wish);
      metrics.modelWished(taken.ok ? "granted" : taken.what);
      return taken;
    },
  });
  // Some seconds later, as who comes back to a server that was killed should not wait for that.
  setTimeout(() => void warm(() => new Promise((resolve) => setImmediate(resolve))), warmAfterMs).unref();
  const referee = refereeOf({ judge, masked, settings: store.settings, reviews: store.reviews });
  await referee.refreshWords();
  const opinion = secondOpinionOf({
    mode: config.OPENAI_MODERATION,
    moderator: model,
    log,
    onOutcome: metrics.moderatedRemotely,
  });
  if (opinion !== undefined) metrics.watchRemoteModeration(opinion.isOut);
  const signal = await signalOf({
    store: store.signal,
    decisions: store.reviews.decisions,
    harmless: () => knowledge.prompts(),
    log,
  });
  const sources = await openSources({
    model,
    store: store.questions,
    packs: store.packs,
    pace: store.pace,
    openTdbUrl: config.OPENTDB_URL,
    log,
    now,
    newId,
    isFit: (text) => referee.isFit(text, "pack"),
  });
  const limitOf = limitMakerOf(cluster?.redis);
  const limits = limitsOf(limitOf);
  if (model !== undefined) metrics.watchModel({ used: store.budget.used, isOut: model.isOpen });
  const services: Services = {
    tokens,
    admission: identities.admission,
    journal: watchedJournal(store.journal, { metrics, traces }),
    standings: store.standings,
    sources: sources.all,
    ...referee,
    judge: (text, place) => {
      const found = referee.judge(text, place);
      metrics.judged(place.purpose, found.action, found.tier);
      return found;
    },
    choiceKey,
    signal,
    opinion,
    conduct: store.conduct,
    reviews: store.reviews,
    audit: store.audit,
    settings: store.settings,
    wire: wireOf(runner, () => matchMaker.presence, log),
    mix: mixOf({
      sources: sources.all,
      enough: enoughToBegin,
      playableMs: making.playable * pace,
      patienceMs: making.patience * pace,
      clock: () => performance.now(),
      onFailure: (source, error) => {
        metrics.sourceFailed(source);
        log.warn({ source, err: error }, "a source of questions failed");
      },
    }),
    mayReport: async (player) => {
      try {
        await limits.report.count(player);
        return true;
      } catch {
        return false;
      }
    },
    care: store.care,
    hardness: store.hardness,
    notes: store.notes,
    pictures: picturesOf({ key: config.UNSPLASH_ACCESS_KEY, url: config.UNSPLASH_URL, log, now }),
    mayPlayPack: async (pack, person) => (await packFor(store.packs, pack, person)) !== undefined,
    knowledge,
    games: [...games, ...outside],
    timings: {
      countdown: Math.round(timings.countdown * pace),
      reveal: Math.round(timings.reveal * pace),
      scores: Math.round(timings.scores * pace),
    },
    log,
    metrics,
    traces,
    now,
    newId,
    running: new Running(),
    inviteBot: bots.invite,
  };
  let isListening = false;
  let isLeaving = false;
  let stopReaping: (() => void) | undefined;
  let upkeep: Upkeep | undefined;
  const condition = (): Condition => ({
    listening: isListening,
    draining: isLeaving,
    database: store.database === undefined ? "none" : upkeep?.isWell() === true ? "well" : "away",
    redis: cluster === undefined ? "none" : cluster.isThere() ? "well" : "away",
    lobbies: services.running.isDegraded ? "standing" : "well",
  });
  const context: HttpContext = {
    services,
    config,
    limits,
    limitOf,
    identities,
    waker: new Waker(services),
    runner,
    adminHash: secrets.adminHash,
    isReady: () => isWilling(condition()),
    condition,
  };
  const admin = adminOf({
    services,
    accounts: store.accounts,
    waker: context.waker,
    runner,
    secret: secrets.jwtSecret,
    isReady: context.isReady,
    health: store.health,
    usage: usageOf({
      budget: store.budget,
      limits: config.MODEL_BUDGET,
      model: model && { name: config.OPENAI_MODEL ?? "", isOpen: model.isOpen },
      price: config.MODEL_PRICE_PER_MILLION,
      currency: config.MODEL_CURRENCY,
    }),
    retrain: signal.retrain,
  });
  const eraser = eraserOf({ services, admission: identities.admission, log, ...store });
  const origins = originsOf(config.PUBLIC_URL, config.ALLOWED_ORIGINS);

  const http = newHttpServer();
  const { database } = store;
  metrics.watch({
    condition,
    census: () => censusOf(services.running),
    bytes: bytesOf(http),
    pingDatabase: database && (() => database.ping()),
    pingRedis: cluster && (() => cluster.redis.ping()),
    openReviews: () => store.reviews.openCount(),
  });
  const routes = routesOf(context, {
    admin,
    eraser,
    store,
    speech: configuredSpeech(config, store.budget.take, log, metrics.spoke),
  });
  const server = frameworkOf({
    http,
    origins,
    cluster,
    publicAddress: config.PUBLIC_ADDRESS,
    log,
    rooms: { services, admin },
    routes,
    express: (app) => {
      serveAdminTools(app, { context, admin, log });
      servePortal(app, options.portal);
    },
  });

  return {
    services,
    newAdminPassword: secrets.newAdminPassword,
    listen: async () => {
      await server.listen(config.PORT, config.HOST);
      guardRequests(http, {
        seats: seatsOf(context),
        origins,
        trustProxy: config.TRUST_PROXY,
        prefix: pathOf(config.PUBLIC_ADDRESS),
        log,
      });
      const { port } = http.address() as AddressInfo;
      watchRequests(http, {
        patternOf: (method, path) => routes.findRoute(method, path)?.data.path,
        trustProxy: config.TRUST_PROXY,
        newId,
        metrics,
        traces,
        log,
      });
      const address = config.INTERNAL_ADDRESS ?? config.PUBLIC_ADDRESS ?? `127.0.0.1:${port}`;
      upkeep = await startUpkeep({
        database: store.database,
        services,
        eraser,
        log,
        runner,
        address,
        lobbyDays: config.LOBBY_DAYS,
        webhooks: store.webhooks,
      });
      store.webhooks?.delivery.start();
      await admin.start(address);
      stopReaping = cluster?.start();
      isListening = true;
      return port;
    },
    close: async () => {
      isLeaving = true;
      // It must not list itself again.
      stopReaping?.();
      if (cluster !== undefined) {
        context.waker.isLeaving = true;
        await handOver(services, context.waker, config.DRAIN_SECONDS);
      }
      admin.stop();
      http.closeIdleConnections();
      await server.gracefullyShutdown(false);
      await upkeep?.stop();
      await store.webhooks?.delivery.stop();
      await store.standings.close();
      opinion?.stop();
      await sources.stop();
      await identities.close();
      await cluster?.close();
      clock.stop();
      await store.database?.close();
      http.closeAllConnections();
      await traces?.stop();
    },
  };
};

/** The path of an address such as `play.example.org/p1`. */
const pathOf = (address = ""): string => address.replace(/^[^/]*/, "").replace(/\/$/, "");

/** What the configuration names outside: a mail server, an issuer of tokens. */
const outsideOf = (config: Config): Pick<IdentitiesOptions, "mail" | "issuer"> => {
  const { SMTP_URL, SMTP_FROM, PUBLIC_URL, AUTH_JWKS_URL, AUTH_ISSUER, AUTH_AUDIENCE } = config;
  const mail = SMTP_URL && PUBLIC_URL ? { url: SMTP_URL, publicUrl: PUBLIC_URL, from: SMTP_FROM } : undefined;
  const issuer =
    AUTH_JWKS_URL && AUTH_ISSUER && AUTH_AUDIENCE
      ? { jwksUrl: AUTH_JWKS_URL, issuer: AUTH_ISSUER, audience: AUTH_AUDIENCE }
      : undefined;
  return { mail, issuer };
};

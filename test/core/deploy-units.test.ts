import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { readConfig } from "../../src/config.ts";
import { isPinned, knows, stopSeconds, version } from "../support/deployed.ts";
import { readText } from "../support/figures.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

describe("the systemd unit", () => {
  const unit = readText("deploy/systemd/parlor@.service");
  const value = (name: string): string => new RegExp(`^${name}=(.*)$`, "m").exec(unit)?.[1] ?? "";
  const example = readText("deploy/systemd/parlor.env.example");

  it("knows the server's settings, and waits for it", () => {
    const variables = [...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map((match) => match[1] as string);
    knows(variables, "parlor@.service");
    knows(
      [...example.matchAll(/^#?([A-Z_]+)=/gm)].map((match) => match[1] as string),
      "parlor.env.example",
    );
    const drain = Number(/^DRAIN_SECONDS=(\d+)$/m.exec(example)?.[1]);
    assert(Number(value("TimeoutStopSec")) > drain + stopSeconds);
    assert.equal(value("KillSignal"), "SIGTERM");
    assert.equal(value("Restart"), "always");
  });

  it("starts what is there, where it may write nothing but its own", () => {
    assert(existsSync(root + value("ExecStart").split(" ").at(-1)));
    assert.equal(value("DynamicUser"), "yes");
    assert.equal(value("ProtectSystem"), "strict");
    assert.equal(value("Environment=DATA_DIR"), `/var/lib/${value("StateDirectory")}`);
    assert.equal(value("CapabilityBoundingSet"), "");
  });
});

type Probe = { readonly httpGet: { readonly path: string; readonly port: string } };
type Manifest = {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data: Readonly<Record<string, string>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- every kind has another one
  readonly spec: any;
};

describe("the Kubernetes manifests", () => {
  const manifests = parseAllDocuments(readText("deploy/kubernetes/parlor.yaml")).map((one) => one.toJS() as Manifest);
  const of = (kind: string): readonly Manifest[] => manifests.filter((one) => one.kind === kind);
  const [config, set, ingress] = ["ConfigMap", "StatefulSet", "Ingress"].map((kind) => of(kind)[0]) as [
    Manifest,
    Manifest,
    Manifest,
  ];
  const pod = set.spec.template.spec;
  const [container] = pod.containers;
  const environment = container.env as readonly { readonly name: string; readonly value?: string }[];

  it("give the pods settings that they understand", () => {
    const own = environment.filter(({ value }) => value !== undefined);
    knows([...Object.keys(config.data), ...own.map(({ name }) => name)], "parlor.yaml");
    const podOf = (text: string) => text.replace("$(POD_NAME)", "parlor-0").replace("$(POD_IP)", "10.1.2.3");
    for (const [, name] of own.flatMap(({ value }) => [...(value ?? "").matchAll(/\$\((\w+)\)/g)])) {
      assert(environment.some((one) => one.name === name && one.value === undefined));
    }
    const settings = Object.fromEntries(own.map(({ name, value }) => [name, podOf(value ?? "")]));
    const { PORT, PUBLIC_ADDRESS, INTERNAL_ADDRESS, PUBLIC_URL } = readConfig({ ...config.data, ...settings });
    assert.equal(INTERNAL_ADDRESS, `10.1.2.3:${PORT}`);
    assert.equal(`https://${PUBLIC_ADDRESS}`, `${PUBLIC_URL}/parlor-0`);
    assert.equal(container.ports[0].containerPort, PORT);
    assert.equal(set.spec.template.metadata.annotations["prometheus.io/port"], String(PORT));
  });

  it("wait for a pod longer than that takes to hand its lobbies over", () => {
    const pause = Number(container.lifecycle.preStop.exec.command[1]);
    assert(pod.terminationGracePeriodSeconds > pause + Number(config.data["DRAIN_SECONDS"]) + stopSeconds);
    assert.equal(of("PodDisruptionBudget")[0]?.spec.maxUnavailable, 1);
  });

  it("lead to each pod by its path, and to any by all others", () => {
    const routes = readText("src/http/operator-routes.ts");
    for (const probe of [container.startupProbe, container.livenessProbe, container.readinessProbe] as Probe[]) {
      assert(routes.includes(`"${probe.httpGet.path}"`));
      assert.equal(probe.httpGet.port, container.ports[0].name);
    }
    type Path = { path: string; backend: { service: { name: string } } };
    const paths = ingress.spec.rules[0].http.paths as readonly Path[];
    const services = new Map(of("Service").map(({ metadata, spec }) => [metadata.name, spec]));
    const to = new Map(paths.map(({ path, backend }) => [path, backend.service.name]));
    for (const name of to.values()) assert(services.has(name), name);
    for (let nth = 0; nth < set.spec.replicas; nth++) {
      const name = `${set.metadata.name}-${nth}`;
      assert.equal(to.get(`/${name}`), name);
      assert.equal(to.get(`/${name}/metrics`), to.get("/metrics"));
      assert.equal(services.get(name).selector["statefulset.kubernetes.io/pod-name"], name);
    }
    assert.equal(to.get("/"), "parlor");
    assert.deepEqual(services.get("parlor").selector, set.spec.selector.matchLabels);
    assert(services.has(set.spec.serviceName));
    for (const spec of services.values()) assert.equal(spec.ports[0].targetPort, container.ports[0].name);
  });

  it("let a pod do nothing that it needs not", () => {
    isPinned(container.image);
    assert(container.image.endsWith(`:${version}`));
    assert.equal(pod.securityContext.runAsNonRoot, true);
    assert.deepEqual(container.securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    const mounted = container.volumeMounts.map(({ name }: { name: string }) => name);
    assert.deepEqual(
      mounted,
      pod.volumes.map(({ name }: { name: string }) => name),
    );
  });
});

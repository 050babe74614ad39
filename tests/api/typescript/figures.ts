/** The figures over all customers. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

export async function readFigures({ customer_id }: One): Promise<void> {
  const statistics = await answered(api.GET("/api/v1/customer-success/statistics"));
  assert.equal(statistics.data.totalAnnualRevenue, 180_000);
  assert.equal(statistics.data.customersByTier["MID_MARKET"], 2);

  const onboarding = await answered(api.GET("/api/v1/customer-success/onboarding-metrics"));
  assert.equal(onboarding.data.totalOnboarding, 1);
  assert.equal(onboarding.data.averageTimeToValue, null);

  const advocacy = await answered(api.GET("/api/v1/customer-success/advocacy-metrics"));
  assert.equal(advocacy.data.caseStudiesPublished, 1);

  const chances = await answered(api.GET("/api/v1/customer-success/expansion-opportunities"));
  assert.equal(chances.data[0]?.customerId, customer_id);
  assert.equal(chances.data[0].potentialTier, "ENTERPRISE");

  await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/health-scores", {
      params: { path: { customer_id } },
      body: { score: 35 } satisfies Schemas["NewScore"],
    }),
  );
  const alerts = await answered(api.GET("/api/v1/customer-success/health-alerts"));
  assert.deepEqual(
    new Set(alerts.data.map((alert) => alert.alertType)),
    new Set(["SIGNIFICANT_DROP", "BELOW_THRESHOLD", "RED_ZONE"]),
  );
}

export async function readHealth({ customer_id }: One): Promise<void> {
  const params = { path: { customer_id } };
  const opened = await answered(
    api.GET("/api/v1/customer-success/alerts", { params: { query: { customerId: customer_id } } }),
  );
  const alert = opened.data.find((one) => one.rule === "RED_ZONE");
  assert(alert);
  const taken = await answered(
    api.POST("/api/v1/customer-success/alerts/{alert_id}", {
      params: { path: { alert_id: alert.id } },
      body: { do: "resolve", outcome: "EXPECTED" } satisfies Schemas["AlertWork"],
    }),
  );
  assert.equal(taken.data.state, "RESOLVED");
  const rules = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/alert-rules", { params }),
  );
  assert(rules.data.some((rule) => rule.fires && rule.conditions.every((one) => one.isMet)));

  const today = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/health-as-of", {
      params: { path: { customer_id }, query: { day: "2100-01-01" } },
    }),
  );
  assert.equal(today.data.score, 35);
  const explained = await api.GET(
    "/api/v1/customer-success/customers/{customer_id}/health-explanation", { params },
  );
  assert.equal(explained.response.status, 404); // scores that are entered have no measures

  const asked = await answered(
    api.POST("/api/v1/customer-success/health-backtests", {
      body: { horizonDays: 90 } satisfies Schemas["NewBacktest"],
    }),
  );
  const listed = await answered(api.GET("/api/v1/customer-success/health-backtests"));
  assert.equal(listed.data[0]?.id, asked.data.id);
  await answered(
    api.GET("/api/v1/customer-success/health-backtests/{backtest_id}", {
      params: { path: { backtest_id: asked.data.id } },
    }),
  );
}

export async function sayHealth({ customer_id }: One): Promise<void> {
  const path = { customer_id };
  const pulse = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/pulses", {
      params: { path },
      body: { rating: 2, reason: "The sponsor is silent" } satisfies Schemas["NewPulse"],
    }),
  );
  const pulses = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/pulses", { params: { path } }),
  );
  assert.deepEqual(pulses.data.map((one) => one.points), [25]);
  await answered(
    api.DELETE("/api/v1/customer-success/customers/{customer_id}/pulses/{pulse_id}", {
      params: { path: { customer_id, pulse_id: pulse.data.id } },
    }),
  );
  const set = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/health-override", {
      params: { path },
      body: {
        score: 75,
        reason: "They renewed by hand",
        expiresAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      } satisfies Schemas["NewOverride"],
    }),
  );
  assert.equal(set.data.score, 75);
  await answered(
    api.DELETE("/api/v1/customer-success/customers/{customer_id}/health-override", {
      params: { path },
    }),
  );
  const reported = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/measure-readings", {
      params: { path },
      body: {
        readings: [{ measure: "renewal_intent", day: "2026-04-01", value: 80 }],
      } satisfies Schemas["NewReadings"],
    }),
  );
  assert.deepEqual(reported.data.map((one) => one.outcome), ["created"]);
  const readings = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/measure-readings", {
      params: { path },
    }),
  );
  assert.equal(readings.data[0]?.value, 80);
}

export async function runEverybody(): Promise<void> {
  const asked = await answered(api.POST("/api/v1/customer-success/health-runs"));
  assert(["WAITING", "RUNNING", "DONE"].includes(asked.data.state satisfies Schemas["RunState"]));
  const listed = await answered(api.GET("/api/v1/customer-success/health-runs"));
  assert.equal(listed.data[0]?.id, asked.data.id);
  const found = await answered(
    api.GET("/api/v1/customer-success/health-runs/{run_id}", {
      params: { path: { run_id: asked.data.id } },
    }),
  );
  assert(found.data.done <= found.data.customers);
}

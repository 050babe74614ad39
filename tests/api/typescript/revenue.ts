/** What was bought, what it comes to, and the metrics. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

/** A day as so many days from now. */
export function day(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export async function agreeContracts(path: One): Promise<void> {
  const made = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/contracts", {
      params: { path },
      body: {
        startDate: day(-300),
        endDate: day(60),
        annualValue: 24_000,
        seats: 20,
      } satisfies Schemas["NewContract"],
    }),
  );
  const more = await answered(
    api.POST("/api/v1/customer-success/contracts/{contract_id}/amend", {
      params: { path: { contract_id: made.data.id } },
      body: { on: day(-10), annualValue: 30_000 } satisfies Schemas["Amendment"],
    }),
  );
  assert.equal(more.data.followsId, made.data.id);
  await forecast({ contract_id: more.data.id });
  const next = await answered(
    api.POST("/api/v1/customer-success/contracts/{contract_id}/renew", {
      params: { path: { contract_id: more.data.id } },
      body: { endDate: day(425) } satisfies Schemas["RenewedTerm"],
    }),
  );
  await answered(
    api.POST("/api/v1/customer-success/contracts/{contract_id}/end", {
      params: { path: { contract_id: next.data.id } },
      body: { endDate: day(200) } satisfies Schemas["LastDay"],
    }),
  );
  const shown = await answered(
    api.GET("/api/v1/customer-success/contracts/{contract_id}", {
      params: { path: { contract_id: next.data.id } },
    }),
  );
  const all = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/contracts", { params: { path } }),
  );
  assert.deepEqual(all.data[0], shown.data);
}

async function forecast(path: { contract_id: string }): Promise<void> {
  await answered(
    api.POST("/api/v1/customer-success/contracts/{contract_id}/forecasts", {
      params: { path },
      body: { call: "AT_RISK", amount: 20_000 } satisfies Schemas["NewForecast"],
    }),
  );
  const said = await answered(
    api.GET("/api/v1/customer-success/contracts/{contract_id}/forecasts", { params: { path } }),
  );
  assert.equal(said.data[0]?.call, "AT_RISK");
  const due = await answered(api.GET("/api/v1/customer-success/renewals"));
  assert.ok(due.data.some((one) => one.contractId === path.contract_id && one.forecast === 20_000));
}

export async function readRevenue(): Promise<void> {
  const months = await answered(
    api.GET("/api/v1/customer-success/revenue", { params: { query: { months: 3 } } }),
  );
  const query = { firstDay: day(-100), lastDay: day(0) };
  const whole = await answered(
    api.GET("/api/v1/customer-success/revenue/ledger", { params: { query } }),
  );
  for (const one of [...months.data, whole.data]) {
    const moved = one.movements.reduce((sum, movement) => sum + movement.amount, 0);
    assert.equal(Math.round(one.start + moved), Math.round(one.end));
  }
  const movers = await answered(
    api.GET("/api/v1/customer-success/revenue/movements", { params: { query } }),
  );
  assert.ok(movers.data.every((one) => one.change === one.after - one.before));
}

export async function readMetrics(path: One): Promise<void> {
  const all = await answered(
    api.GET("/api/v1/customer-success/metrics", { params: { query: { period: "2026-10" } } }),
  );
  for (const { code } of all.data.metrics.slice(0, 3)) {
    await answered(
      api.GET("/api/v1/customer-success/metrics/{code}", {
        params: { path: { code }, query: { periods: 3 } },
      }),
    );
    await answered(
      api.GET("/api/v1/customer-success/metrics/{code}/customers", { params: { path: { code } } }),
    );
  }
  const periods = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/metrics", {
      params: { path, query: { periodType: "MONTHLY", limit: 3 } },
    }),
  );
  assert.ok(periods.data.every((one) => one.periodType === "MONTHLY"));
  const targets = await answered(api.GET("/api/v1/customer-success/programme-targets"));
  assert.ok(targets.data.every((one) => one.value !== null || one.isMet === null));
}

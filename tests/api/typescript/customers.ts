/** Customers, their success profiles and their health. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

const globex = {
  name: "Globex",
  email: "hi@globex.example",
  contractStartDate: "2026-01-31",
  tier: "MID_MARKET",
  annualContractValue: 90_000,
  tags: ["pilot"],
} satisfies Schemas["NewCustomer"];

export async function addCustomers(): Promise<One> {
  const told = { body: globex, params: { header: { "Idempotency-Key": "globex" } } };
  const made = await answered(api.POST("/api/v1/customer-success/customers", told));
  const again = await answered(api.POST("/api/v1/customer-success/customers", told));
  assert.equal(again.data.id, made.data.id);

  const initech: Schemas["NewCustomer"] = { ...globex, name: "Initech", externalId: "I-1" };
  const saved = await answered(
    api.POST("/api/v1/customer-success/customers/batch", {
      body: { customers: [initech] } satisfies Schemas["Batch"],
    }),
  );
  assert.deepEqual(saved.data.map((item) => item.outcome), ["created"]);

  const listed = await answered(
    api.GET("/api/v1/customer-success/customers", {
      params: { query: { tier: ["MID_MARKET", "ENTERPRISE"], sort: "name", limit: 1 } },
    }),
  );
  assert.deepEqual(listed.data.map((customer) => customer.name), ["Globex"]);
  assert.equal(listed.pagination.total, 2);
  return { customer_id: made.data.id };
}

export async function changeCustomer(path: One): Promise<void> {
  const shown = await api.GET("/api/v1/customer-success/customers/{customer_id}", {
    params: { path },
  });
  assert.equal(shown.data?.data.contractStartDate.slice(0, 10), "2026-01-31");
  assert.deepEqual(shown.data.data.successPlans, []);

  const version = shown.response.headers.get("ETag");
  assert.ok(version);
  const changed = await answered(
    api.PUT("/api/v1/customer-success/customers/{customer_id}", {
      params: { path, header: { "If-Match": version } },
      body: {
        phone: "555 0100",
        nextRenewalDate: "2027-01-31",
        industry: null,
      } satisfies Schemas["CustomerChanges"],
    }),
  );
  assert.equal(changed.data.phone, "555 0100");
}

export async function changeProfile(path: One): Promise<void> {
  const changed = await answered(
    api.PUT("/api/v1/customer-success/customers/{customer_id}/profile", {
      params: { path },
      body: {
        onboardingStatus: "IN_PROGRESS",
        latestNPS: 60,
        targetMetrics: { leads: 500 },
      } satisfies Schemas["ProfileChanges"],
    }),
  );
  const shown = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/profile", { params: { path } }),
  );
  assert.equal(shown.data.latestNPS, 60);
  assert.deepEqual(shown.data.targetMetrics, changed.data.targetMetrics);
}

export async function scoreHealth(path: One): Promise<void> {
  const parts = {
    engagementScore: 90,
    successScore: 85,
    satisfactionScore: 80,
    financialScore: 85,
  } satisfies Schemas["Components"];
  const calculated = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/health-scores/calculate", {
      params: { path },
      body: parts,
    }),
  );
  assert.equal(calculated.data.healthLevel, "EXCELLENT");

  const score = calculated.data.totalScore;
  await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/health-scores", {
      params: { path },
      body: { ...parts, score, factors: ["by hand"] } satisfies Schemas["NewScore"],
    }),
  );
  const listed = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/health-scores", {
      params: { path, query: { limit: 1 } },
    }),
  );
  assert.equal(listed.data[0]?.score, score);
}

export async function endCustomer(path: One): Promise<void> {
  const done = await answered(
    api.DELETE("/api/v1/customer-success/customers/{customer_id}", { params: { path } }),
  );
  assert.equal(done.message, "Customer marked as churned");
}

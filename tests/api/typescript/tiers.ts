/** Tiers: what they are promised, how they move, and what customers use of their limits. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

export async function moveTiers(path: One): Promise<void> {
  const tiers = await answered(api.GET("/api/v1/customer-success/tiers"));
  assert.equal(tiers.data[0]?.tier, "ENTERPRISE");
  assert.equal(tiers.data[1]?.firstResponseHours["P1"], 4);

  const before = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}", { params: { path } }),
  );
  const chosen = await answered(
    api.PUT("/api/v1/customer-success/customers/{customer_id}/tier", {
      params: { path },
      body: {
        tier: before.data.tier === "TRIAL" ? "SMALL_BUSINESS" : "TRIAL",
        reason: "A partner of ours",
      } satisfies Schemas["ChosenTier"],
    }),
  );
  assert.equal(chosen.data.cause, "BY_HAND");
  await answered(
    api.DELETE("/api/v1/customer-success/customers/{customer_id}/tier", { params: { path } }),
  );
  const proposed = await answered(
    api.GET("/api/v1/customer-success/tier-changes", {
      params: { query: { customerId: path.customer_id, state: ["PROPOSED"] } },
    }),
  );
  for (const change of proposed.data) {
    const decided = await answered(
      api.POST("/api/v1/customer-success/tier-changes/{change_id}", {
        params: { path: { change_id: change.id } },
        body: { do: "decline", note: "Only for a while" } satisfies Schemas["Decision"],
      }),
    );
    assert.equal(decided.data.state, "DECLINED");
  }
  await answered(
    api.PUT("/api/v1/customer-success/customers/{customer_id}/tier", {
      params: { path },
      body: { tier: before.data.tier, reason: "As it was" } satisfies Schemas["ChosenTier"],
    }),
  );
}

export async function keepPromises(path: One): Promise<void> {
  const use = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/monthly-use", {
      params: { path },
      body: { month: "2026-04-01", name: "agents", value: 12 } satisfies Schemas["Use"],
    }),
  );
  assert.equal(use.data.value, 12);

  const promises = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/promises", { params: { path } }),
  );
  for (const promise of promises.data.promises) {
    assert.ok(promise.keptRatio === null || promise.keptRatio <= 1);
  }
}

/** Works on three opportunities that were found by night. */

import assert from "node:assert/strict";
import { answered, api, type Schemas } from "./asking.js";

const found = await answered(
  api.GET("/api/v1/customer-success/opportunities", { params: { query: { state: ["FOUND"] } } }),
);
const [first, second, third] = found.data;
assert.ok(first && second && third);
const path = { opportunity_id: first.id };
const pursued = await answered(
  api.POST("/api/v1/customer-success/opportunities/{opportunity_id}/pursue", { params: { path } }),
);
assert.ok(pursued.data.planId);
const won = await answered(
  api.POST("/api/v1/customer-success/opportunities/{opportunity_id}/win", {
    params: { path },
    body: { growth: "SEATS", wonRevenue: 6_000, seats: 25 } satisfies Schemas["WonOpportunity"],
  }),
);
const shown = await answered(
  api.GET("/api/v1/customer-success/opportunities/{opportunity_id}", { params: { path } }),
);
assert.deepEqual(shown.data, won.data);
const lost = await answered(
  api.POST("/api/v1/customer-success/opportunities/{opportunity_id}/lose", {
    params: { path: { opportunity_id: second.id } },
    body: { note: "No budget" } satisfies Schemas["WhyEnded"],
  }),
);
const dismissed = await answered(
  api.POST("/api/v1/customer-success/opportunities/{opportunity_id}/dismiss", {
    params: { path: { opportunity_id: third.id } },
    body: { note: "Next year" } satisfies Schemas["WhyEnded"],
  }),
);
assert.deepEqual([lost.data.state, dismissed.data.state], ["LOST", "DISMISSED"]);
const again = await answered(
  api.POST("/api/v1/customer-success/opportunities/{opportunity_id}/reopen", {
    params: { path: { opportunity_id: third.id } },
  }),
);
assert.equal(again.data.state, "FOUND");

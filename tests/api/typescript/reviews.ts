/** Reviews that are planned, and advocates. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";
import { day } from "./revenue.js";

async function schedule(path: One, days: number): Promise<{ planned_id: string }> {
  const made = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/planned-reviews", {
      params: { path },
      body: {
        reviewType: "QUARTERLY",
        scheduledAt: new Date(Date.now() + days * 86_400_000).toISOString(),
        agenda: ["What we reached"],
        attendees: [{ name: "Hank Scorpio" }],
      } satisfies Schemas["NewPlannedReview"],
    }),
  );
  return { planned_id: made.data.id };
}

export async function planReviews(one: One): Promise<void> {
  const path = await schedule(one, 9);
  await answered(
    api.PUT("/api/v1/customer-success/planned-reviews/{planned_id}", {
      params: { path },
      body: { place: "Room 12" } satisfies Schemas["Preparation"],
    }),
  );
  await answered(
    api.POST("/api/v1/customer-success/planned-reviews/{planned_id}/move", {
      params: { path },
      body: { scheduledAt: `${day(12)}T09:00:00Z`, reason: "They travel" } satisfies Schemas["AnotherTime"],
    }),
  );
  const cancelled = await answered(
    api.POST("/api/v1/customer-success/planned-reviews/{planned_id}/cancel", {
      params: { path },
      body: { reason: "Nothing new" } satisfies Schemas["WhyNot"],
    }),
  );
  assert.equal(cancelled.data.state, "CANCELLED");
  const back = await answered(
    api.POST("/api/v1/customer-success/planned-reviews/{planned_id}/reinstate", {
      params: { path: { planned_id: cancelled.data.id } },
    }),
  );
  assert.deepEqual([back.data.state, back.data.reason], ["SCHEDULED", null]);
  await answered(
    api.POST("/api/v1/customer-success/planned-reviews/{planned_id}/miss", {
      params: { path: await schedule(one, -0.2) },
      body: { reason: "Nobody came" } satisfies Schemas["WhyNot"],
    }),
  );
  const held = await answered(
    api.POST("/api/v1/customer-success/planned-reviews/{planned_id}/hold", {
      params: { path: await schedule(one, -0.1) },
      body: {
        overallRating: 4,
        items: [{ title: "Send the list", dueDate: day(8) }],
      } satisfies Schemas["ReviewMinutes"],
    }),
  );
  assert.deepEqual(held.data.attendeeNames, ["Hank Scorpio"]);
  const all = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/planned-reviews", {
      params: { path: one, query: { state: ["HELD", "MISSED"] } },
    }),
  );
  assert.equal(all.data.length, 2);
}

export async function readDue(): Promise<void> {
  await answered(api.GET("/api/v1/customer-success/due-reviews"));
  const told = await answered(
    api.GET("/api/v1/customer-success/review-completion", {
      params: { query: { period: "last-quarter" } },
    }),
  );
  assert.ok(told.data.total.held <= told.data.total.due);
}

export async function askAdvocates(path: One): Promise<void> {
  const agreed = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/consents", {
      params: { path },
      body: { activityType: "REFERENCE_CALL", words: "Twice a year" } satisfies Schemas["NewConsent"],
    }),
  );
  const found = await answered(
    api.GET("/api/v1/customer-success/references", {
      params: { query: { activityType: "REFERENCE_CALL", industry: "Energy" } },
    }),
  );
  assert.ok(found.data.every((one) => one.percent <= 100));
  const revoked = await answered(
    api.POST("/api/v1/customer-success/consents/{consent_id}/revoke", {
      params: { path: { consent_id: agreed.data.id } },
    }),
  );
  const all = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/consents", { params: { path } }),
  );
  assert.deepEqual(all.data, [revoked.data]);
}

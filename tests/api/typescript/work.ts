/** What is to be done for a customer, and what was done with it. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

export async function doTasks(one: One): Promise<void> {
  const made = await answered(
    api.POST("/api/v1/customer-success/tasks", {
      body: {
        title: "Call the champion",
        dueDate: "2026-03-02",
        customerId: one.customer_id,
      } satisfies Schemas["NewTask"],
    }),
  );
  const path = { task_id: made.data.id };
  await answered(
    api.PUT("/api/v1/customer-success/tasks/{task_id}", {
      params: { path },
      body: { priority: "HIGH", details: null } satisfies Schemas["TaskChanges"],
    }),
  );
  const done = await answered(
    api.POST("/api/v1/customer-success/tasks/{task_id}/complete", {
      params: { path },
      body: { note: "She likes it" } satisfies Schemas["TaskNote"],
    }),
  );
  assert.equal(done.data.state, "DONE");
  await answered(
    api.POST("/api/v1/customer-success/tasks/{task_id}/reopen", { params: { path } }),
  );
  await answered(
    api.POST("/api/v1/customer-success/tasks/{task_id}/cancel", { params: { path }, body: { note: "" } }),
  );
  const shown = await answered(
    api.GET("/api/v1/customer-success/tasks/{task_id}", { params: { path } }),
  );
  const listed = await answered(
    api.GET("/api/v1/customer-success/tasks", {
      params: { query: { customerId: one.customer_id, state: ["CANCELLED"], dueBefore: "2026-04-01" } },
    }),
  );
  assert.deepEqual(listed.data, [shown.data]);
}

export async function stayInTouch(path: One): Promise<void> {
  const planned = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/touchpoints", {
      params: { path },
      body: {
        kind: "MEETING",
        subject: "Status of the plan",
        plannedOn: "2026-03-02",
        withWhom: ["Hank Scorpio"],
      } satisfies Schemas["NewTouchpoint"],
    }),
  );
  const held = await answered(
    api.PUT("/api/v1/customer-success/touchpoints/{touchpoint_id}", {
      params: { path: { touchpoint_id: planned.data.id } },
      body: { happenedAt: "2026-03-02T09:00:00Z" } satisfies Schemas["TouchpointChanges"],
    }),
  );
  assert.equal(held.data.state, "HELD");
  const listed = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/touchpoints", {
      params: { path, query: { kind: ["MEETING"], limit: 1 } },
    }),
  );
  assert.deepEqual(listed.data.map((touchpoint) => touchpoint.happenedAt), [held.data.happenedAt]);
}

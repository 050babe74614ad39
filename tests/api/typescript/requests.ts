/** What a customer asks the product for, and what it is told. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

export async function askProduct(path: One): Promise<void> {
  const made = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/requests", {
      params: { path },
      body: {
        title: "Route leads by state",
        theme: "Lead routing",
        askedDate: "2026-03-02",
      } satisfies Schemas["NewRequest"],
    }),
  );
  const declined = await answered(
    api.PUT("/api/v1/customer-success/requests/{request_id}", {
      params: { path: { request_id: made.data.id } },
      body: { state: "DECLINED", answer: "It is the carrier’s" } satisfies Schemas["RequestChanges"],
    }),
  );
  assert.equal(declined.data.state satisfies Schemas["RequestState"], "DECLINED");
  const own = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/requests", {
      params: { path, query: { state: ["DECLINED"], limit: 1 } },
    }),
  );
  const all = await answered(
    api.GET("/api/v1/customer-success/requests", {
      params: { query: { theme: "lead routing", search: "by state", customerId: path.customer_id } },
    }),
  );
  assert.deepEqual(all.data, own.data);
  assert.equal(all.pagination.total, 1);
}

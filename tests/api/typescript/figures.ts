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

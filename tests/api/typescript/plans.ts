/** What is done together with a customer: plans, business reviews, advocacy. */

import assert from "node:assert/strict";
import { answered, api, type One, type Schemas } from "./asking.js";

export async function planSuccess(path: One): Promise<void> {
  const made = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/success-plans", {
      params: { path },
      body: {
        title: "Go live",
        startDate: "2026-02-01",
        planType: "ONBOARDING",
      } satisfies Schemas["NewPlan"],
    }),
  );
  const plan = { plan_id: made.data.id };
  const step = await answered(
    api.POST("/api/v1/customer-success/success-plans/{plan_id}/milestones", {
      params: { path: plan },
      body: {
        title: "Import the leads",
        dueDate: "2026-03-01",
        priority: "HIGH",
      } satisfies Schemas["NewMilestone"],
    }),
  );
  await answered(
    api.PUT("/api/v1/customer-success/success-plans/{plan_id}/milestones/{milestone_id}", {
      params: { path: { ...plan, milestone_id: step.data.id } },
      body: {
        status: "IN_PROGRESS",
        deliverables: ["leads.csv"],
      } satisfies Schemas["MilestoneChanges"],
    }),
  );
  await answered(
    api.PUT("/api/v1/customer-success/success-plans/{plan_id}", {
      params: { path: plan, query: { completeMilestones: true } },
      body: { status: "COMPLETED" } satisfies Schemas["PlanChanges"],
    }),
  );
  const shown = await answered(
    api.GET("/api/v1/customer-success/success-plans/{plan_id}", { params: { path: plan } }),
  );
  const listed = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/success-plans", { params: { path } }),
  );
  assert.deepEqual(listed.data, [shown.data]);
  assert.deepEqual(shown.data.milestones.map((milestone) => milestone.status), ["COMPLETED"]);
}

export async function holdReview(path: One): Promise<void> {
  const held = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/business-reviews", {
      params: { path },
      body: {
        reviewType: "QUARTERLY",
        reviewDate: "2026-04-01T09:00:00Z",
        attendeeNames: ["Hank Scorpio"],
        attendeeTitles: ["President"],
        actionItems: [{ task: "Call again", owner: "Mona" }],
      } satisfies Schemas["NewReview"],
    }),
  );
  await answered(
    api.PUT("/api/v1/customer-success/business-reviews/{review_id}", {
      params: { path: { review_id: held.data.id } },
      body: { overallRating: 5, followUpDate: "2026-04-15" } satisfies Schemas["ReviewChanges"],
    }),
  );
  const listed = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/business-reviews", {
      params: { path, query: { reviewType: ["QUARTERLY"] } },
    }),
  );
  assert.deepEqual(listed.data.map((review) => review.overallRating), [5]);
}

export async function recordAdvocacy(path: One): Promise<void> {
  const recorded = await answered(
    api.POST("/api/v1/customer-success/customers/{customer_id}/advocacy-activities", {
      params: { path },
      body: {
        activityType: "CASE_STUDY",
        title: "Leads in a day",
        status: "IN_PROGRESS",
      } satisfies Schemas["NewActivity"],
    }),
  );
  await answered(
    api.PUT("/api/v1/customer-success/advocacy-activities/{activity_id}", {
      params: { path: { activity_id: recorded.data.id } },
      body: { status: "COMPLETED", value: 1_200.5 } satisfies Schemas["ActivityChanges"],
    }),
  );
  const listed = await answered(
    api.GET("/api/v1/customer-success/customers/{customer_id}/advocacy-activities", {
      params: { path, query: { status: ["COMPLETED"] } },
    }),
  );
  assert.deepEqual(listed.data.map((activity) => activity.value), [1_200.5]);
}

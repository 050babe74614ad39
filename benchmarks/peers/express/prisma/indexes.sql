-- The indexes and keys of schema.prisma, made when the rows are there.

CREATE UNIQUE INDEX "Customer_leadId_key" ON "Customer" ("leadId");
CREATE INDEX "Customer_createdAt_idx" ON "Customer" ("createdAt" DESC);
CREATE INDEX "Customer_status_tier_createdAt_idx" ON "Customer" ("status", "tier", "createdAt" DESC);
CREATE INDEX "Customer_tier_createdAt_idx" ON "Customer" ("tier", "createdAt" DESC);
CREATE INDEX "Customer_email_idx" ON "Customer" ("email");
CREATE INDEX "Customer_healthScore_idx" ON "Customer" ("healthScore");
CREATE INDEX "Customer_churnRiskLevel_idx" ON "Customer" ("churnRiskLevel");
CREATE INDEX "Customer_nextRenewalDate_idx" ON "Customer" ("nextRenewalDate");
CREATE UNIQUE INDEX "SuccessProfile_customerId_key" ON "SuccessProfile" ("customerId");
CREATE INDEX "SuccessProfile_csmId_idx" ON "SuccessProfile" ("csmId");
CREATE INDEX "SuccessProfile_onboardingStatus_idx" ON "SuccessProfile" ("onboardingStatus");
CREATE INDEX "SuccessPlan_customerId_status_startDate_idx" ON "SuccessPlan" ("customerId", "status", "startDate" DESC);
CREATE INDEX "Milestone_successPlanId_dueDate_idx" ON "Milestone" ("successPlanId", "dueDate");
CREATE UNIQUE INDEX "HealthScore_customerId_recordedAt_key" ON "HealthScore" ("customerId", "recordedAt" DESC);
CREATE INDEX "BusinessReview_customerId_reviewDate_idx" ON "BusinessReview" ("customerId", "reviewDate" DESC);
CREATE INDEX "AuditLog_entityType_entityId_idx" ON "AuditLog" ("entityType", "entityId");
CREATE INDEX "AuditLog_createdAt_idx" ON "AuditLog" ("createdAt");

ALTER TABLE "SuccessProfile" ADD CONSTRAINT "SuccessProfile_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SuccessPlan" ADD CONSTRAINT "SuccessPlan_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_successPlanId_fkey" FOREIGN KEY ("successPlanId") REFERENCES "SuccessPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "HealthScore" ADD CONSTRAINT "HealthScore_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "BusinessReview" ADD CONSTRAINT "BusinessReview_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

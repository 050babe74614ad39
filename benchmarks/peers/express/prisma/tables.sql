-- What `prisma migrate` makes of schema.prisma, written by hand: its engine is a download.

CREATE TYPE "CustomerTier" AS ENUM ('ENTERPRISE', 'MID_MARKET', 'SMALL_BUSINESS', 'TRIAL');
CREATE TYPE "CustomerStatus" AS ENUM ('ACTIVE', 'ONBOARDING', 'AT_RISK', 'CHURNED', 'PAUSED');
CREATE TYPE "ChurnRiskLevel" AS ENUM ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL');
CREATE TYPE "HealthLevel" AS ENUM ('EXCELLENT', 'GOOD', 'FAIR', 'POOR');
CREATE TYPE "HealthTrend" AS ENUM ('IMPROVING', 'STABLE', 'DECLINING', 'UNKNOWN');
CREATE TYPE "OnboardingStatus" AS ENUM ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED', 'ON_HOLD');
CREATE TYPE "PlanStatus" AS ENUM ('DRAFT', 'ACTIVE', 'COMPLETED', 'CANCELLED');
CREATE TYPE "MilestoneStatus" AS ENUM ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'BLOCKED', 'CANCELLED');
CREATE TYPE "Priority" AS ENUM ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL');

CREATE TABLE "Customer" (
    "id" UUID NOT NULL,
    "leadId" UUID,
    "name" TEXT NOT NULL,
    "companyName" TEXT,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "industry" TEXT,
    "businessType" TEXT,
    "employeeCount" INTEGER,
    "annualRevenue" DOUBLE PRECISION,
    "website" TEXT,
    "billingAddress" TEXT,
    "billingCity" TEXT,
    "billingState" TEXT,
    "billingZipCode" TEXT,
    "billingCountry" TEXT,
    "tier" "CustomerTier" NOT NULL DEFAULT 'SMALL_BUSINESS',
    "status" "CustomerStatus" NOT NULL DEFAULT 'ACTIVE',
    "contractStartDate" TIMESTAMPTZ(3) NOT NULL,
    "contractEndDate" TIMESTAMPTZ(3),
    "annualContractValue" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "customerSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "totalPolicies" INTEGER NOT NULL DEFAULT 0,
    "activePolicies" INTEGER NOT NULL DEFAULT 0,
    "lifetimeValue" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "healthScore" INTEGER NOT NULL DEFAULT 0,
    "churnRiskLevel" "ChurnRiskLevel" NOT NULL DEFAULT 'LOW',
    "lastContactDate" TIMESTAMPTZ(3),
    "nextRenewalDate" TIMESTAMPTZ(3),
    "preferredContactMethod" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "metadata" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SuccessProfile" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "csmId" UUID,
    "csmName" TEXT,
    "csmEmail" TEXT,
    "executiveSponsorId" UUID,
    "executiveSponsorName" TEXT,
    "executiveSponsorEmail" TEXT,
    "technicalContactId" UUID,
    "technicalContactName" TEXT,
    "technicalContactEmail" TEXT,
    "primaryObjective" TEXT,
    "secondaryObjectives" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "successCriteria" JSONB,
    "baselineMetrics" JSONB,
    "targetMetrics" JSONB,
    "currentMetrics" JSONB,
    "onboardingStartDate" TIMESTAMPTZ(3),
    "onboardingEndDate" TIMESTAMPTZ(3),
    "onboardingStatus" "OnboardingStatus" NOT NULL DEFAULT 'NOT_STARTED',
    "goLiveDate" TIMESTAMPTZ(3),
    "timeToValue" INTEGER,
    "integrationsEnabled" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dataMigrationStatus" TEXT NOT NULL DEFAULT 'NOT_STARTED',
    "usersTrained" INTEGER NOT NULL DEFAULT 0,
    "totalUsers" INTEGER NOT NULL DEFAULT 0,
    "trainingCompleted" BOOLEAN NOT NULL DEFAULT false,
    "trainingDate" TIMESTAMPTZ(3),
    "adoptionRate" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "featureAdoption" JSONB,
    "loginFrequency" DOUBLE PRECISION,
    "latestNPS" INTEGER,
    "latestCSAT" DOUBLE PRECISION,
    "latestCES" DOUBLE PRECISION,
    "npsHistory" JSONB,
    "csatHistory" JSONB,
    "complaintCount" INTEGER NOT NULL DEFAULT 0,
    "expansionRevenue" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "expansionProbability" DOUBLE PRECISION,
    "csmNotes" TEXT,
    "riskNotes" TEXT,
    "opportunityNotes" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SuccessProfile_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SuccessPlan" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "planType" TEXT NOT NULL DEFAULT 'ONBOARDING',
    "status" "PlanStatus" NOT NULL DEFAULT 'ACTIVE',
    "startDate" TIMESTAMPTZ(3) NOT NULL,
    "endDate" TIMESTAMPTZ(3),
    "businessObjectives" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "successMetrics" JSONB,
    "baselineValue" JSONB,
    "stakeholders" JSONB,
    "notes" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SuccessPlan_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "successPlanId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "dueDate" TIMESTAMPTZ(3) NOT NULL,
    "completedDate" TIMESTAMPTZ(3),
    "status" "MilestoneStatus" NOT NULL DEFAULT 'PENDING',
    "owner" TEXT,
    "priority" "Priority" NOT NULL DEFAULT 'MEDIUM',
    "deliverables" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "HealthScore" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "healthLevel" "HealthLevel" NOT NULL,
    "engagementScore" INTEGER NOT NULL DEFAULT 0,
    "successScore" INTEGER NOT NULL DEFAULT 0,
    "satisfactionScore" INTEGER NOT NULL DEFAULT 0,
    "financialScore" INTEGER NOT NULL DEFAULT 0,
    "factors" JSONB,
    "notes" TEXT,
    "trend" "HealthTrend" NOT NULL DEFAULT 'STABLE',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedBy" TEXT,
    CONSTRAINT "HealthScore_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BusinessReview" (
    "id" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "reviewType" TEXT NOT NULL,
    "reviewDate" TIMESTAMPTZ(3) NOT NULL,
    "attendeeNames" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attendeeTitles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "agenda" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "achievements" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "challenges" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "metricsReview" JSONB,
    "goalsProgress" JSONB,
    "decisions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "actionItems" JSONB,
    "nextSteps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "overallRating" INTEGER,
    "customerFeedback" TEXT,
    "presentationUrl" TEXT,
    "notes" TEXT,
    "followUpDate" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "BusinessReview_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "AuditLog" (
    "id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "entityType" TEXT NOT NULL,
    "entityId" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "changes" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "AuditLog_pkey" PRIMARY KEY ("id")
);

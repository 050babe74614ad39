import { prisma } from './database.js'

const everything = {
  successProfile: true,
  successPlans: {
    where: { status: 'ACTIVE' },
    orderBy: { startDate: 'desc' },
    take: 1,
    include: { milestones: { orderBy: { dueDate: 'asc' } } },
  },
  healthScores: { orderBy: { recordedAt: 'desc' }, take: 5 },
  businessReviews: { orderBy: { reviewDate: 'desc' }, take: 3 },
}

export async function listCustomers({ page, limit, ...where }) {
  const [data, total] = await Promise.all([
    prisma.customer.findMany({
      where,
      orderBy: { createdAt: 'desc' },
      skip: (page - 1) * limit,
      take: limit,
    }),
    prisma.customer.count({ where }),
  ])
  return { data, pagination: { page, limit, total, totalPages: Math.ceil(total / limit) } }
}

export function findCustomer(id) {
  return prisma.customer.findUnique({ where: { id }, include: everything })
}

export function createCustomer(fields) {
  const { primaryObjective, secondaryObjectives, targetMetrics } = fields.metadata ?? {}
  const profile = { primaryObjective, secondaryObjectives, targetMetrics }
  return prisma.$transaction(async (tx) => {
    const customer = await tx.customer.create({
      data: { ...fields, successProfile: { create: profile } },
    })
    await tx.auditLog.create({
      data: {
        action: 'customer.created',
        entityType: 'customer',
        entityId: customer.id,
        actor: 'api',
        changes: fields,
      },
    })
    return customer
  })
}

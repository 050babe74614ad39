import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@prisma/client'

// Where the server is, stands in PGHOST, PGDATABASE and so on. Prepared statements are Prisma's
// choice to leave out; PEER_PREPARED shows what they would give.
const prepared = { statementNameGenerator: nameByText() }

export const prisma = new PrismaClient({
  adapter: new PrismaPg({}, process.env.PEER_PREPARED ? prepared : undefined),
})

function nameByText() {
  const names = new Map()
  return ({ sql }) => {
    if (!names.has(sql)) names.set(sql, `s${names.size}`)
    return names.get(sql)
  }
}

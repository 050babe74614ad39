import cluster from 'node:cluster'

const processes = Number(process.env.PEER_PROCESSES ?? 2)

if (cluster.isPrimary) {
  for (let n = 0; n < processes; n += 1) cluster.fork()
  cluster.on('exit', () => process.exit(1))
} else {
  const { app } = await import('./app.js')
  app.listen(Number(process.env.PORT ?? 8101), '127.0.0.1')
}

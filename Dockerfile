# One image for the service and for the step that prepares the database.
FROM node:24-bookworm-slim AS build
WORKDIR /dingben
COPY . .
RUN node scripts/prepare.mjs

FROM node:24-bookworm-slim
WORKDIR /dingben
ENV NODE_ENV=production TZ=UTC
# As apps/cli/src/serve/api-process.ts starts the service.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=65536 MALLOC_TRIM_THRESHOLD_=131072
COPY --from=build /dingben .
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=512", "--heap-growing-percent=12", "--expose-gc", "apps/api/dist/main.js"]

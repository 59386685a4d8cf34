# One image for the service and for the step that prepares the database.
FROM node:24-bookworm-slim AS build
WORKDIR /dingben
COPY . .
RUN node scripts/prepare.mjs

FROM node:24-bookworm-slim
WORKDIR /dingben
ENV NODE_ENV=production TZ=UTC
COPY --from=build /dingben .
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]

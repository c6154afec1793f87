# The server with its pages built. It runs on a PostgreSQL of its own making in /data, or on the one that DATABASE_URL names (compose.yaml).
FROM node:24.21.0-bookworm-slim

ENV MAPLE_DATA=/data HOST=0.0.0.0 PORT=4000
WORKDIR /maple
RUN mkdir /data && chown node:node /data /maple
USER node

COPY --chown=node:node . .
# Nothing is fetched or built by a start: the image is complete.
RUN node server/launch.mjs build

VOLUME /data
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/launch.mjs", "start", "--empty"]

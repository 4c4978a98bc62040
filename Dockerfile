# The directory with its widgets and demo pages. docs/operators-guide.md says how to run it.
FROM node:20-slim AS build
# better-sqlite3 is compiled where no prebuilt file fits.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /held
COPY package.json package-lock.json ./
COPY domain/package.json domain/
COPY server/package.json server/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production \
    HELD_DATABASE_URL=file:/data/held-spaces.sqlite
WORKDIR /held
COPY --from=build /held/node_modules node_modules
COPY --from=build /held/server/package.json server/package.json
COPY --from=build /held/server/dist server/dist
COPY --from=build /held/server/data server/data
COPY --from=build /held/server/standards server/standards
COPY --from=build /held/dist dist
COPY --from=build /held/demo demo
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||8080)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# No shell in between: the program itself is told to stop.
ENTRYPOINT ["node", "server/dist/main.js"]
CMD ["serve"]

# kyoshu in a container: one node, its data in /data.
#   docker build -t kyoshu .
#   docker run -p 3000:3000 -v kyoshu:/data -e KYOSHU_ORIGINS=http://localhost:3000 kyoshu
# Several nodes with Redis and a proxy: docker-compose.yml.

FROM node:24-bookworm-slim AS build
WORKDIR /kyoshu
COPY package.json package-lock.json .npmrc ./
# What the build needs is in dependencies, so that this is the same set that production has.
RUN npm ci --omit=dev
COPY vite.config.ts svelte.config.js tsconfig.json ./
COPY scripts scripts
COPY shared shared
COPY client client
COPY server server
RUN npm run build
# From here on only what the built server imports.
RUN npm uninstall --no-save --omit=dev \
    vite @sveltejs/vite-plugin-svelte svelte typescript \
    read-excel-file @lucide/svelte @digital-go-jp/design-tokens @fontsource/biz-udgothic @fontsource/biz-udpgothic

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KYOSHU_DATA=/data
WORKDIR /kyoshu
RUN mkdir /data && chown node:node /data
COPY --from=build /kyoshu/package.json ./
COPY --from=build /kyoshu/scripts scripts
COPY --from=build /kyoshu/node_modules node_modules
COPY --from=build /kyoshu/dist dist
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/server/main.js"]

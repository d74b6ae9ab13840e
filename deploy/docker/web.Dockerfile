# syntax=docker/dockerfile:1
# pulse-hub-web. Build from the project's root: docker build -f deploy/docker/web.Dockerfile -t pulse-hub-web .
# glibc and not musl: what is measured in docs/DEPLOY_PULSE_HUB.md runs on glibc. Pin both by digest for production.
ARG MAVEN=maven:3.9-eclipse-temurin-25
ARG JRE=eclipse-temurin:25-jre-noble

FROM ${MAVEN} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -pl web-war -am -DskipTests package

# Assembled and trained with the JRE, the paths and the user of the final image: the cache is valid for those only.
FROM ${JRE} AS assemble
# hadolint ignore=DL3008 # tools of this stage alone
RUN apt-get update && apt-get install -y --no-install-recommends curl postgresql unzip && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --home-dir /opt/pulse-hub pulse && install -d -o pulse /opt/pulse-hub
USER 10001
COPY --from=build /src/web-war/target/payara/payara-micro.jar /src/web-war/target/pulse-hub-web.war /tmp/
COPY --from=build /src/web-war/src/main/payara/pre-boot.txt /tmp/
COPY deploy/docker/ /tmp/docker/
RUN /tmp/docker/assemble.sh /tmp/payara-micro.jar /tmp/pulse-hub-web.war /tmp/pre-boot.txt
# hadolint ignore=DL3059 # a step of its own says which of the two failed
RUN /tmp/docker/train.sh

FROM ${JRE}
LABEL org.opencontainers.image.title="pulse-hub-web" \
      org.opencontainers.image.description="Engineering analytics for GitHub: pages, API, webhooks, synchronisation" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --uid 10001 --no-create-home --home-dir /opt/pulse-hub pulse
COPY --from=assemble --chown=pulse /opt/pulse-hub /opt/pulse-hub
USER 10001
WORKDIR /opt/pulse-hub
# Fewer allocation arenas: memory the C library would keep otherwise.
ENV PORT=3000 LOG_FORMAT=json MALLOC_ARENA_MAX=2
EXPOSE 3000
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/pulse-hub/bin/start"]

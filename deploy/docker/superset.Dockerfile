# syntax=docker/dockerfile:1
# pulse-hub-superset. Build from the project's root: docker build -f deploy/docker/superset.Dockerfile -t pulse-hub-superset .
ARG PYTHON=python:3.11-slim-bookworm

# Every package by version and hash, as superset/requirements.txt says; two small ones are built from source.
FROM ${PYTHON} AS install
COPY superset/requirements.txt /tmp/
RUN python -m venv /opt/superset \
  && /opt/superset/bin/pip install --no-cache-dir --no-deps --require-hashes -r /tmp/requirements.txt \
  && /opt/superset/bin/pip check

FROM ${PYTHON}
LABEL org.opencontainers.image.title="pulse-hub-superset" \
      org.opencontainers.image.description="Apache Superset with Pulse-Hub's dashboards as code" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --uid 10001 --create-home pulse
COPY --from=install /opt/superset /opt/superset
COPY superset/superset_config.py superset/pulse_security.py superset/provision.py superset/gunicorn.conf.py /opt/pulse-hub/
COPY superset/assets /opt/pulse-hub/assets
COPY deploy/docker/start-superset /opt/pulse-hub/bin/start
USER 10001
WORKDIR /opt/pulse-hub
ENV PATH=/opt/superset/bin:$PATH PYTHONPATH=/opt/pulse-hub PYTHONUNBUFFERED=1 \
    SUPERSET_CONFIG_PATH=/opt/pulse-hub/superset_config.py SUPERSET_HOME=/home/pulse/superset \
    SUPERSET_CACHE_DIR=/home/pulse/cache SUPERSET_APP_ROOT=/api/superset SUPERSET_ENV=production \
    SUPERSET_WEBSERVER_PORT=8088 MALLOC_ARENA_MAX=2
EXPOSE 8088
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/pulse-hub/bin/start"]

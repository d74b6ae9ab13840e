"""How the server runs: one process, eight threads, fit for 1 GB and one CPU."""

import os

bind = f"{os.environ.get('SUPERSET_WEBSERVER_ADDRESS', '0.0.0.0')}:{os.environ.get('SUPERSET_WEBSERVER_PORT', '8088')}"
wsgi_app = "superset.app:create_app()"
workers = 1
worker_class = "gthread"
threads = 8
timeout = 120
graceful_timeout = 20
keepalive = 5
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
limit_request_line = 0
limit_request_field_size = 0
max_requests = 10000  # a worker is replaced now and then, whatever it may have kept
max_requests_jitter = 2000

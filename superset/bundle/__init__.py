"""The dashboards as code: datasets, charts and layouts in Python, written to ../assets as Superset's own YAML."""

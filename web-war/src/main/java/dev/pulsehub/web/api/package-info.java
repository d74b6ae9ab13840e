/** The product's own REST API, read only: rows as JSON, NDJSON or CSV. Knows no page and no table. */
@NullMarked
package dev.pulsehub.web.api;

import org.jspecify.annotations.NullMarked;
